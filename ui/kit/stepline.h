// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QStringList>
#include <QWidget>

namespace yichuang::ui {

/** The steps of a case in one line: done ones ticked, the current one filled, the rest outlined. */
class StepLine : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    /** @param current 0-based; equal to the number of steps: all done. @param undone steps that were passed without their result. */
    void setSteps(const QStringList &steps, int current, const QSet<int> &undone = {});
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int widthFor(bool lines) const;
    QStringList m_steps;
    int m_current = 0;
    QSet<int> m_undone;
};

} // namespace yichuang::ui
