// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "window/readerpanel.h"

#include "kit/errorline.h"
#include "kit/tag.h"
#include "kit/words.h"
#include "ui_readerpanel.h"

#include <QKeyEvent>
#include <QRadioButton>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

ReaderPanel::ReaderPanel(desk::ReaderDesk *desk, QWidget *parent)
    : Pane(parent)
    , m_desk(desk)
    , m_ui(std::make_unique<Ui::ReaderPanel>())
{
    m_ui->setupUi(this);
    setFocusPolicy(Qt::ClickFocus);
    setFirstStop(m_ui->closeReadersPushButton);
    connect(m_ui->closeReadersPushButton, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_ui->readAgainPushButton, &QPushButton::clicked, m_desk, [this] { m_desk->readAgain(); });
    connect(m_desk, &desk::ReaderDesk::readersChanged, this, &ReaderPanel::refresh);
    hide();
    refresh();
}

ReaderPanel::~ReaderPanel() = default;

QWidget *ReaderPanel::rowFor(const desk::ReaderView &reader)
{
    auto *row = new QWidget(m_ui->readersWidget);
    auto *column = new QVBoxLayout(row);
    auto *line = new QHBoxLayout;
    auto *choice = new QRadioButton(reader.name, row);
    choice->setObjectName(u"reader_"_s + reader.id);
    choice->setAutoExclusive(false);
    choice->setChecked(reader.preferred || m_desk->readers().size() == 1);
    choice->setToolTip(tr("Use this reader first"));
    connect(choice, &QRadioButton::clicked, m_desk, [this, id = reader.id] { m_desk->prefer(id); });
    auto *tag = new Tag(row);
    using Phase = desk::ReaderView::Phase;
    const TagText tags[] = {{Tone::Mute, tr("Opening"), Mark::Clock}, {Tone::Ok, tr("Ready"), Mark::Tick},
                            {Tone::Accent, tr("Reading"), Mark::Clock}, {Tone::Ok, tr("Card read"), Mark::Tick},
                            {Tone::Warn, tr("No reader"), Mark::Warning}, {Tone::Bad, tr("Fault"), Mark::Cross}};
    const bool isCardUnread = reader.phase == Phase::Ready && reader.fault;
    tag->setTag(isCardUnread ? TagText{Tone::Warn, tr("Card not read"), Mark::Warning} : tags[int(reader.phase)]);
    line->addWidget(choice);
    line->addStretch();
    line->addWidget(tag);
    column->addLayout(line);
    if (!reader.samNumber.isEmpty() || reader.lastCardAt.isValid()) {
        auto *facts = new QLabel(row);
        facts->setProperty("role", u"tinyMute"_s);
        //: %1 number of the security module, %2 time of the last card
        facts->setText(tr("Module %1 · last card %2").arg(reader.samNumber.isEmpty() ? u"–"_s : reader.samNumber, reader.lastCardAt.isValid() ? clockTime(reader.lastCardAt) : u"–"_s));
        column->addWidget(facts);
    }
    if (reader.fault && (isCardUnread || reader.phase >= Phase::Missing)) {
        auto *error = new ErrorLine(row);
        column->addWidget(error);
        error->setError(reader.fault);
    }
    return row;
}

void ReaderPanel::refresh()
{
    while (QLayoutItem *item = m_ui->readersLayout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const QList<desk::ReaderView> readers = m_desk->readers();
    for (const desk::ReaderView &reader : readers)
        m_ui->readersLayout->addWidget(rowFor(reader));
    if (readers.isEmpty())
        m_ui->readersLayout->addWidget(new QLabel(tr("No ID card reader is connected."), m_ui->readersWidget));
    adjustSize();
}

void ReaderPanel::retranslate()
{
    m_ui->retranslateUi(this);
    refresh();
}

void ReaderPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        Pane::keyPressEvent(event);
}

} // namespace yichuang::ui
