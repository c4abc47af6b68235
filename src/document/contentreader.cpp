// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "contentreader.h"

#include <algorithm>
#include <cmath>

namespace yichuang::document {

using domain::FailureCode;
using domain::Result;
using Kind = PdfValue::Kind;

namespace {

constexpr qsizetype mostOperands = 8;
constexpr qsizetype mostKept = 32;
constexpr qsizetype mostRuns = 1000;     // on one page
constexpr qsizetype mostLetters = 50'000;
constexpr double largestSize = 1000;     // points
constexpr double farthest = 100'000;     // points, and factor of a placement

auto harmed(const char *what)
{
    return domain::failure(FailureCode::DocumentDamaged, QString::fromLatin1(what));
}

auto unknown(const char *what)
{
    return domain::failure(FailureCode::DocumentUnsupported, QString::fromLatin1(what));
}

/** First `inner`, then `outer`. */
Placement combined(const Placement &inner, const Placement &outer)
{
    return {inner.a * outer.a + inner.b * outer.c, inner.a * outer.b + inner.b * outer.d,
            inner.c * outer.a + inner.d * outer.c, inner.c * outer.b + inner.d * outer.d,
            inner.e * outer.a + inner.f * outer.c + outer.e, inner.e * outer.b + inner.f * outer.d + outer.f};
}

bool isNear(const Placement &at)
{
    const double values[] = {at.a, at.b, at.c, at.d, at.e, at.f};
    return std::all_of(std::begin(values), std::end(values), [](double value) { return std::isfinite(value) && std::abs(value) <= farthest; });
}

/** Letters that would only turn or hide their neighbours are shown as replaced. */
QString readable(const QByteArray &utf16)
{
    QString text;
    for (qsizetype i = 0; i + 1 < utf16.size(); i += 2)
        text.append(QChar(ushort(uchar(utf16.at(i)) << 8 | uchar(utf16.at(i + 1)))));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool paired = (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) || (c.isLowSurrogate() && i > 0 && text.at(i - 1).isHighSurrogate());
        const bool hidden = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || (c.isSurrogate() && !paired);
        if (hidden)
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

ContentReader::ContentReader(PdfFile &file, const PdfPage &page)
    : m_file(file)
    , m_page(page)
{
    m_sheet.width = page.width;
    m_sheet.height = page.height;
}

Result<Sheet> ContentReader::read()
{
    PdfTokens tokens(m_page.contents, false);
    while (!tokens.atEnd()) {
        auto value = tokens.next();
        if (!value)
            return tl::unexpected(value.error());
        if (value->kind != Kind::Word) {
            if (m_operands.size() >= mostOperands)
                return harmed("too many operands");
            m_operands.append(std::move(*value));
            continue;
        }
        if (const auto played = play(value->bytes); !played)
            return tl::unexpected(played.error());
        m_operands.clear();
    }
    if (m_inText || !m_operands.isEmpty())
        return harmed("a page that ends in the middle");
    return m_sheet;
}

bool ContentReader::hasNumbers(qsizetype count) const
{
    return m_operands.size() == count && std::all_of(m_operands.cbegin(), m_operands.cend(), [](const PdfValue &value) { return value.kind == Kind::Number; });
}

Result<void> ContentReader::move(const Placement &by)
{
    m_now.matrix = combined(by, m_now.matrix);
    if (!isNear(m_now.matrix))
        return harmed("far off the page");
    return {};
}

Result<void> ContentReader::play(QByteArrayView operation)
{
    if (m_inText)
        return playText(operation);
    if (operation == "q" && hasNumbers(0) && m_kept.size() < mostKept) {
        m_kept.append(m_now);
    } else if (operation == "Q" && hasNumbers(0) && !m_kept.isEmpty()) {
        m_now = m_kept.takeLast();
    } else if (operation == "cm" && hasNumbers(6)) {
        return move({number(0), number(1), number(2), number(3), number(4), number(5)});
    } else if (operation == "g" && hasNumbers(1)) {
        m_now.grey = qBound(0.0, number(0), 1.0);
    } else if (operation == "BT" && hasNumbers(0)) {
        m_inText = true;
        m_placed = true;
        m_lineX = m_lineY = 0;
    } else {
        return unknown("an operator that is not played here");
    }
    return {};
}

Result<void> ContentReader::playText(QByteArrayView operation)
{
    if (operation == "Tf")
        return chooseFont();
    if (operation == "Tj")
        return showText();
    if (operation == "g" && hasNumbers(1)) {
        m_now.grey = qBound(0.0, number(0), 1.0);
    } else if (operation == "Td" && hasNumbers(2)) {
        m_lineX += number(0);
        m_lineY += number(1);
        m_placed = true;
    } else if (operation == "ET" && hasNumbers(0)) {
        m_inText = false;
    } else {
        return unknown("an operator for texts that is not played here");
    }
    return {};
}

Result<void> ContentReader::chooseFont()
{
    const bool fits = m_operands.size() == 2 && m_operands.at(0).kind == Kind::Name && m_operands.at(1).kind == Kind::Number;
    if (!fits || number(1) <= 0 || number(1) > largestSize)
        return harmed("no font or no size");
    const QByteArray name = m_operands.at(0).bytes;
    if (!m_knownFonts.contains(name)) {
        const auto font = m_file.resolve(m_page.fonts.entry(name));
        if (!font)
            return tl::unexpected(font.error());
        if (!font->entry("Subtype").isName("Type0") || !font->entry("Encoding").isName("UniGB-UCS2-H"))
            return unknown("another font");
        m_knownFonts.append(name);
    }
    m_now.size = number(1);
    m_now.hasFont = true;
    return {};
}

Result<void> ContentReader::showText()
{
    if (m_operands.size() != 1 || m_operands.at(0).kind != Kind::Text || !m_now.hasFont || m_operands.at(0).bytes.size() % 2 != 0)
        return harmed("no text or no font for it");
    // Where it would go on depends on the widths of the font before.
    if (!m_placed)
        return unknown("a text without a place of its own");
    m_placed = false;
    TextRun run{readable(m_operands.at(0).bytes), m_now.size, m_now.grey, combined({1, 0, 0, 1, m_lineX, m_lineY}, m_now.matrix)};
    m_letters += run.text.size();
    if (!isNear(run.at) || m_letters > mostLetters || m_sheet.runs.size() >= mostRuns)
        return harmed("too many texts, or far off the page");
    if (!run.text.isEmpty())
        m_sheet.runs.append(std::move(run));
    return {};
}

} // namespace yichuang::document
