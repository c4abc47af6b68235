// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/typedpanel.h"

#include "kit/failurehelp.h"
#include "kit/words.h"
#include "ui_typedpanel.h"

#include <domain/bounds.h>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

TypedPanel::TypedPanel(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::TypedPanel>())
{
    hide();
}

TypedPanel::~TypedPanel() = default;

void TypedPanel::bind(desk::CounterDesk *desk)
{
    m_desk = desk;
    m_ui->setupUi(this);
    const auto kinds = domain::documentKinds();
    for (const auto &[code, name] : kinds)
        m_ui->documentKindComboBox->addItem(name, code);
    m_ui->documentKindComboBox->setCurrentIndex(qMax(0, m_ui->documentKindComboBox->findData(u"111"_s)));
    connect(m_ui->takeTypedPushButton, &QPushButton::clicked, this, &TypedPanel::onTake);
    connect(m_ui->closeTypedPushButton, &QPushButton::clicked, this, &TypedPanel::leave);
    for (QLineEdit *edit : edits()) {
        connect(edit, &QLineEdit::returnPressed, this, &TypedPanel::onTake);
        connect(edit, &QLineEdit::textEdited, this, [this] { presentProblem(lengthProblem()); });
    }
    // Typing twice is the check; a copied number would repeat its own mistake.
    m_ui->secondNumberLineEdit->setContextMenuPolicy(Qt::NoContextMenu);
    m_ui->secondNumberLineEdit->setAcceptDrops(false);
    m_ui->secondNumberLineEdit->installEventFilter(this);
    m_ui->typedProblemLabel->hide();
}

QList<QLineEdit *> TypedPanel::edits() const
{
    return {m_ui->nameLineEdit, m_ui->idNumberLineEdit, m_ui->secondNumberLineEdit, m_ui->typedReasonLineEdit};
}

bool TypedPanel::hasUnkeptWords() const
{
    if (isHidden())
        return false;
    const QList<QLineEdit *> all = edits();
    return std::any_of(all.cbegin(), all.cend(), [](const QLineEdit *edit) { return !edit->text().isEmpty(); });
}

void TypedPanel::clear()
{
    for (QLineEdit *edit : edits())
        edit->clear();
    m_ui->typedProblemLabel->hide();
}

void TypedPanel::forget()
{
    clear();
    if (!isHidden())
        leave();
}

void TypedPanel::open(Who who)
{
    const domain::CaseId onCase = m_desk->view().openCase.id;
    // Asked for once more, what is half typed stays.
    const bool isOpen = !isHidden() && m_who == who && m_case == onCase;
    if (!isOpen)
        clear();
    m_who = who;
    m_case = onCase;
    presentWho();
    show();
    m_ui->nameLineEdit->setFocus();
}

bool TypedPanel::mayTypeAgent(const desk::CounterView &view)
{
    const std::optional<domain::Agency> &agency = view.openCase.agency;
    return view.phase == desk::CounterPhase::Draft && view.openCase.applicant
        && (!agency || agency->agent.method == domain::IdentityMethod::Typed);
}

void TypedPanel::present(const desk::CounterView &view)
{
    if (!isHidden() && m_who == Who::Agent && (view.openCase.id != m_case || !mayTypeAgent(view)))
        leave();
}

void TypedPanel::presentWho()
{
    m_ui->typedTitleLabel->setText(m_who == Who::Agent ? tr("Typed identity of the agent") : tr("Typed identity"));
}

void TypedPanel::leave()
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    clear();
    hide();
    Q_EMIT closed(m_who, hadFocus);
}

std::optional<QString> TypedPanel::lengthProblem() const
{
    for (const auto &[edit, most] : {std::pair(m_ui->nameLineEdit, domain::longestName), std::pair(m_ui->typedReasonLineEdit, domain::longestText)}) {
        const QString tooLong = Words::tooLong(edit->text().trimmed().size(), most);
        if (!tooLong.isEmpty()) {
            //: %1 name of a text field, %2 that its text is too long
            return tr("%1: %2").arg(edit->accessibleName(), tooLong);
        }
    }
    return std::nullopt;
}

void TypedPanel::presentProblem(const std::optional<QString> &wrong)
{
    m_ui->typedProblemLabel->setText(wrong.value_or(QString()));
    m_ui->typedProblemLabel->setVisible(wrong.has_value());
}

std::optional<QString> TypedPanel::problem() const
{
    if (const auto tooLong = lengthProblem())
        return tooLong;
    const QString number = m_ui->idNumberLineEdit->text().trimmed();
    if (m_ui->nameLineEdit->text().trimmed().isEmpty())
        return tr("The name is missing.");
    const auto parsed = domain::parsePersonNumber(m_ui->documentKindComboBox->currentData().toString(), number, hallToday());
    if (!parsed)
        return FailureHelp::line(parsed.error());
    if (number.compare(m_ui->secondNumberLineEdit->text().trimmed(), Qt::CaseInsensitive) != 0)
        return tr("The two numbers are not the same.");
    const std::optional<domain::Party> &applicant = m_desk->view().openCase.applicant;
    if (m_who == Who::Agent && applicant && domain::isSamePerson(typedParty(), *applicant))
        return tr("This is the applicant; nobody is their own agent.");
    if (m_ui->typedReasonLineEdit->text().trimmed().isEmpty())
        return tr("Say why the card was not read; the reason is recorded.");
    return std::nullopt;
}

domain::Party TypedPanel::typedParty() const
{
    domain::Party party;
    party.name = m_ui->nameLineEdit->text().trimmed();
    party.documentKind = m_ui->documentKindComboBox->currentData().toString();
    const auto number = domain::parsePersonNumber(party.documentKind, m_ui->idNumberLineEdit->text().trimmed(), hallToday());
    party.number = number ? *number : QString();
    if (party.documentKind == "111"_L1) {
        if (const auto citizen = domain::CitizenNumber::parse(party.number, hallToday())) {
            party.sex = citizen->sex();
            party.birth = citizen->birthDate();
        }
    }
    party.method = domain::IdentityMethod::Typed;
    party.typedReason = m_ui->typedReasonLineEdit->text().trimmed();
    party.readAt = QDateTime::currentDateTimeUtc();
    return party;
}

void TypedPanel::onTake()
{
    const auto wrong = problem();
    presentProblem(wrong);
    if (wrong)
        return;
    const QString second = m_ui->secondNumberLineEdit->text().trimmed().toUpper();
    if (m_who == Who::Agent)
        m_desk->setTypedAgent(typedParty(), second);
    else
        m_desk->setTypedApplicant(typedParty(), second);
    leave();
}

void TypedPanel::retranslate()
{
    m_ui->retranslateUi(this);
    presentWho();
    m_ui->typedProblemLabel->hide();
}

bool TypedPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_ui->secondNumberLineEdit)
        return Pane::eventFilter(watched, event);
    // Every way in but the keys: Ctrl+V and its sisters, the middle button's selection, and a drop.
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop)
        return true;
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste))
        return true;
    const bool button = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease;
    if (button && static_cast<QMouseEvent *>(event)->button() == Qt::MiddleButton)
        return true;
    return Pane::eventFilter(watched, event);
}

void TypedPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        Pane::keyPressEvent(event);
}

} // namespace yichuang::ui
