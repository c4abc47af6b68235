// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPainter>
#include <QString>

namespace yichuang::ui {

/** What a status means; always shown with a mark and a word as well as with its colour. */
enum class Tone { Mute, Ok, Accent, Warn, Bad };
/** The shape that goes with a status. */
enum class Mark { None, Tick, Warning, Cross, Clock };

[[nodiscard]] QColor toneInk(Tone tone);
[[nodiscard]] QColor toneGround(Tone tone);
/** "ok", "warn", … for the style sheet's [tone] selector. */
[[nodiscard]] QString toneName(Tone tone);
/** The mark a tone has when nobody chose another. */
[[nodiscard]] Mark markOf(Tone tone);

void drawMark(QPainter &painter, Mark mark, const QRectF &box, const QColor &colour);

/** A small coloured status word, as drawn by Tag and by the list delegates. */
struct TagText {
    Tone tone = Tone::Mute;
    QString text;
    Mark mark = Mark::None;
    friend bool operator==(const TagText &, const TagText &) = default;
};
[[nodiscard]] QSize tagSize(const TagText &tag);
/** Draws the tag with its right edge at `right`, vertically centred on `middle`; returns the box used. */
QRect drawTag(QPainter &painter, const TagText &tag, int right, int middle);

/** A font of the theme's scale; `pixels` is a token. */
[[nodiscard]] QFont themeFont(int pixels, bool strong = false);

} // namespace yichuang::ui
