// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/uuid7.h>

#include <QtEndian>

namespace yichuang::domain {

namespace {
constexpr qint64 latestTime = (qint64(1) << 48) - 1;
} // namespace

QUuid makeUuid7(qint64 unixMilliseconds, const QByteArray &tenRandomBytes)
{
    const quint64 time = quint64(qBound(qint64(0), unixMilliseconds, latestTime));
    QByteArray bytes(16, '\0');
    qToBigEndian(time << 16, bytes.data());
    for (qsizetype i = 0; i < qMin(tenRandomBytes.size(), qsizetype(10)); ++i)
        bytes[6 + i] = tenRandomBytes[i];
    bytes[6] = char((bytes[6] & 0x0f) | 0x70); // version
    bytes[8] = char((bytes[8] & 0x3f) | 0x80); // variant
    return QUuid::fromRfc4122(bytes);
}

qint64 uuid7Milliseconds(const QUuid &id)
{
    const QByteArray bytes = id.toRfc4122();
    if ((bytes[6] & 0xf0) != 0x70 || (uchar(bytes[8]) & 0xc0) != 0x80)
        return -1;
    return qint64(qFromBigEndian<quint64>(bytes.constData()) >> 16);
}

} // namespace yichuang::domain
