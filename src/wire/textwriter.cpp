// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "textwriter.h"

#include <QJsonDocument>

namespace yichuang::wire {

using namespace Qt::StringLiterals;

namespace {

/** True for what JSON shows as it is and UTF-8 can hold. */
bool isPlain(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() >= 0x20 && c != u'"' && c != u'\\' && !c.isSurrogate();
    });
}

void appendQuoted(QByteArray &out, const QString &text)
{
    if (isPlain(text)) {
        out.append('"').append(text.toUtf8()).append('"');
        return;
    }
    // Quotes, control characters and halves of pairs are rare: Qt's own writer knows how it escapes them.
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    out.append(array.constData() + 1, array.size() - 2);
}

void appendDigits(QByteArray &out, int value, int width)
{
    char digits[4];
    for (int i = width - 1; i >= 0; --i, value /= 10)
        digits[i] = char('0' + value % 10);
    out.append(digits, width);
}

void appendDay(QByteArray &out, QDate day)
{
    int year = 0;
    int month = 0;
    int ofMonth = 0;
    day.getDate(&year, &month, &ofMonth);
    appendDigits(out, year, 4);
    out.append('-');
    appendDigits(out, month, 2);
    out.append('-');
    appendDigits(out, ofMonth, 2);
}

/** Years that ISO 8601 writes with four digits; of others Qt makes what it makes. */
bool hasPlainYear(QDate day)
{
    return day.year() >= 1 && day.year() <= 9999;
}

} // namespace

bool appendText(QByteArray &out, const QString &value)
{
    if (value.isEmpty())
        return false;
    appendQuoted(out, value);
    return true;
}

bool appendText(QByteArray &out, const QByteArray &value)
{
    if (value.isEmpty())
        return false;
    out.append('"').append(value.toHex()).append('"');
    return true;
}

bool appendText(QByteArray &out, const QDate &value)
{
    if (!value.isValid())
        return false;
    if (!hasPlainYear(value)) {
        appendQuoted(out, value.toString(Qt::ISODate));
        return true;
    }
    out.append('"');
    appendDay(out, value);
    out.append('"');
    return true;
}

bool appendText(QByteArray &out, const QDateTime &value)
{
    if (!value.isValid())
        return false;
    const QDateTime utc = value.toUTC();
    const QDate day = utc.date();
    if (!hasPlainYear(day)) {
        appendQuoted(out, utc.toString(Qt::ISODateWithMs));
        return true;
    }
    const QTime time = utc.time();
    out.append('"');
    appendDay(out, day);
    out.append('T');
    appendDigits(out, time.hour(), 2);
    out.append(':');
    appendDigits(out, time.minute(), 2);
    out.append(':');
    appendDigits(out, time.second(), 2);
    out.append('.');
    appendDigits(out, time.msec(), 3);
    out.append("Z\"", 2);
    return true;
}

bool appendText(QByteArray &out, const QUuid &value)
{
    if (value.isNull())
        return false;
    out.append('"').append(value.toByteArray(QUuid::WithoutBraces)).append('"');
    return true;
}

bool appendText(QByteArray &out, bool value)
{
    out.append(value ? "true" : "false");
    return true;
}

bool appendText(QByteArray &out, int value)
{
    return appendText(out, qint64(value));
}

bool appendText(QByteArray &out, qint64 value)
{
    out.append(QByteArray::number(value));
    return true;
}

void appendKey(QByteArray &out, const QString &key)
{
    appendQuoted(out, key);
}

void TextWriter::end()
{
    const auto byName = [](const Member &a, const Member &b) { return a.name < b.name; };
    if (!std::is_sorted(m_members.cbegin(), m_members.cend(), byName))
        std::sort(m_members.begin(), m_members.end(), byName);
    const QByteArray unsorted = m_out.sliced(m_begin);
    m_out.truncate(m_begin);
    m_out.append('{');
    for (qsizetype i = 0; i < m_members.size(); ++i) {
        const Member &member = m_members.at(i);
        if (i > 0)
            m_out.append(',');
        m_out.append(unsorted.constData() + (member.begin - m_begin), member.end - member.begin);
    }
    m_out.append('}');
}

} // namespace yichuang::wire
