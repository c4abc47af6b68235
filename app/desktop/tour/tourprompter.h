// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/prompter.h>

namespace yichuang::app {

/** Answers the question for a file with the one file that the tour made. */
class TourPrompter : public ui::Prompter
{
public:
    void chooseFile(QWidget *over, const QString &title, std::function<void(const QString &)> then) override;
    void setFile(const QString &path) { m_path = path; }
    /** How often a file was asked for. */
    [[nodiscard]] int asked() const { return m_asked; }

private:
    QString m_path;
    int m_asked = 0;
};

} // namespace yichuang::app
