// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/tag.h"

#include "kit/tokens.h"

#include <QFontMetrics>

namespace yichuang::ui {

void Tag::setTag(const TagText &tag)
{
    if (m_tag == tag)
        return;
    m_tag = tag;
    setAccessibleName(tag.text);
    setSizePolicy(m_mayBeNarrow ? QSizePolicy::Maximum : QSizePolicy::Fixed, QSizePolicy::Fixed);
    updateGeometry();
    update();
}

void Tag::setMayBeNarrow()
{
    m_mayBeNarrow = true;
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    updateGeometry();
}

QSize Tag::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return m_mayBeNarrow ? QSize(qMin(whole.width(), token::railWidth), whole.height()) : whole;
}

void Tag::paintEvent(QPaintEvent *)
{
    if (m_tag.text.isEmpty())
        return;
    QPainter painter(this);
    TagText shown = m_tag;
    if (const int over = sizeHint().width() - width(); over > 0) {
        const QFontMetrics metrics(themeFont(token::tinySize));
        shown.text = metrics.elidedText(m_tag.text, Qt::ElideRight, metrics.horizontalAdvance(m_tag.text) - over);
    }
    if (const QString tip = shown.text == m_tag.text ? QString() : m_tag.text; m_mayBeNarrow && toolTip() != tip)
        setToolTip(tip);
    drawTag(painter, shown, width(), height() / 2);
}

} // namespace yichuang::ui
