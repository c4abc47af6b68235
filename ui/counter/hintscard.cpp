// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/hintscard.h"

#include "kit/tokens.h"
#include "kit/tag.h"
#include "kit/words.h"
#include "ui_hintscard.h"

#include <QPushButton>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

HintsCard::HintsCard(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::HintsCard>())
{
}

HintsCard::~HintsCard() = default;

void HintsCard::bind(desk::CounterDesk *desk)
{
    m_desk = desk;
    m_ui->setupUi(this);
    m_ui->hintsContents->setFocusPolicy(Qt::ClickFocus); // no stop of its own, but Qt orders nothing behind what takes no focus at all
    m_ui->hintsContents->setProperty("pad", u"card"_s);
    new QVBoxLayout(m_ui->hintsContents);
    retranslate();
}

QString HintsCard::factOf(const desk::HintView &hint)
{
    const QString name = u"<b>%1</b>"_s.arg(hint.hint.certificateName.toHtmlEscaped());
    switch (hint.hint.kind) {
    //: %1 name of a certificate
    case domain::Hint::Kind::ExpiresSoon: return tr("%1 expires in %n day(s)", nullptr, int(hint.hint.days)).arg(name);
    case domain::Hint::Kind::Expired: return tr("%1 expired %n day(s) ago", nullptr, int(-hint.hint.days)).arg(name);
    case domain::Hint::Kind::LifeEvent: return tr("%1 is registered").arg(name);
    case domain::Hint::Kind::Missing: break;
    }
    const QString missing = u"<b>%1</b>"_s.arg(hint.missingName.toHtmlEscaped());
    const QString listed = hint.hint.certificateName.toHtmlEscaped();
    // Of others only children's certificates can be missing, and of a minor's name the mask leaves nothing.
    QString holder = hint.hint.holderName;
    if (!holder.isEmpty() && holder.count(u'*') == holder.size())
        holder = Words::relation(domain::Relation::Child);
    //: %1 certificate that is not in the list, %2 certificate in the list that goes with it, %3 masked name of the child, or "child"
    return holder.isEmpty() ? tr("%1 is missing: only %2 is listed").arg(missing, listed)
                            : tr("%1 of %3 is missing: only %2 is listed").arg(missing, listed, holder.toHtmlEscaped());
}

QString HintsCard::stepOf(const desk::HintView &hint)
{
    if (!hint.proposal.isEmpty())
        return tr("Can be handled now: %1").arg(hint.proposal.toHtmlEscaped());
    return hint.issuerName.isEmpty() ? QString() : tr("Issued by %1, through no item of this hall").arg(hint.issuerName.toHtmlEscaped());
}

QWidget *HintsCard::rowFor(const desk::HintView &hint)
{
    auto *row = new QWidget(m_ui->hintsContents);
    auto *line = new QHBoxLayout(row);
    auto *text = new QLabel(row);
    text->setProperty("role", u"small"_s);
    text->setWordWrap(true);
    text->setTextFormat(Qt::RichText);
    const QString step = stepOf(hint);
    text->setText(step.isEmpty() ? factOf(hint) : u"%1<br><span style='color:%2'>%3</span>"_s.arg(factOf(hint), QColor(token::mute).name(), step));
    line->addWidget(text, 1);
    if (hint.taken) {
        auto *tag = new Tag(row);
        tag->setTag(Tone::Ok, tr("Added"));
        line->addWidget(tag);
    } else if (!hint.proposal.isEmpty() && m_draft) {
        auto *take = new QPushButton(tr("Add"), row);
        take->setObjectName(u"hint_"_s + (hint.hint.lifeEventId.isEmpty() ? hint.hint.itemId : hint.hint.lifeEventId));
        take->setProperty("kind", u"link"_s);
        take->setAccessibleName(tr("Add %1").arg(hint.proposal));
        connect(take, &QPushButton::clicked, m_desk, [desk = m_desk, wanted = hint.hint] {
            wanted.lifeEventId.isEmpty() ? desk->addItem(wanted.itemId) : desk->chooseLifeEvent(wanted.lifeEventId);
        });
        line->addWidget(take);
    }
    return row;
}

void HintsCard::rebuild()
{
    auto *column = qobject_cast<QVBoxLayout *>(m_ui->hintsContents->layout());
    while (QLayoutItem *item = column->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    if (m_keptAt.isValid() && !m_hints.isEmpty()) {
        auto *kept = new QLabel(tr("From the list of %1, not the newest").arg(shortTime(m_keptAt)), m_ui->hintsContents);
        kept->setObjectName(u"hintsKeptLabel"_s);
        kept->setProperty("role", u"smallMute"_s);
        kept->setWordWrap(true);
        column->addWidget(kept);
    }
    for (const desk::HintView &hint : std::as_const(m_hints))
        column->addWidget(rowFor(hint));
    QWidget *before = m_ui->hintsContents;
    const auto buttons = m_ui->hintsContents->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->parentWidget()->testAttribute(Qt::WA_WState_ExplicitShowHide))
            continue; // a row of before, about to be deleted
        setTabOrder(before, button);
        before = button;
    }
    if (m_hints.isEmpty()) {
        auto *none = new QLabel(tr("Nothing to point out."), m_ui->hintsContents);
        none->setProperty("role", u"smallMute"_s);
        column->addWidget(none);
    }
    column->addStretch();
    m_ui->hintsCountTag->setTag({Tone::Accent, QString::number(m_hints.size()), Mark::None});
    m_ui->hintsCountTag->setVisible(!m_hints.isEmpty());
}

void HintsCard::present(const desk::CounterView &view)
{
    const bool draft = view.phase == desk::CounterPhase::Draft;
    // Only the exchange's own answer is new; whatever else is shown may have been overtaken since.
    const bool asking = view.listing == desk::ListingState::Loading;
    const QDateTime keptAt = view.listing == desk::ListingState::Ready ? QDateTime() : asking ? m_keptAt : view.listedAt;
    if (m_hints == view.hints && m_draft == draft && m_keptAt == keptAt)
        return;
    m_hints = view.hints;
    m_draft = draft;
    m_keptAt = keptAt;
    rebuild();
}

void HintsCard::retranslate()
{
    m_ui->retranslateUi(this);
    rebuild();
}

} // namespace yichuang::ui
