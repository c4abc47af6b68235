// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pdffile.h"

#include <document/sheet.h>

namespace yichuang::document {

/** Plays the contents of one page: q Q cm g, and texts by BT Tf Td Tj ET. Any other operator is DOC-004. */
class ContentReader
{
public:
    ContentReader(PdfFile &file, const PdfPage &page);
    [[nodiscard]] domain::Result<Sheet> read();

private:
    struct Graphics {
        Placement matrix;
        double grey = 0;
        double size = 0;
        bool hasFont = false;
    };
    [[nodiscard]] domain::Result<void> play(QByteArrayView operation);
    [[nodiscard]] domain::Result<void> playText(QByteArrayView operation);
    [[nodiscard]] domain::Result<void> chooseFont();
    [[nodiscard]] domain::Result<void> showText();
    [[nodiscard]] bool hasNumbers(qsizetype count) const;
    [[nodiscard]] double number(qsizetype place) const { return m_operands.at(place).number; }
    [[nodiscard]] domain::Result<void> move(const Placement &by);

    PdfFile &m_file;
    const PdfPage &m_page;
    Sheet m_sheet;
    QList<PdfValue> m_operands;
    QList<Graphics> m_kept;
    Graphics m_now;
    QList<QByteArray> m_knownFonts; ///< names that were looked at and are good
    bool m_inText = false;
    bool m_placed = false;          ///< since the last text a new place was given
    double m_lineX = 0;
    double m_lineY = 0;
    qsizetype m_letters = 0;
};

} // namespace yichuang::document
