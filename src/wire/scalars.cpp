// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "codec.h"

#include <limits>

namespace yichuang::wire {

using namespace Qt::StringLiterals;

namespace {

const QJsonValue absent(QJsonValue::Undefined);

bool isPlainYear(int year)
{
    return year >= 1 && year <= 9999;
}

/** False for fractions and for what does not fit 64 bits: toInteger() then answers its default. */
bool asInteger(const QJsonValue &value, qint64 &out)
{
    const qint64 one = value.toInteger(0);
    if (one == 0 && value.toInteger(1) != 0)
        return false;
    out = one;
    return true;
}

} // namespace

QJsonValue Codec<QString>::write(const QString &value)
{
    return value.isEmpty() ? absent : QJsonValue(value);
}

void Codec<QString>::read(const Cursor &cursor, QString &value)
{
    if (!cursor.value.isString())
        return cursor.wrongShape("string expected"_L1);
    value = cursor.value.toString();
    // No document of ours holds it, and not every database can.
    if (value.contains(QChar::Null))
        cursor.wrongValue("text with a null character"_L1);
}

QJsonValue Codec<QByteArray>::write(const QByteArray &value)
{
    return value.isEmpty() ? absent : QJsonValue(QString::fromLatin1(value.toHex()));
}

void Codec<QByteArray>::read(const Cursor &cursor, QByteArray &value)
{
    if (!cursor.value.isString())
        return cursor.wrongShape("string expected"_L1);
    const QString text = cursor.value.toString();
    const bool isHex = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    if (!isHex || text.size() % 2 != 0)
        return cursor.wrongValue("lower-case hex expected"_L1);
    value = QByteArray::fromHex(text.toLatin1());
}

QJsonValue Codec<QDate>::write(const QDate &value)
{
    return value.isValid() ? QJsonValue(value.toString(Qt::ISODate)) : absent;
}

void Codec<QDate>::read(const Cursor &cursor, QDate &value)
{
    if (!cursor.value.isString())
        return cursor.wrongShape("string expected"_L1);
    const QString text = cursor.value.toString();
    const QDate date = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    if (!date.isValid() || !isPlainYear(date.year()))
        return cursor.wrongValue("date expected"_L1);
    value = date;
}

QJsonValue Codec<QDateTime>::write(const QDateTime &value)
{
    return value.isValid() ? QJsonValue(value.toUTC().toString(Qt::ISODateWithMs)) : absent;
}

void Codec<QDateTime>::read(const Cursor &cursor, QDateTime &value)
{
    if (!cursor.value.isString())
        return cursor.wrongShape("string expected"_L1);
    const QString text = cursor.value.toString();
    const QDateTime time = text.size() >= 20 && text.size() <= 35 ? QDateTime::fromString(text, Qt::ISODateWithMs) : QDateTime();
    // A time without zone would mean another moment on another machine.
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime || !isPlainYear(time.toUTC().date().year()))
        return cursor.wrongValue("time with zone expected"_L1);
    value = time.toUTC();
}

QJsonValue Codec<QUuid>::write(const QUuid &value)
{
    return value.isNull() ? absent : QJsonValue(value.toString(QUuid::WithoutBraces));
}

void Codec<QUuid>::read(const Cursor &cursor, QUuid &value)
{
    if (!cursor.value.isString())
        return cursor.wrongShape("string expected"_L1);
    const QString text = cursor.value.toString();
    const QUuid id = text.size() == 36 ? QUuid::fromString(text) : QUuid();
    if (id.isNull())
        return cursor.wrongValue("UUID expected"_L1);
    value = id;
}

QJsonValue Codec<bool>::write(const bool &value)
{
    return value;
}

void Codec<bool>::read(const Cursor &cursor, bool &value)
{
    if (!cursor.value.isBool())
        return cursor.wrongShape("boolean expected"_L1);
    value = cursor.value.toBool();
}

QJsonValue Codec<int>::write(const int &value)
{
    return value;
}

void Codec<int>::read(const Cursor &cursor, int &value)
{
    qint64 wide = 0;
    Codec<qint64>::read(cursor, wide);
    if (cursor.error)
        return;
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
        return cursor.wrongValue("integer out of range"_L1);
    value = static_cast<int>(wide);
}

QJsonValue Codec<qint64>::write(const qint64 &value)
{
    return value;
}

void Codec<qint64>::read(const Cursor &cursor, qint64 &value)
{
    if (!cursor.value.isDouble())
        return cursor.wrongShape("integer expected"_L1);
    if (!asInteger(cursor.value, value))
        return cursor.wrongValue("integer expected"_L1);
}

QJsonValue Codec<domain::FailureCode>::write(const domain::FailureCode &value)
{
    return domain::failureText(value);
}

void Codec<domain::FailureCode>::read(const Cursor &cursor, domain::FailureCode &value)
{
    if (!cursor.value.isString())
        return cursor.wrongShape("string expected"_L1);
    value = domain::failureFromText(cursor.value.toString());
}

} // namespace yichuang::wire
