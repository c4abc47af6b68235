// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <QList>

class QToolButton;

namespace yichuang::ui {

/** The pages of the window, one button each; pages that are not built are absent. */
class NavRail : public Pane
{
    Q_OBJECT
public:
    explicit NavRail(QWidget *parent = nullptr);
    void setCurrent(int page);

Q_SIGNALS:
    void pageAsked(int page);

protected:
    void retranslate() override;

private:
    QList<QToolButton *> m_buttons;
};

} // namespace yichuang::ui
