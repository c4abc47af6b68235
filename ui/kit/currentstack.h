// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStackedWidget>

namespace yichuang::ui {

/**
 * A stack that takes its size from the page it shows. Qt's own asks every page, which polishes each widget of pages
 * that nobody may ever see, before the first one is painted. A page whose size policy is Ignored asks for no room.
 */
class CurrentStack : public QStackedWidget
{
    Q_OBJECT
public:
    explicit CurrentStack(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
};

} // namespace yichuang::ui
