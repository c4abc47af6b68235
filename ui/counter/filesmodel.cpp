// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/filesmodel.h"

#include "kit/paint.h"
#include "kit/tokens.h"
#include "kit/tone.h"

#include <QPainter>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

int FilesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

bool FilesModel::sameKey(const FileRow &one, const FileRow &other) const
{
    return one.file.id == other.file.id;
}

QString FilesModel::sizeText(const domain::AttachedFile &file)
{
    //: size of a file
    return tr("%1 KB").arg((file.size + 1023) / 1024);
}

QVariant FilesModel::data(const QModelIndex &index, int role) const
{
    const FileRow *found = row(index);
    if (!found)
        return {};
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        QStringList words{found->material, found->file.name, sizeText(found->file)};
        words.removeAll(QString());
        return words.join(u' ');
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: return found->file.name;
    case Material: return found->material;
    case Size: return sizeText(found->file);
    default: return {};
    }
}

QVariant FilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("File");
    case Material: return tr("Material");
    case Size: return tr("Size");
    default: return {};
    }
}

void FileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const FilesModel *>(index.model());
    const FileRow *row = model ? model->row(index) : nullptr;
    if (!row)
        return;
    painter->save();
    drawRowGround(*painter, option.rect, option.state & QStyle::State_Selected, option.state & QStyle::State_HasFocus);
    // Where materials are named the list is as wide as its column, and keeps its margins.
    const int margin = row->material.isEmpty() ? token::gapSmall : token::gapWide;
    const QRect inner = option.rect.adjusted(margin, 0, -margin, 0);
    const QString size = FilesModel::sizeText(row->file);
    const int sizeWidth = QFontMetrics(themeFont(token::tinySize)).horizontalAdvance(size) + token::gapTiny;
    drawLine(*painter, {inner.right() + 1 - sizeWidth, inner.top(), sizeWidth, inner.height()}, size, token::tinySize, token::mute, false, true);
    QRect rest = inner.adjusted(0, 0, -sizeWidth - token::gap, 0);
    if (!row->material.isEmpty()) {
        const int half = inner.width() / 2; // the same in every row, whatever the sizes take
        drawLine(*painter, {rest.left(), rest.top(), half - token::gap, rest.height()}, row->material, token::tinySize, token::mute);
        rest.setLeft(rest.left() + half);
    }
    drawLine(*painter, rest, row->file.name, token::smallSize, token::ink);
    painter->restore();
}

QSize FileDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {token::railWidth, token::fileHeight};
}

} // namespace yichuang::ui
