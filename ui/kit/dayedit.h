// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateEdit>

namespace yichuang::ui {

/** A day, typed or stepped by the arrow keys. The wheel scrolls what is around it and never moves a legal date unseen. */
class DayEdit : public QDateEdit
{
    Q_OBJECT
public:
    explicit DayEdit(QWidget *parent = nullptr);

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace yichuang::ui
