// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/elidedbutton.h"

#include "kit/tokens.h"

namespace yichuang::ui {

ElidedButton::ElidedButton(QWidget *parent)
    : QPushButton(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ElidedButton::setFullText(const QString &text)
{
    if (m_full == text)
        return;
    m_full = text;
    setToolTip(text);
    setAccessibleName(text);
    elide();
}

void ElidedButton::elide()
{
    ensurePolished();
    // The middle goes: the count stands at the start and the key at the end.
    setText(fontMetrics().elidedText(m_full, Qt::ElideMiddle, width() - 2 * token::gapTiny - 2));
}

void ElidedButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    elide();
}

} // namespace yichuang::ui
