// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "pdftokens.h"

#include <algorithm>
#include <cmath>

namespace yichuang::document {

using domain::FailureCode;
using domain::Result;
using namespace Qt::StringLiterals;
using Kind = PdfValue::Kind;

namespace {

constexpr int deepest = 12;
constexpr qsizetype longestNumber = 20;
constexpr qsizetype mostItems = 1000;  // of one array or dictionary
constexpr int mostValues = 200'000;    // read by one PdfTokens: what is kept stays small however large the file

auto damaged(const char *what)
{
    return domain::failure(FailureCode::DocumentDamaged, QString::fromLatin1(what));
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isDelimiter(char c)
{
    return QByteArrayView("()<>[]{}/%").contains(c);
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

PdfValue made(Kind kind, QByteArray bytes)
{
    PdfValue value;
    value.kind = kind;
    value.bytes = std::move(bytes);
    return value;
}

} // namespace

bool PdfValue::isInteger(qint64 from, qint64 to) const
{
    return kind == Kind::Number && number == std::floor(number) && number >= double(from) && number <= double(to);
}

const PdfValue &PdfValue::entry(QByteArrayView key) const
{
    static const PdfValue none;
    const qsizetype at = kind == Kind::Dictionary ? keys.indexOf(key) : -1;
    return at < 0 ? none : items.at(at);
}

PdfTokens::PdfTokens(QByteArrayView bytes, bool references, qsizetype position)
    : m_bytes(bytes)
    , m_references(references)
    , m_at(qBound(qsizetype(0), position, bytes.size()))
{
}

void PdfTokens::skipSpace()
{
    bool comment = false;
    for (; m_at < m_bytes.size(); ++m_at) {
        const char c = m_bytes.at(m_at);
        if (comment)
            comment = c != '\n' && c != '\r';
        else if (c == '%')
            comment = true;
        else if (!isSpace(c))
            return;
    }
}

bool PdfTokens::atEnd()
{
    skipSpace();
    return m_at >= m_bytes.size();
}

QByteArray PdfTokens::regular()
{
    const qsizetype begin = m_at;
    while (m_at < m_bytes.size() && !isSpace(m_bytes.at(m_at)) && !isDelimiter(m_bytes.at(m_at)))
        ++m_at;
    return m_bytes.sliced(begin, m_at - begin).toByteArray();
}

Result<void> PdfTokens::expect(QByteArrayView word)
{
    const auto found = next();
    if (!found)
        return tl::unexpected(found.error());
    if (!found->isWord(word))
        return damaged("another word stands here");
    return {};
}

Result<PdfValue> PdfTokens::value(int depth)
{
    if (atEnd())
        return damaged("it ends too early");
    if (depth > deepest || ++m_values > mostValues)
        return damaged("nested too deep or too long");
    const char c = m_bytes.at(m_at);
    if (startsWith("<<"))
        return dictionary(depth);
    if (c == '<')
        return hexText();
    if (c == '(')
        return plainText();
    if (c == '[')
        return array(depth);
    if (c == '/') {
        ++m_at;
        return made(Kind::Name, regular());
    }
    if (QByteArrayView("+-.0123456789").contains(c))
        return number();
    const QByteArray word = regular();
    if (word.isEmpty())
        return damaged("a bracket without its other half");
    return word == "null" ? PdfValue() : made(Kind::Word, word);
}

Result<PdfValue> PdfTokens::number()
{
    const QByteArray text = regular();
    bool good = text.size() <= longestNumber;
    PdfValue value;
    value.kind = Kind::Number;
    // No exponents, no "inf": only what the syntax knows.
    good = good && std::all_of(text.cbegin(), text.cend(), [](char c) { return QByteArrayView("+-.0123456789").contains(c); });
    value.number = good ? text.toDouble(&good) : 0;
    if (!good)
        return damaged("a number that is none");
    if (m_references && value.isInteger(0, INT_MAX))
        takeReference(value);
    return value;
}

void PdfTokens::takeReference(PdfValue &number)
{
    const qsizetype before = m_at;
    skipSpace();
    const QByteArray generation = regular();
    skipSpace();
    const bool isNumber = !generation.isEmpty() && std::all_of(generation.cbegin(), generation.cend(), [](char c) { return c >= '0' && c <= '9'; });
    if (isNumber && regular() == "R")
        number.kind = Kind::Reference;
    else
        m_at = before;
}

Result<PdfValue> PdfTokens::hexText()
{
    QByteArray text;
    int half = -1;
    for (++m_at; m_at < m_bytes.size(); ++m_at) {
        const char c = m_bytes.at(m_at);
        if (c == '>') {
            ++m_at;
            if (half >= 0)
                text.append(char(half << 4));
            return made(Kind::Text, text);
        }
        if (isSpace(c))
            continue;
        const int digit = hexDigit(c);
        if (digit < 0)
            return damaged("a letter among hexadecimal digits");
        if (half >= 0)
            text.append(char(half << 4 | digit));
        half = half >= 0 ? -1 : digit;
    }
    return damaged("a text without an end");
}

char PdfTokens::escaped()
{
    const char c = m_bytes.at(m_at);
    if (c >= '0' && c <= '7') {
        int code = 0;
        qsizetype digits = 0;
        for (; digits < 3 && m_at + digits < m_bytes.size(); ++digits) {
            const char digit = m_bytes.at(m_at + digits);
            if (digit < '0' || digit > '7')
                break;
            code = code * 8 + (digit - '0');
        }
        m_at += digits - 1;
        return char(code & 0xff);
    }
    const qsizetype known = QByteArrayView("nrtbf").indexOf(c);
    return known < 0 ? c : "\n\r\t\b\f"[known];
}

Result<PdfValue> PdfTokens::plainText()
{
    QByteArray text;
    int open = 1;
    for (++m_at; m_at < m_bytes.size(); ++m_at) {
        char c = m_bytes.at(m_at);
        if (c == '\\') {
            if (++m_at >= m_bytes.size())
                break;
            text.append(escaped());
            continue;
        }
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (open == 0) {
            ++m_at;
            return made(Kind::Text, text);
        }
        text.append(c);
    }
    return damaged("a text without an end");
}

Result<PdfValue> PdfTokens::array(int depth)
{
    PdfValue array;
    array.kind = Kind::Array;
    for (++m_at; !atEnd();) {
        if (m_bytes.at(m_at) == ']') {
            ++m_at;
            return array;
        }
        auto item = value(depth + 1);
        if (!item)
            return item;
        if (array.items.size() >= mostItems)
            return damaged("an array too long");
        array.items.append(std::move(*item));
    }
    return damaged("an array without an end");
}

Result<PdfValue> PdfTokens::dictionary(int depth)
{
    PdfValue dictionary;
    dictionary.kind = Kind::Dictionary;
    for (m_at += 2; !atEnd();) {
        if (startsWith(">>")) {
            m_at += 2;
            return dictionary;
        }
        auto key = value(depth + 1);
        if (!key)
            return key;
        if (key->kind != Kind::Name || dictionary.keys.size() >= mostItems || dictionary.keys.contains(key->bytes))
            return damaged("a dictionary's key is no name, stands twice or is one too many");
        auto item = value(depth + 1);
        if (!item)
            return item;
        dictionary.keys.append(key->bytes);
        dictionary.items.append(std::move(*item));
    }
    return damaged("a dictionary without an end");
}

} // namespace yichuang::document
