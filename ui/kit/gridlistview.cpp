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
    // A bar that comes and goes would change the width and with it the number of columns.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
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
    setGridSize({qMax(1, (viewport()->width() - 2) / m_columns), m_rowHeight});
}

void GridListView::resizeEvent(QResizeEvent *event)
{
    fitGrid();
    QListView::resizeEvent(event);
}

} // namespace yichuang::ui
