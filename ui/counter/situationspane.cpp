// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/situationspane.h"

#include "kit/tokens.h"
#include "ui_situationspane.h"

#include <QCheckBox>
#include <QRadioButton>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

namespace {

QString noneName(const QString &key)
{
    return u"none_"_s + key;
}

} // namespace

SituationsPane::SituationsPane(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::SituationsPane>())
{
}

SituationsPane::~SituationsPane() = default;

void SituationsPane::bind(desk::CounterDesk *desk)
{
    m_desk = desk;
    m_ui->setupUi(this);
    m_ui->situationsContents->setProperty("gap", u"page"_s);
    auto *column = new QVBoxLayout(m_ui->situationsContents);
    // The scroll bar stands beside the questions, not on their frames.
    column->setContentsMargins(0, 0, token::gapWide, 0);
    column->addStretch();
    m_ui->stoppedLabel->hide();
    retranslate();
}

QFrame *SituationsPane::blockFor(const domain::PlannedSituation &planned)
{
    auto *block = new QFrame(m_ui->situationsContents);
    block->setObjectName(u"situation_"_s + planned.key);
    block->setProperty("panel", u"soft"_s);
    block->setProperty("pad", u"card"_s);
    block->setProperty("gap", u"tiny"_s);
    block->setAccessibleName(planned.situation.question);
    auto *column = new QVBoxLayout(block);
    auto *question = new QLabel(planned.situation.question, block);
    question->setProperty("role", u"title"_s);
    question->setWordWrap(true);
    column->addWidget(question);
    for (const domain::SituationAnswer &answer : planned.situation.answers) {
        QAbstractButton *choice = planned.situation.multiple ? static_cast<QAbstractButton *>(new QCheckBox(answer.text, block)) : new QRadioButton(answer.text, block);
        choice->setObjectName(u"answer_"_s + planned.key + u'_' + answer.id);
        choice->setProperty("answerId", answer.id);
        choice->setAccessibleDescription(planned.situation.question);
        connect(choice, &QAbstractButton::clicked, this, [this, key = planned.key] { onAnswered(key); });
        column->addWidget(choice);
    }
    if (planned.situation.multiple)
        column->addWidget(noneFor(planned, block));
    return block;
}

QCheckBox *SituationsPane::noneFor(const domain::PlannedSituation &planned, QFrame *block)
{
    //: a choice of a question with several answers: none of those above fits
    auto *none = new QCheckBox(tr("None of these"), block);
    none->setObjectName(noneName(planned.key));
    none->setAccessibleDescription(planned.situation.question);
    connect(none, &QAbstractButton::clicked, this, [this, none, key = planned.key] {
        // Only another choice takes it back: an answer once given does not become no answer by a second click.
        none->setChecked(true);
        m_desk->answer(key, {});
    });
    return none;
}

void SituationsPane::onAnswered(const QString &key)
{
    QStringList answers;
    const auto *block = m_ui->situationsContents->findChild<QFrame *>(u"situation_"_s + key);
    const auto choices = block->findChildren<QAbstractButton *>();
    for (const QAbstractButton *choice : choices) {
        if (choice->isChecked() && choice->property("answerId").isValid())
            answers << choice->property("answerId").toString();
    }
    m_desk->answer(key, answers);
}

void SituationsPane::follow(const QList<domain::PlannedSituation> &wanted)
{
    // A question that stays keeps its widgets: the keyboard, a half-made choice and the place in the list stay with it.
    QHash<QString, QFrame *> kept;
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        const domain::PlannedSituation &shown = m_shown.at(i);
        const bool stays = std::any_of(wanted.cbegin(), wanted.cend(), [&shown](const domain::PlannedSituation &one) {
            return one.key == shown.key && one.situation == shown.situation;
        });
        if (stays)
            kept.insert(shown.key, m_blocks.at(i));
        else
            drop(m_blocks.at(i));
    }
    auto *column = qobject_cast<QVBoxLayout *>(m_ui->situationsContents->layout());
    m_blocks.clear();
    for (const domain::PlannedSituation &planned : wanted) {
        QFrame *block = kept.value(planned.key);
        if (!block)
            block = blockFor(planned);
        const int place = int(m_blocks.size());
        if (const QLayoutItem *there = column->itemAt(place); !there || there->widget() != block) {
            column->removeWidget(block);
            column->insertWidget(place, block);
        }
        m_blocks << block;
    }
    m_shown = wanted;
    orderFocus();
}

void SituationsPane::drop(QFrame *block)
{
    m_ui->situationsContents->layout()->removeWidget(block);
    block->setObjectName(QString()); // not to be found again before it is gone
    block->hide();
    block->deleteLater();
}

void SituationsPane::orderFocus()
{
    QWidget *before = m_ui->situationsScrollArea;
    for (const QFrame *block : std::as_const(m_blocks)) {
        const auto choices = block->findChildren<QAbstractButton *>();
        for (QAbstractButton *choice : choices) {
            setTabOrder(before, choice);
            before = choice;
        }
    }
}

void SituationsPane::takeOver()
{
    for (const domain::PlannedSituation &planned : std::as_const(m_shown)) {
        for (const domain::SituationAnswer &answer : planned.situation.answers) {
            auto *choice = m_ui->situationsContents->findChild<QAbstractButton *>(u"answer_"_s + planned.key + u'_' + answer.id);
            const bool checked = planned.answers.contains(answer.id);
            if (choice->isChecked() != checked) {
                choice->setAutoExclusive(false); // a radio button must be free to be unchecked by undo
                choice->setChecked(checked);
                choice->setAutoExclusive(!planned.situation.multiple);
            }
            choice->setEnabled(m_draft);
        }
        if (auto *none = m_ui->situationsContents->findChild<QCheckBox *>(noneName(planned.key))) {
            none->setChecked(planned.answered && planned.answers.isEmpty());
            none->setEnabled(m_draft);
        }
    }
}

void SituationsPane::present(const desk::CounterView &view)
{
    const QList<domain::PlannedSituation> &wanted = view.plan.situations;
    m_draft = view.phase == desk::CounterPhase::Draft;
    if (m_shown != wanted)
        follow(wanted);
    takeOver();
    const bool any = !wanted.isEmpty();
    m_ui->situationsScrollArea->setVisible(any);
    m_ui->situationsStateView->setVisible(!any);
    if (view.items.isEmpty())
        m_ui->situationsStateView->setState(StateView::Kind::Empty, tr("Choose items first"), tr("The questions of the chosen items appear here."));
    else
        m_ui->situationsStateView->setState(StateView::Kind::Empty, tr("These items ask nothing"), {});
    m_ui->stoppedLabel->setVisible(!view.plan.stopped.isEmpty());
    m_ui->stoppedLabel->setText(view.plan.stopped);
}

void SituationsPane::takeFocus()
{
    const auto open = std::find_if(m_shown.cbegin(), m_shown.cend(), [](const domain::PlannedSituation &one) { return !one.answered; });
    if (!m_shown.isEmpty())
        focusQuestion(open == m_shown.cend() ? m_shown.first().key : open->key);
}

void SituationsPane::focusQuestion(const QString &key)
{
    if (const auto *block = m_ui->situationsContents->findChild<QFrame *>(u"situation_"_s + key)) {
        if (auto *choice = block->findChild<QAbstractButton *>()) {
            choice->setFocus(Qt::ShortcutFocusReason);
            m_ui->situationsScrollArea->ensureWidgetVisible(choice);
        }
    }
}

QString SituationsPane::questionAt(const QWidget *widget) const
{
    for (qsizetype i = 0; i < m_blocks.size(); ++i) {
        if (m_blocks.at(i)->isAncestorOf(widget))
            return m_shown.at(i).key;
    }
    return {};
}

void SituationsPane::retranslate()
{
    m_ui->retranslateUi(this);
    for (const domain::PlannedSituation &planned : std::as_const(m_shown)) {
        if (auto *none = m_ui->situationsContents->findChild<QCheckBox *>(noneName(planned.key)))
            none->setText(tr("None of these"));
    }
    if (m_desk)
        present(m_desk->view());
}

} // namespace yichuang::ui
