// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/tone.h"

#include <QWidget>

namespace yichuang::ui {

/** A small status word with its mark and colour; one that may be narrow is elided and tells the whole in its tool tip. */
class Tag : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    void setTag(const TagText &tag);
    void setTag(Tone tone, const QString &text) { setTag({tone, text, markOf(tone)}); }
    /** Lets the tag become narrower than its words rather than widen what it stands in. */
    void setMayBeNarrow();
    [[nodiscard]] QString text() const { return m_tag.text; }
    [[nodiscard]] QSize sizeHint() const override { return tagSize(m_tag); }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TagText m_tag;
    bool m_mayBeNarrow = false;
};

} // namespace yichuang::ui
