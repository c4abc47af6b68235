// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QUuid>

namespace yichuang::domain {

/**
 * Time-ordered id (UUID version 7, RFC 9562) from a wall time and 10 random bytes given by the caller: the domain
 * itself reads no clock and no randomness. Missing random bytes count as zero; times outside 48 bits are clamped.
 */
[[nodiscard]] QUuid makeUuid7(qint64 unixMilliseconds, const QByteArray &tenRandomBytes);
/** Milliseconds since 1970 encoded in a version 7 id; -1 for another version. */
[[nodiscard]] qint64 uuid7Milliseconds(const QUuid &id);

/** A moment on the hall's clocks: Asia/Shanghai, UTC+8 without daylight saving since 1991, whatever the computer's zone is. */
[[nodiscard]] inline QDateTime inLegalTime(const QDateTime &moment)
{
    constexpr int shanghaiOffset = 8 * 3600; // seconds
    return moment.toOffsetFromUtc(shanghaiOffset);
}

/** Where time and ids come from at the edge; programs pass the system's, tests a scripted one. Thread-safe. */
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const = 0;         ///< wall time, UTC
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;    ///< since an arbitrary point of this boot
    [[nodiscard]] virtual QString bootId() const = 0;        ///< changes with every start of the machine
    [[nodiscard]] virtual QUuid newId() const = 0;           ///< version 7
    /** The legal calendar day. */
    [[nodiscard]] QDate today() const { return inLegalTime(now()).date(); }
};

} // namespace yichuang::domain
