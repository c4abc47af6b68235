// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <functional>

class QWidget;

namespace yichuang::ui {

/** Questions that need a dialog. One is given to the main window; tests and the tour answer by themselves. */
class Prompter
{
public:
    virtual ~Prompter() = default;
    /** Asks for existing files; `then` gets their paths, one or more, and is not called when the clerk cancels. Returns at once. */
    virtual void chooseFiles(QWidget *over, const QString &title, std::function<void(const QStringList &)> then);
};

} // namespace yichuang::ui
