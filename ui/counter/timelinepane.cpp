// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/timelinepane.h"

#include "counter/timelinedelegate.h"
#include "counter/timelinemodel.h"
#include "ui_timelinepane.h"

namespace yichuang::ui {

TimelinePane::TimelinePane(QWidget *parent)
    : Pane(parent)
    , m_model(new TimelineModel(this))
    , m_ui(std::make_unique<Ui::TimelinePane>())
{
    m_ui->setupUi(this);
    m_ui->timelineListView->setModel(m_model);
    m_ui->timelineListView->setItemDelegate(new TimelineDelegate(this));
    m_ui->timelineListView->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFirstStop(m_ui->timelineListView);
    retranslate();
}

TimelinePane::~TimelinePane() = default;

void TimelinePane::present(const QList<desk::TimelineEntry> &entries)
{
    const std::optional<desk::TimelineEntry> before = m_model->newest();
    m_model->setEntries(entries);
    m_ui->timelineListView->setVisible(!entries.isEmpty());
    m_ui->timelineStateView->setVisible(entries.isEmpty());
    if (m_model->newest() != before)
        showNewest();
}

void TimelinePane::showNewest()
{
    // What happened last is what the clerk looks for, and departments stand in an order of their own.
    if (const int newest = m_model->newestRow(); newest >= 0)
        m_ui->timelineListView->scrollTo(m_model->index(newest, 0));
}

void TimelinePane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    // How high a row is depends on how wide it may be.
    m_ui->timelineListView->doItemsLayout();
    showNewest();
}

void TimelinePane::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->timelineStateView->setState(StateView::Kind::Empty, tr("Nothing happened yet"), tr("Every step of every department appears here."));
    m_model->retranslate();
}

} // namespace yichuang::ui
