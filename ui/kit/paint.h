// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRgb>
#include <QStringList>

class QPainter;
class QRect;

namespace yichuang::ui {

/** One line of text, vertically centred and elided; sizes and colours are tokens. Returns the width used. */
int drawLine(QPainter &painter, const QRect &box, const QString &text, int pixels, QRgb colour, bool strong = false, bool right = false);
/** How wide drawLine() draws a text that it has room for. */
[[nodiscard]] int lineWidth(const QString &text, int pixels);
/** These words with dots between them, in as many lines as they take in a width: whole, and broken between words where that can be. */
[[nodiscard]] QStringList dottedLines(const QStringList &words, int pixels, int width);
/** The ground of a list row: white, chosen, and a frame where the keyboard is. */
void drawRowGround(QPainter &painter, const QRect &box, bool chosen, bool focused);

} // namespace yichuang::ui
