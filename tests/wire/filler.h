// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec.h"

#include <QRandomGenerator>
#include <variant>

namespace yichuang::wire {

/** Fills every described member of a value with random content, from a seed: same seed, same value. */
class Filler
{
public:
    explicit Filler(quint32 seed)
        : m_random(seed)
    {
    }
    template<typename T>
    void required(QLatin1StringView, T &value)
    {
        fill(value, true);
    }
    template<typename T>
    void optional(QLatin1StringView, T &value)
    {
        fill(value, m_random.bounded(4) != 0);
    }
    template<typename T>
    T make()
    {
        T value{};
        fill(value, true);
        return value;
    }

private:
    int count() { return m_depth > 5 ? 0 : m_random.bounded(3); }

    void fill(QString &value, bool present)
    {
        static const QString letters = QStringLiteral("aZ9 \"\\/\n\u0001李例𠮷é\u2028");
        value.clear();
        for (int i = present ? m_random.bounded(12) + 1 : 0; i > 0; --i) {
            const QChar c = letters.at(m_random.bounded(static_cast<int>(letters.size())));
            value.append(c.isSurrogate() ? QStringLiteral("𠮷") : QString(c));
        }
    }
    void fill(QByteArray &value, bool present) { value = present ? QByteArray(32, static_cast<char>(m_random.bounded(256))) : QByteArray(); }
    void fill(QDate &value, bool present) { value = present ? QDate(1, 1, 1).addDays(m_random.bounded(3652000)) : QDate(); }
    void fill(QDateTime &value, bool present) { value = present ? QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(m_random.generate()) * 1001, Qt::UTC) : QDateTime(); }
    void fill(QUuid &value, bool present)
    {
        value = present ? QUuid(m_random.generate() | 1U, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) : QUuid();
    }
    void fill(bool &value, bool) { value = m_random.bounded(2) == 1; }
    void fill(int &value, bool) { value = static_cast<int>(m_random.generate()); }
    // Whole numbers beyond 2^53 do not survive other JSON implementations, and none of ours grows that far.
    void fill(qint64 &value, bool) { value = static_cast<qint64>(m_random.generate64() >> 12) - (1LL << 51); }
    void fill(domain::FailureCode &value, bool)
    {
        const auto codes = domain::allFailureCodes();
        value = codes.at(m_random.bounded(static_cast<int>(codes.size())));
    }
    template<typename T>
    void fill(std::optional<T> &value, bool present)
    {
        value.reset();
        // Text and dates have their own way to be absent.
        if (present)
            fill(value.emplace(), true);
    }
    template<typename T>
    void fill(QList<T> &value, bool)
    {
        value.clear();
        for (int i = count(); i > 0; --i)
            fill(value.emplaceBack(), true);
    }
    template<typename T>
    void fill(QSet<T> &value, bool)
    {
        for (int i = count(); i > 0; --i)
            value.insert(make<T>());
    }
    template<typename T>
    void fill(QMap<QString, T> &value, bool)
    {
        for (int i = count(); i > 0; --i)
            value.insert(make<QString>(), make<T>());
    }
    void fill(domain::CommandBody &value, bool) { fillBody(value, std::make_index_sequence<std::variant_size_v<domain::CommandBody>>()); }
    template<std::size_t... Places>
    void fillBody(domain::CommandBody &value, std::index_sequence<Places...>)
    {
        const auto choice = static_cast<std::size_t>(m_random.bounded(static_cast<int>(sizeof...(Places))));
        ((Places == choice ? (value.emplace<Places>(make<std::variant_alternative_t<Places, domain::CommandBody>>()), 0) : 0), ...);
    }
    template<typename T>
    void fill(T &value, bool)
    {
        if constexpr (std::is_enum_v<T>) {
            const auto &table = EnumNames<T>::table;
            value = table[m_random.bounded(static_cast<quint32>(table.size()))].first;
        } else {
            ++m_depth;
            describe(*this, value);
            --m_depth;
        }
    }

    QRandomGenerator m_random;
    int m_depth = 0;
};

} // namespace yichuang::wire
