// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

namespace yichuang::ui {

namespace Ui {
class HintsCard;
}

/** Proactive hints (主动提醒) from the certificates just listed, each with one step to take. */
class HintsCard : public Pane
{
    Q_OBJECT
public:
    explicit HintsCard(QWidget *parent = nullptr);
    ~HintsCard() override;
    void bind(desk::CounterDesk *desk);
    void present(const desk::CounterView &view);

protected:
    void retranslate() override;

private:
    void rebuild();
    [[nodiscard]] QWidget *rowFor(const desk::HintView &hint);
    desk::CounterDesk *m_desk = nullptr;
    QList<desk::HintView> m_hints;
    bool m_draft = false;
    std::unique_ptr<Ui::HintsCard> m_ui;
};

} // namespace yichuang::ui
