// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRgb>

class QPainter;
class QRect;
class QString;

namespace yichuang::ui {

/** One line of text, vertically centred and elided; sizes and colours are tokens. Returns the width used. */
int drawLine(QPainter &painter, const QRect &box, const QString &text, int pixels, QRgb colour, bool strong = false, bool right = false);
/** The ground of a list row: white, chosen, and a frame where the keyboard is. */
void drawRowGround(QPainter &painter, const QRect &box, bool chosen, bool focused);

} // namespace yichuang::ui
