// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/fileslistview.h"

#include "kit/tokens.h"

#include <QKeyEvent>

namespace yichuang::ui {

FilesListView::FilesListView(QWidget *parent)
    : QListView(parent)
    , m_model(new FilesModel(this))
{
    setModel(m_model);
    setItemDelegate(new FileDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    hide();
}

void FilesListView::setFiles(const QList<FileRow> &files)
{
    constexpr int mostRowsShown = 3;
    m_model->setRows(files);
    setVisible(!files.isEmpty());
    const int rows = int(qMin<qsizetype>(files.size(), mostRowsShown));
    setFixedHeight(rows * token::fileHeight + 2 * frameWidth() + token::focusLine);
}

QString FilesListView::currentFile() const
{
    const FileRow *row = m_model->row(currentIndex());
    return row ? row->file.id : QString();
}

void FilesListView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete)
        Q_EMIT removeAsked();
    else
        QListView::keyPressEvent(event);
}

} // namespace yichuang::ui
