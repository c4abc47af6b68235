// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

namespace yichuang::ui {

namespace Ui {
class ItemPanel;
}

/** One item of the case: its limit, what it waits for, its guide and the way out of the case. */
class ItemPanel : public Pane
{
    Q_OBJECT
public:
    explicit ItemPanel(QWidget *parent = nullptr);
    ~ItemPanel() override;
    void bind(desk::CounterDesk *desk);
    void present(const desk::CounterView &view, const QString &partId);

Q_SIGNALS:
    void guideAsked(const QString &itemId);

protected:
    void retranslate() override;

private:
    desk::CounterDesk *m_desk = nullptr;
    desk::ItemView m_item;
    std::unique_ptr<Ui::ItemPanel> m_ui;
};

} // namespace yichuang::ui
