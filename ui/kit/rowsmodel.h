// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>

namespace yichuang::ui {

/**
 * A table model over a list of values. setRows() finds what changed by key and announces exactly that, so that a
 * selection survives an update. Derived classes give the columns and the data.
 */
template<typename Row>
class RowsModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] const Row *row(const QModelIndex &index) const
    {
        return index.isValid() && index.row() < m_rows.size() ? &m_rows.at(index.row()) : nullptr;
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

    void setRows(const QList<Row> &rows)
    {
        qsizetype head = 0;
        while (head < m_rows.size() && head < rows.size() && sameKey(m_rows.at(head), rows.at(head)))
            ++head;
        qsizetype tail = 0;
        while (tail < m_rows.size() - head && tail < rows.size() - head
               && sameKey(m_rows.at(m_rows.size() - 1 - tail), rows.at(rows.size() - 1 - tail)))
            ++tail;
        if (const qsizetype gone = m_rows.size() - head - tail; gone > 0) {
            beginRemoveRows({}, int(head), int(head + gone - 1));
            m_rows.remove(head, gone);
            endRemoveRows();
        }
        if (const qsizetype come = rows.size() - head - tail; come > 0) {
            beginInsertRows({}, int(head), int(head + come - 1));
            m_rows = m_rows.mid(0, head) + rows.mid(head, come) + m_rows.mid(head);
            endInsertRows();
        }
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (m_rows.at(i) == rows.at(i))
                continue;
            m_rows[i] = rows.at(i);
            Q_EMIT dataChanged(index(int(i), 0), index(int(i), columnCount() - 1));
        }
    }

    void appendRows(const QList<Row> &rows)
    {
        if (rows.isEmpty())
            return;
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size() - 1));
        m_rows += rows;
        endInsertRows();
    }

    /** Every text again, after the language changed. */
    void retranslate()
    {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }

protected:
    [[nodiscard]] virtual bool sameKey(const Row &one, const Row &other) const = 0;

private:
    QList<Row> m_rows;
};

} // namespace yichuang::ui
