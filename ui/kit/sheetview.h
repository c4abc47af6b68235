// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>
#include <document/sheet.h>

namespace yichuang::ui {

/** The sheets of a file, one below the other, as wide as there is room. Keeps them in memory only and offers no way to copy. */
class SheetView : public QWidget
{
    Q_OBJECT
public:
    explicit SheetView(QWidget *parent = nullptr);
    void setSheets(const QList<document::Sheet> &sheets);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double scaleFor(const document::Sheet &sheet, int room) const;
    QList<document::Sheet> m_sheets;
};

} // namespace yichuang::ui
