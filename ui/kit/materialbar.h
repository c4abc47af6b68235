// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace yichuang::ui {

/** Every material of a case under one heading of five. */
struct MaterialCounts {
    int exempt = 0;   ///< from certificates, or made by the case itself
    int taken = 0;    ///< at the window
    int later = 0;    ///< promised or to follow
    int missing = 0;
    int optional = 0; ///< may be left out, and is
    [[nodiscard]] int total() const { return exempt + taken + later + missing + optional; }
    friend bool operator==(const MaterialCounts &, const MaterialCounts &) = default;
};

/** How far the materials are; what is missing stays the empty part. */
class MaterialBar : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    void setCounts(const MaterialCounts &counts);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MaterialCounts m_counts;
};

} // namespace yichuang::ui
