// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/gridlistview.h"

#include "kit/tokens.h"

#include <QResizeEvent>
#include <QScrollBar>

namespace yichuang::ui {

GridListView::GridListView(QWidget *parent)
    : QListView(parent)
    , m_rowHeight(token::certificateHeight + token::certificateGap)
{
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
}

void GridListView::setColumns(int columns, int rowHeight)
{
    m_columns = columns;
    m_rowHeight = rowHeight;
    fitGrid();
}

void GridListView::fitGrid()
{
    // Whether the bar is needed is reckoned here: for a bar that may come the view would keep room and lose a column.
    const int rows = model() ? (model()->rowCount() + m_columns - 1) / m_columns : 0;
    const QRect room = contentsRect();
    const int bar = rows * m_rowHeight > room.height() ? verticalScrollBar()->sizeHint().width() : 0;
    setVerticalScrollBarPolicy(bar > 0 ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    const QSize grid(qMax(1, (room.width() - bar - 1) / m_columns), m_rowHeight);
    if (grid != gridSize())
        setGridSize(grid);
}

void GridListView::doItemsLayout()
{
    fitGrid();
    QListView::doItemsLayout();
}

void GridListView::resizeEvent(QResizeEvent *event)
{
    fitGrid();
    QListView::resizeEvent(event);
}

} // namespace yichuang::ui
