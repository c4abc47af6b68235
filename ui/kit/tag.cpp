// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/tag.h"

namespace yichuang::ui {

void Tag::setTag(const TagText &tag)
{
    if (m_tag == tag)
        return;
    m_tag = tag;
    setAccessibleName(tag.text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    updateGeometry();
    update();
}

void Tag::paintEvent(QPaintEvent *)
{
    if (m_tag.text.isEmpty())
        return;
    QPainter painter(this);
    drawTag(painter, m_tag, width(), height() / 2);
}

} // namespace yichuang::ui
