// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "window/demotray.h"

#include "kit/tokens.h"
#include "kit/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

DemoTray::DemoTray(QWidget *parent)
    : Pane(parent)
{
    setProperty("panel", u"footer"_s);
    setProperty("pad", u"bar"_s);
    setFixedHeight(token::railButtonHeight - token::gap);
    hide();
}

void DemoTray::bind(desk::ReaderDesk *desk)
{
    m_desk = desk;
    m_title = new QLabel(this);
    m_cards = new QWidget;
    m_row = new QHBoxLayout(m_cards);
    m_title->setProperty("role", u"tinyMute"_s);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_cards);
    auto *line = new QHBoxLayout(this);
    line->addWidget(m_title);
    line->addWidget(area, 1);
    connect(desk, &desk::ReaderDesk::trayChanged, this, &DemoTray::refresh);
    retranslate();
}

void DemoTray::onCard(const QString &id, bool placed)
{
    placed ? m_desk->takeCardOff() : m_desk->placeCard(id);
}

static QString kindWords(const QString &kind)
{
    using domain::CardKind;
    if (kind == "hk-mo-tw-permit"_L1)
        return Words::cardKind(CardKind::HkMoTwPermit);
    if (kind == "foreigner2017"_L1)
        return Words::cardKind(CardKind::Foreigner2017);
    return Words::cardKind(kind == "foreigner2023"_L1 ? CardKind::Foreigner2023 : CardKind::Citizen);
}

void DemoTray::refresh()
{
    const QList<desk::TrayCard> cards = m_desk->tray();
    setVisible(!cards.isEmpty());
    // Buttons are kept and only changed: the one that was just clicked must not be deleted under the mouse.
    while (m_row->count() > cards.size() + 1) {
        QLayoutItem *item = m_row->takeAt(m_row->count() - 2);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (m_row->count() == 0)
        m_row->addStretch();
    while (m_row->count() < cards.size() + 1) {
        auto *button = new QPushButton(m_cards);
        button->setProperty("kind", u"small"_s);
        button->setCheckable(true);
        connect(button, &QPushButton::clicked, this, [this, button] {
            onCard(button->property("cardId").toString(), button->property("placed").toBool());
        });
        m_row->insertWidget(m_row->count() - 1, button);
    }
    for (int i = 0; i < cards.size(); ++i) {
        auto *button = qobject_cast<QPushButton *>(m_row->itemAt(i)->widget());
        const desk::TrayCard &card = cards.at(i);
        button->setObjectName(u"trayCard_"_s + card.id);
        button->setProperty("cardId", card.id);
        button->setProperty("placed", card.placed);
        const QString whose = card.tail.isEmpty() ? card.label : card.label + u' ' + card.tail;
        button->setText(whose + u'\n' + kindWords(card.kind));
        button->setChecked(card.placed);
        button->setToolTip(card.placed ? tr("Take the card off the reader") : tr("Place the card on the reader"));
        button->setAccessibleName(whose + u' ' + kindWords(card.kind));
    }
}

void DemoTray::retranslate()
{
    m_title->setText(tr("Demo: cards for the virtual reader"));
    refresh();
}

} // namespace yichuang::ui
