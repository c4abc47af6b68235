// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

namespace yichuang::ui {

namespace Ui {
class ApplicantCard;
}

/** The applicant (申请人) as read or typed, masked; the number is shown on request, which is recorded. */
class ApplicantCard : public Pane
{
    Q_OBJECT
public:
    explicit ApplicantCard(QWidget *parent = nullptr);
    ~ApplicantCard() override;
    void bind(desk::CounterDesk *desk);
    void forget() override;
    void present(const desk::CounterView &view);

Q_SIGNALS:
    void typingAsked();

protected:
    void retranslate() override;

private:
    void presentPerson(const domain::Party &person);
    /** What was typed and is not whole stays to be mended, else the masked number. */
    void presentPhone(const domain::Party &person, const desk::EntryTexts &typed);
    void presentCardAddress(const desk::CardAddress &address);
    void onPhoneTyped();
    void onPhoneLeft();
    void presentPhoneProblem();
    desk::CounterDesk *m_desk = nullptr;
    domain::CaseId m_case;
    std::optional<domain::Party> m_person;
    bool m_revealed = false;
    bool m_draft = true;
    std::unique_ptr<Ui::ApplicantCard> m_ui;
};

} // namespace yichuang::ui
