// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

namespace yichuang::ui {

/** Cards in two columns that share the width; arrow keys walk in both directions, Return activates. */
class GridListView : public QListView
{
    Q_OBJECT
public:
    explicit GridListView(QWidget *parent = nullptr);
    void setColumns(int columns, int rowHeight);

    void doItemsLayout() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitGrid();
    int m_columns = 2;
    int m_rowHeight = 0;
};

} // namespace yichuang::ui
