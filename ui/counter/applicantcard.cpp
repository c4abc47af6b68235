// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/applicantcard.h"

#include "kit/caseundo.h"
#include "kit/words.h"
#include "ui_applicantcard.h"

#include <domain/masking.h>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

ApplicantCard::ApplicantCard(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::ApplicantCard>())
{
}

ApplicantCard::~ApplicantCard() = default;

void ApplicantCard::bind(desk::CounterDesk *desk)
{
    m_desk = desk;
    m_ui->setupUi(this);
    m_ui->phoneProblemLabel->hide();
    m_ui->personFrame->hide();
    m_ui->kindTag->setMayBeNarrow();
    connect(m_ui->typedPushButton, &QPushButton::clicked, this, &ApplicantCard::typingAsked);
    connect(m_ui->phoneLineEdit, &QLineEdit::textEdited, this, &ApplicantCard::onPhoneTyped);
    connect(m_ui->phoneLineEdit, &QLineEdit::editingFinished, this, &ApplicantCard::onPhoneLeft);
    new CaseUndo(m_ui->phoneLineEdit);
    connect(m_ui->revealPushButton, &QPushButton::clicked, desk, [desk] { desk->reveal(u"number"_s); });
    retranslate();
}

void ApplicantCard::forget()
{
    m_case = domain::CaseId();
    m_person.reset();
    m_revealed = false;
    m_ui->phoneLineEdit->clear();
    for (QLabel *label : std::initializer_list<QLabel *>{m_ui->nameLabel, m_ui->numberLabel, m_ui->addressLabel, m_ui->cardAddressLabel})
        label->clear();
}

void ApplicantCard::onPhoneTyped()
{
    if (!m_person)
        return;
    const QString typed = m_ui->phoneLineEdit->text();
    // The masked text in the field stands for the number that is already there.
    m_desk->typeEntry(desk::PartyEntry::ApplicantPhone, typed.trimmed() == domain::maskPhone(m_person->phone) ? m_person->phone : typed);
}

void ApplicantCard::onPhoneLeft()
{
    const QString typed = m_ui->phoneLineEdit->text().trimmed();
    if (!m_person || !m_ui->phoneLineEdit->isModified() || typed == domain::maskPhone(m_person->phone))
        return;
    presentPhoneProblem();
    const auto phone = domain::parsePhone(typed);
    if (!phone && !typed.isEmpty())
        return;
    m_ui->phoneLineEdit->setModified(false);
    m_desk->setApplicantPhone(typed.isEmpty() ? QString() : *phone);
}

void ApplicantCard::presentPhoneProblem()
{
    const QString problem = Words::phoneProblem(m_ui->phoneLineEdit->text(), m_person ? m_person->phone : QString());
    m_ui->phoneProblemLabel->setVisible(!problem.isEmpty());
    m_ui->phoneProblemLabel->setText(problem);
}

void ApplicantCard::presentPhone(const domain::Party &person, const desk::EntryTexts &typed)
{
    const auto half = typed.constFind(desk::PartyEntry::ApplicantPhone);
    m_ui->phoneLineEdit->setText(half != typed.cend() ? *half : m_revealed ? person.phone : domain::maskPhone(person.phone));
    presentPhoneProblem();
}

void ApplicantCard::presentPerson(const domain::Party &person)
{
    const QDate today = hallToday();
    m_ui->nameLabel->setText(person.name);
    QStringList facts{Words::sex(person.sex)};
    if (!person.englishName.isEmpty() && person.englishName != person.name)
        facts.prepend(person.englishName);
    if (!person.ethnicCode.isEmpty())
        facts << domain::ethnicGroupName(person.ethnicCode);
    else if (!person.nationality.isEmpty())
        facts << Words::country(person.nationality);
    if (person.birth.isValid())
        facts << tr("age %1").arg(domain::ageOn(person.birth, today));
    if (!person.passNumber.isEmpty())
        facts << tr("pass %1").arg(m_revealed ? person.passNumber : domain::maskNumber(person.passNumber));
    m_ui->personLabel->setText(facts.join(u" · "_s));
    const bool chip = person.method == domain::IdentityMethod::ChipRead;
    m_ui->methodTag->setTag(chip ? Tone::Ok : Tone::Warn, chip ? tr("Chip read") : tr("Typed"));
    const bool expired = person.validTo && *person.validTo < today;
    m_ui->validityTag->setVisible(chip);
    m_ui->validityTag->setTag(expired ? Tone::Bad : Tone::Ok, expired ? tr("Expired") : tr("In force"));
    m_ui->kindTag->setTag({Tone::Mute, chip ? Words::cardKind(person.cardKind) : domain::documentKindName(person.documentKind), Mark::None});
    m_ui->numberLabel->setText(m_revealed ? person.number : domain::maskNumber(person.number));
    m_ui->revealPushButton->setEnabled(!m_revealed);
    m_ui->addressLabel->setText(person.address.isEmpty() ? u"–"_s : m_revealed ? person.address : domain::maskAddress(person.address));
    if (person.validFrom.isValid()) {
        m_ui->validLabel->setText(dottedDay(person.validFrom) + u" – "_s + (person.validTo ? dottedDay(*person.validTo) : tr("long-term")));
    } else {
        m_ui->validLabel->setText(u"–"_s);
    }
    m_ui->phoneLineEdit->setEnabled(m_draft);
}

void ApplicantCard::presentCardAddress(const desk::CardAddress &address)
{
    QStringList lines;
    if (!address.printed.isEmpty()) {
        //: %1 the address on the face of the card, which a newer one in the chip replaced
        lines << tr("Newest address in the chip; printed: %1").arg(m_revealed ? address.printed : domain::maskAddress(address.printed));
    }
    if (address.notesUnread)
        lines << tr("The card left before its newest address was read. Place it again.");
    m_ui->cardAddressLabel->setText(lines.join(u'\n'));
    m_ui->cardAddressLabel->setVisible(!lines.isEmpty());
}

void ApplicantCard::present(const desk::CounterView &view)
{
    m_person = view.openCase.applicant;
    m_revealed = view.numberRevealed;
    m_draft = view.phase == desk::CounterPhase::Draft;
    m_ui->personFrame->setVisible(m_person.has_value());
    m_ui->emptyFrame->setVisible(!m_person);
    m_ui->typedFrame->setVisible(!m_person || m_person->method == domain::IdentityMethod::Typed);
    m_ui->photoView->setPhoto(m_person ? view.photoBgr : QByteArray());
    presentCardAddress(view.cardAddress);
    const bool other = std::exchange(m_case, view.openCase.id) != view.openCase.id;
    if (m_person) {
        presentPerson(*m_person);
        // Nothing is written under whoever types, unless it is somebody else's by now.
        if (other || !m_ui->phoneLineEdit->hasFocus())
            presentPhone(*m_person, view.entries);
    }
    if (!m_person)
        m_ui->phoneProblemLabel->hide();
}

void ApplicantCard::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->emptyTextLabel->setText(tr("Person and certificates appear by themselves. The last case stays saved."));
    m_ui->phoneLineEdit->setPlaceholderText(tr("none yet"));
    if (m_desk)
        present(m_desk->view());
}

} // namespace yichuang::ui
