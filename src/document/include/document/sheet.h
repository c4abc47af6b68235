// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace yichuang::document {

/** Where a text lies on its sheet: x' = a x + c y + e, y' = b x + d y + f; points, from the lower left corner, y upwards. */
struct Placement {
    double a = 1;
    double b = 0;
    double c = 0;
    double d = 1;
    double e = 0;
    double f = 0;
    friend bool operator==(const Placement &, const Placement &) = default;
};

/** One line of text. */
struct TextRun {
    QString text;
    double size = 0;  ///< points, before the placement
    double grey = 0;  ///< 0 black to 1 white
    Placement at;     ///< of the beginning of its base line
    friend bool operator==(const TextRun &, const TextRun &) = default;
};

/** One page: what is drawn on it, in order. */
struct Sheet {
    double width = 0; ///< points
    double height = 0;
    QList<TextRun> runs;
    friend bool operator==(const Sheet &, const Sheet &) = default;
};

} // namespace yichuang::document
