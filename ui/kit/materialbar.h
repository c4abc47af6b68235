// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace yichuang::ui {

/** How far the materials are: from certificates, taken at the window, promised or to follow, missing. */
class MaterialBar : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    void setCounts(int exempt, int taken, int later, int missing);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_exempt = 0;
    int m_taken = 0;
    int m_later = 0;
    int m_missing = 0;
};

} // namespace yichuang::ui
