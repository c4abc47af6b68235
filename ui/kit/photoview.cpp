// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/photoview.h"

#include "kit/tokens.h"
#include "kit/tone.h"

#include <QPainter>

namespace yichuang::ui {

static constexpr int photoColumns = 102;
static constexpr int photoRows = 126;

PhotoView::PhotoView(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(token::photoWidth, token::photoHeight);
}

void PhotoView::setPhoto(const QByteArray &bgr)
{
    if (m_bytes == bgr)
        return;
    m_bytes = bgr;
    m_photo = {};
    if (bgr.size() == photoColumns * photoRows * 3) {
        m_photo = QImage(reinterpret_cast<const uchar *>(m_bytes.constData()), photoColumns, photoRows, photoColumns * 3, QImage::Format_BGR888);
    }
    update();
}

void PhotoView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_photo.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(rect(), m_photo);
        return;
    }
    painter.setPen(QColor(token::line));
    painter.setBrush(QColor(token::photoGround));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.setFont(themeFont(token::tinySize));
    painter.setPen(QColor(token::mute));
    painter.drawText(rect(), Qt::AlignCenter, tr("Photo"));
}

} // namespace yichuang::ui
