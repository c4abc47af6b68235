// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/tone.h"

#include <QWidget>

namespace yichuang::ui {

/** A small status word with its mark and colour. */
class Tag : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    void setTag(const TagText &tag);
    void setTag(Tone tone, const QString &text) { setTag({tone, text, markOf(tone)}); }
    [[nodiscard]] QString text() const { return m_tag.text; }
    [[nodiscard]] QSize sizeHint() const override { return tagSize(m_tag); }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TagText m_tag;
};

} // namespace yichuang::ui
