// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/rowsmodel.h"

#include <domain/case.h>

#include <QStyledItemDelegate>

namespace yichuang::ui {

/** One file, and the name of its material where files of several are listed. */
struct FileRow {
    domain::AttachedFile file;
    QString material = {};
    friend bool operator==(const FileRow &, const FileRow &) = default;
};

/** Files that stand for materials, in the order in which they were attached. */
class FilesModel : public RowsModel<FileRow>
{
    Q_OBJECT
public:
    enum Column { Name, Material, Size, ColumnCount };
    using RowsModel::RowsModel;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] static QString sizeText(const domain::AttachedFile &file);

protected:
    [[nodiscard]] bool sameKey(const FileRow &one, const FileRow &other) const override;
};

/** Draws a file in one line: material, name, size. */
class FileDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace yichuang::ui
