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
    [[nodiscard]] static QString factOf(const desk::HintView &hint);
    [[nodiscard]] static QString stepOf(const desk::HintView &hint);
    [[nodiscard]] QWidget *rowFor(const desk::HintView &hint);
    desk::CounterDesk *m_desk = nullptr;
    QList<desk::HintView> m_hints;
    bool m_draft = false;
    QDateTime m_keptAt; ///< when the list behind the hints was made, unless it is the exchange's newest
    std::unique_ptr<Ui::HintsCard> m_ui;
};

} // namespace yichuang::ui
