// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

class QLineEdit;

namespace yichuang::ui {

namespace Ui {
class AgentCard;
}

/** The agent (代办人) and what the applicant authorised them to do; Ctrl+3 makes the next card theirs. */
class AgentCard : public Pane
{
    Q_OBJECT
public:
    explicit AgentCard(QWidget *parent = nullptr);
    ~AgentCard() override;
    void bind(desk::CounterDesk *desk);
    void present(const desk::CounterView &view);
    /** The button and its key: expects the agent's card, stops expecting it, or takes the agent out. */
    void toggle();
    /** Puts the keyboard where something that the authority needs is still to be said. */
    void focusMissing();
    /** After an agent was typed, or not: to what is missing of them, else to where one is added. */
    void takeFocus() override;

Q_SIGNALS:
    void typingAsked();

protected:
    void retranslate() override;

private:
    void onEdited();
    void onTyped(const QLineEdit *line);
    /** @param isNoDay something is typed that names no day */
    void presentUntil(bool isNoDay, QDate until);
    /** False for a relation that is too long; it stays in the field, marked, and does not reach the case. */
    bool presentRelationLength();
    /** @param other it was another agent before, so that nothing in the fields is of this one. */
    void presentAgent(const desk::EntryTexts &typed, bool other);
    void presentEntries(const desk::EntryTexts &typed, bool other);
    void presentPhoneProblem();
    /** The phone as it is to be; what is none is said and changes nothing. */
    [[nodiscard]] QString phoneTyped();
    desk::CounterDesk *m_desk = nullptr;
    domain::CaseId m_case;
    std::optional<domain::Agency> m_agency;
    bool m_expecting = false;
    bool m_draft = false;
    std::unique_ptr<Ui::AgentCard> m_ui;
};

} // namespace yichuang::ui
