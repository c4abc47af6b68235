// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QJsonObject>
#include <QJsonValue>
#include <optional>

namespace yichuang::wire {

/** Where a decoder stands in a document; lives on the stack of the decoder, so it costs nothing until it is printed. */
struct Path {
    const Path *parent = nullptr;
    QLatin1StringView name;
    qsizetype index = -1;
    [[nodiscard]] QString text() const;
};

/** One JSON value with its path and the place where the first error of the whole document is kept. */
struct Cursor {
    const QJsonValue &value;
    const Path &path;
    std::optional<domain::Error> &error;

    /** WIRE-002: missing, or of another JSON type. */
    void wrongShape(QLatin1StringView expected) const;
    /** WIRE-003: right JSON type, not allowed. The value itself is never told. */
    void wrongValue(QLatin1StringView expected) const;
};

template<typename T>
struct Codec;

/** Reads the members of one object. After the first error everything else is a no-op. */
class Reader
{
public:
    Reader(const QJsonObject &object, const Path &path, std::optional<domain::Error> &error)
        : m_object(object)
        , m_path(path)
        , m_error(error)
    {
    }

    template<typename T>
    void required(QLatin1StringView name, T &value)
    {
        take(name, value, true);
    }
    /** Absent or null keeps what the value had. */
    template<typename T>
    void optional(QLatin1StringView name, T &value)
    {
        take(name, value, false);
    }

    /** No text, or no text of a list, may be longer: WIRE-003. Counts UTF-16 units. */
    void atMost(QLatin1StringView name, const QString &value, qsizetype most)
    {
        if (m_error || value.size() <= most)
            return;
        const QJsonValue nothing;
        const Path here{&m_path, name, -1};
        Cursor{nothing, here, m_error}.wrongValue(QLatin1StringView("too long"));
    }
    void atMost(QLatin1StringView name, const QStringList &values, qsizetype most)
    {
        for (const QString &value : values)
            atMost(name, value, most);
    }

private:
    template<typename T>
    void take(QLatin1StringView name, T &value, bool needed)
    {
        if (m_error)
            return;
        const QJsonValue member = m_object.value(name);
        const Path here{&m_path, name, -1};
        const Cursor cursor{member, here, m_error};
        if (!member.isUndefined() && !member.isNull())
            Codec<T>::read(cursor, value);
        else if (needed)
            cursor.wrongShape(QLatin1StringView("missing"));
    }

    const QJsonObject &m_object;
    const Path &m_path;
    std::optional<domain::Error> &m_error;
};

/** Writes the members of one object; what encodes to "undefined" stays out, or where a reader wants something is an empty text. */
class Writer
{
public:
    template<typename T>
    void required(QLatin1StringView name, const T &value)
    {
        const QJsonValue member = Codec<T>::write(value);
        m_object.insert(name, member.isUndefined() ? QJsonValue(QString()) : member);
    }
    template<typename T>
    void optional(QLatin1StringView name, const T &value)
    {
        const QJsonValue member = Codec<T>::write(value);
        if (!member.isUndefined())
            m_object.insert(name, member);
    }
    [[nodiscard]] const QJsonObject &object() const { return m_object; }

private:
    QJsonObject m_object;
};

} // namespace yichuang::wire
