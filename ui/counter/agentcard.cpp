// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/agentcard.h"

#include "counter/typedpanel.h"
#include "kit/caseundo.h"
#include "kit/styled.h"
#include "kit/words.h"
#include "ui_agentcard.h"

#include <domain/bounds.h>
#include <domain/form.h>
#include <domain/masking.h>


namespace yichuang::ui {

using namespace Qt::StringLiterals;

AgentCard::AgentCard(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::AgentCard>())
{
}

AgentCard::~AgentCard() = default;

void AgentCard::bind(desk::CounterDesk *desk)
{
    m_desk = desk;
    m_ui->setupUi(this);
    m_ui->agentBodyFrame->hide();
    m_ui->agentTypedFrame->hide();
    m_ui->agentPhoneProblemLabel->hide();
    m_ui->untilProblemLabel->hide();
    m_ui->relationProblemLabel->hide();
    m_ui->agentKindTag->setMayBeNarrow();
    connect(m_ui->agentPushButton, &QPushButton::clicked, this, &AgentCard::toggle);
    connect(m_ui->agentTypedPushButton, &QPushButton::clicked, this, &AgentCard::typingAsked);
    using domain::AgentCapacity;
    for (const AgentCapacity capacity : {AgentCapacity::EntrustedAgent, AgentCapacity::Guardian, AgentCapacity::LegalRepresentative})
        m_ui->capacityComboBox->addItem(QString(), int(capacity));
    connect(m_ui->capacityComboBox, &QComboBox::activated, this, &AgentCard::onEdited);
    for (QLineEdit *edit : {m_ui->relationLineEdit, m_ui->untilLineEdit, m_ui->agentPhoneLineEdit}) {
        connect(edit, &QLineEdit::textEdited, this, [this, edit] { onTyped(edit); });
        connect(edit, &QLineEdit::editingFinished, this, &AgentCard::onEdited);
        new CaseUndo(edit);
    }
    connect(m_ui->relationLineEdit, &QLineEdit::textEdited, this, &AgentCard::presentRelationLength);
    connect(m_ui->authorityCheckBox, &QCheckBox::clicked, this, &AgentCard::onEdited);
    retranslate();
}

void AgentCard::toggle()
{
    if (!m_draft)
        return;
    if (m_agency) {
        m_desk->setAgency(std::nullopt);
        return;
    }
    m_expecting = !m_expecting;
    m_desk->expectAgentCard(m_expecting);
    present(m_desk->view());
}

void AgentCard::onTyped(const QLineEdit *line)
{
    if (!m_agency || !m_draft)
        return;
    const QString typed = line->text();
    if (line == m_ui->relationLineEdit) {
        m_desk->typeEntry(desk::PartyEntry::AgentRelation, typed);
    } else if (line == m_ui->untilLineEdit) {
        m_desk->typeEntry(desk::PartyEntry::AgentUntil, typed);
    } else {
        // The masked text in the field stands for the number that is already there.
        const QString &phone = m_agency->agent.phone;
        m_desk->typeEntry(desk::PartyEntry::AgentPhone, typed.trimmed() == domain::maskPhone(phone) ? phone : typed);
    }
}

void AgentCard::onEdited()
{
    if (!m_agency || !m_draft)
        return;
    domain::Agency edited = *m_agency;
    edited.capacity = domain::AgentCapacity(m_ui->capacityComboBox->currentData().toInt());
    // With what is taken, Ctrl+Z takes back the step and no letters.
    if (presentRelationLength()) {
        edited.relation = m_ui->relationLineEdit->text().trimmed();
        m_ui->relationLineEdit->setModified(false);
    }
    // Who acts by law or office has no term; what is entrusted ends on the day that its paper names, and nobody else does.
    const QDate until = domain::dayFromText(m_ui->untilLineEdit->text());
    edited.validUntil = edited.capacity == domain::AgentCapacity::EntrustedAgent ? until : QDate();
    const bool isNoDay = !until.isValid() && !m_ui->untilLineEdit->text().isEmpty();
    presentUntil(isNoDay, until);
    m_ui->untilLineEdit->setModified(isNoDay);
    edited.agent.phone = phoneTyped();
    // Another right has another proof, which nobody has compared yet.
    edited.authorityChecked = edited.capacity == m_agency->capacity && m_ui->authorityCheckBox->isChecked();
    if (!(edited == *m_agency))
        m_desk->setAgency(edited);
}

void AgentCard::presentUntil(bool isNoDay, QDate until)
{
    const bool ended = until.isValid() && until < hallToday();
    setStyled(m_ui->untilLineEdit, "problem", isNoDay || ended);
    m_ui->untilProblemLabel->setVisible(!m_ui->untilLineEdit->isHidden() && (isNoDay || ended));
    m_ui->untilProblemLabel->setText(isNoDay ? tr("This is no day: write it like 2026-01-31.") : tr("The authorisation has ended: a new one is needed."));
}

bool AgentCard::presentRelationLength()
{
    const QString tooLong = Words::tooLong(m_ui->relationLineEdit->text().trimmed().size(), domain::longestName);
    m_ui->relationProblemLabel->setText(tooLong);
    m_ui->relationProblemLabel->setVisible(!tooLong.isEmpty());
    setStyled(m_ui->relationLineEdit, "problem", !tooLong.isEmpty());
    return tooLong.isEmpty();
}

QString AgentCard::phoneTyped()
{
    const QString typed = m_ui->agentPhoneLineEdit->text().trimmed();
    if (!m_ui->agentPhoneLineEdit->isModified() || typed == domain::maskPhone(m_agency->agent.phone))
        return m_agency->agent.phone;
    presentPhoneProblem();
    const auto phone = domain::parsePhone(typed);
    if (!phone && !typed.isEmpty())
        return m_agency->agent.phone;
    m_ui->agentPhoneLineEdit->setModified(false);
    return typed.isEmpty() ? QString() : *phone;
}

void AgentCard::presentPhoneProblem()
{
    const QString problem = Words::phoneProblem(m_ui->agentPhoneLineEdit->text(), m_agency->agent.phone);
    m_ui->agentPhoneProblemLabel->setVisible(!problem.isEmpty());
    m_ui->agentPhoneProblemLabel->setText(problem);
}

void AgentCard::focusMissing()
{
    present(m_desk->view()); // what was just typed or chosen may not have been announced yet
    const bool entrusted = m_agency && m_agency->capacity == domain::AgentCapacity::EntrustedAgent;
    QWidget *first = m_ui->authorityCheckBox;
    if (entrusted && m_agency->relation.isEmpty())
        first = m_ui->relationLineEdit;
    else if (entrusted && (!m_agency->validUntil.isValid() || m_agency->validUntil < hallToday()))
        first = m_ui->untilLineEdit;
    first->setFocus(Qt::ShortcutFocusReason);
}

void AgentCard::takeFocus()
{
    if (m_desk->view().openCase.agency)
        focusMissing();
    else
        m_ui->agentPushButton->setFocus(Qt::ShortcutFocusReason);
}

void AgentCard::present(const desk::CounterView &view)
{
    m_draft = view.phase == desk::CounterPhase::Draft && view.openCase.applicant;
    const domain::Party shown = m_agency ? m_agency->agent : domain::Party();
    m_agency = view.openCase.agency;
    const bool otherCase = std::exchange(m_case, view.openCase.id) != view.openCase.id;
    if (m_agency || !m_draft)
        m_expecting = false;
    m_ui->agentBodyFrame->setVisible(m_agency.has_value());
    m_ui->agentStateLabel->setText(m_agency ? QString() : m_expecting ? tr("Place the agent's card") : tr("Not added"));
    m_ui->agentPushButton->setText(m_agency ? tr("Take out") : m_expecting ? tr("Stop") : tr("Add Ctrl+3"));
    m_ui->agentPushButton->setEnabled(m_draft);
    // Only while somebody is to be added, so that the card is small while nobody is.
    m_ui->agentTypedFrame->setVisible(TypedPanel::mayTypeAgent(view) && (m_expecting || m_agency));
    if (m_agency)
        presentAgent(view.entries, otherCase || !domain::isSamePerson(shown, m_agency->agent));
}

void AgentCard::presentAgent(const desk::EntryTexts &typed, bool other)
{
    const domain::Party &agent = m_agency->agent;
    const bool chip = agent.method == domain::IdentityMethod::ChipRead;
    m_ui->agentNameLabel->setText(agent.name);
    m_ui->agentNumberLabel->setText(domain::maskNumber(agent.number));
    m_ui->agentMethodTag->setTag(chip ? Tone::Ok : Tone::Warn, chip ? tr("Chip read") : tr("Typed"));
    m_ui->agentMethodTag->setToolTip(agent.typedReason);
    m_ui->agentKindTag->setTag({Tone::Mute, chip ? Words::cardKind(agent.cardKind) : domain::documentKindName(agent.documentKind), Mark::None});
    m_ui->capacityComboBox->setCurrentIndex(m_ui->capacityComboBox->findData(int(m_agency->capacity)));
    const bool entrusted = m_agency->capacity == domain::AgentCapacity::EntrustedAgent;
    m_ui->untilCaptionLabel->setVisible(entrusted);
    m_ui->untilLineEdit->setVisible(entrusted);
    presentEntries(typed, other);
    m_ui->authorityCheckBox->setChecked(m_agency->authorityChecked);
}

void AgentCard::presentEntries(const desk::EntryTexts &typed, bool other)
{
    using Entry = desk::PartyEntry;
    // Nothing is written under whoever types, unless it is somebody else's by now; what is not whole stays to be mended.
    const auto shows = [&typed, other](QLineEdit *line, Entry entry, const QString &inCase) {
        const bool writes = other || !line->hasFocus();
        if (writes)
            line->setText(typed.value(entry, inCase));
        return writes;
    };
    if (shows(m_ui->relationLineEdit, Entry::AgentRelation, m_agency->relation))
        presentRelationLength();
    if (shows(m_ui->untilLineEdit, Entry::AgentUntil, m_agency->validUntil.toString(Qt::ISODate))) {
        const QDate until = domain::dayFromText(m_ui->untilLineEdit->text());
        presentUntil(!until.isValid() && !m_ui->untilLineEdit->text().isEmpty(), until);
    }
    if (shows(m_ui->agentPhoneLineEdit, Entry::AgentPhone, domain::maskPhone(m_agency->agent.phone)))
        presentPhoneProblem();
}

void AgentCard::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->agentPhoneLineEdit->setPlaceholderText(tr("none yet"));
    for (int i = 0; i < m_ui->capacityComboBox->count(); ++i)
        m_ui->capacityComboBox->setItemText(i, Words::capacity(domain::AgentCapacity(m_ui->capacityComboBox->itemData(i).toInt())));
    if (m_desk)
        present(m_desk->view());
}

} // namespace yichuang::ui
