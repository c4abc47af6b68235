// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/uuid7.h>

#include <atomic>

namespace yichuang::test {

/** A clock that stands still until told, with ids in order. Thread-safe. */
class ScriptedClock : public domain::Clock
{
public:
    explicit ScriptedClock(const QDateTime &start)
        : m_ms(start.toMSecsSinceEpoch())
    {
    }
    void advance(qint64 ms) { m_ms += ms; }
    void set(const QDateTime &moment) { m_ms = moment.toMSecsSinceEpoch(); }
    [[nodiscard]] QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_ms, Qt::UTC); }
    [[nodiscard]] qint64 monotonicMs() const override { return m_ms; }
    [[nodiscard]] QString bootId() const override { return QStringLiteral("boot"); }
    [[nodiscard]] QUuid newId() const override
    {
        QByteArray bytes(10, '\0');
        quint64 next = ++m_ids;
        for (qsizetype i = 9; next != 0; --i, next >>= 8)
            bytes[i] = static_cast<char>(next & 0xff);
        return domain::makeUuid7(m_ms, bytes);
    }

private:
    std::atomic<qint64> m_ms;
    mutable std::atomic<quint64> m_ids = 0;
};

} // namespace yichuang::test
