// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

namespace yichuang::ui {

namespace Ui {
class TypedPanel;
}

/** Identity typed without a card: the number twice and the reason why (row 12 of the product's list). */
class TypedPanel : public Pane
{
    Q_OBJECT
public:
    explicit TypedPanel(QWidget *parent = nullptr);
    ~TypedPanel() override;
    void bind(desk::CounterDesk *desk);
    /** Opens the panel with empty fields and the focus in the first one to fill. */
    void open();
    void forget() override;

Q_SIGNALS:
    void closed();

protected:
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void clear();
    void leave();
    void onTake();
    [[nodiscard]] std::optional<QString> problem() const;
    [[nodiscard]] domain::Party typedParty() const;
    desk::CounterDesk *m_desk = nullptr;
    std::unique_ptr<Ui::TypedPanel> m_ui;
};

} // namespace yichuang::ui
