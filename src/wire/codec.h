// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "enums.h"
#include "reader.h"

#include <wire/json.h>

#include <QJsonArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QSet>
#include <QUuid>
#include <algorithm>
#include <concepts>

/**
 * One description per value serves both ways: describe(visitor, value) names the members, a Reader fills them from
 * JSON and a Writer turns them into JSON. Private to this room.
 */
namespace yichuang::wire {

/** A value or its const form, so that one describe() serves reading and writing. */
template<typename T, typename U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

/** Codec of a scalar, in scalars.cpp. */
#define YICHUANG_SCALAR_CODEC(T)                         \
    template<>                                           \
    struct Codec<T> {                                    \
        static QJsonValue write(const T &value);         \
        static void read(const Cursor &cursor, T &value);\
    };
YICHUANG_SCALAR_CODEC(QString)
YICHUANG_SCALAR_CODEC(QByteArray)
YICHUANG_SCALAR_CODEC(QDate)
YICHUANG_SCALAR_CODEC(QDateTime)
YICHUANG_SCALAR_CODEC(QUuid)
YICHUANG_SCALAR_CODEC(bool)
YICHUANG_SCALAR_CODEC(int)
YICHUANG_SCALAR_CODEC(qint64)
YICHUANG_SCALAR_CODEC(domain::FailureCode)
#undef YICHUANG_SCALAR_CODEC

/** Enumerations by their table in enums.h; everything else is an object with a describe(). */
template<typename T>
struct Codec {
    static QJsonValue write(const T &value)
    {
        if constexpr (std::is_enum_v<T>) {
            for (const auto &[enumerator, name] : EnumNames<T>::table) {
                if (enumerator == value)
                    return QString(name);
            }
            return QJsonValue::Undefined;
        } else {
            Writer writer;
            describe(writer, value);
            return writer.object();
        }
    }
    static void read(const Cursor &cursor, T &value)
    {
        if constexpr (std::is_enum_v<T>) {
            if (!cursor.value.isString())
                return cursor.wrongShape(QLatin1StringView("string expected"));
            const QString text = cursor.value.toString();
            for (const auto &[enumerator, name] : EnumNames<T>::table) {
                if (name == text) {
                    value = enumerator;
                    return;
                }
            }
            cursor.wrongValue(QLatin1StringView("unknown word"));
        } else {
            if (!cursor.value.isObject())
                return cursor.wrongShape(QLatin1StringView("object expected"));
            const QJsonObject object = cursor.value.toObject();
            Reader reader(object, cursor.path, cursor.error);
            describe(reader, value);
        }
    }
};

/** Inside arrays and maps a value that would stay out of an object is written as an empty text. */
template<typename T>
QJsonValue writeElement(const T &value)
{
    const QJsonValue element = Codec<T>::write(value);
    return element.isUndefined() ? QJsonValue(QString()) : element;
}

template<typename T>
struct Codec<std::optional<T>> {
    static QJsonValue write(const std::optional<T> &value) { return value ? Codec<T>::write(*value) : QJsonValue(QJsonValue::Undefined); }
    static void read(const Cursor &cursor, std::optional<T> &value) { Codec<T>::read(cursor, value.emplace()); }
};

template<typename T>
struct Codec<QList<T>> {
    static QJsonValue write(const QList<T> &value)
    {
        QJsonArray array;
        for (const T &element : value)
            array.append(writeElement(element));
        return array;
    }
    static void read(const Cursor &cursor, QList<T> &value)
    {
        if (!cursor.value.isArray())
            return cursor.wrongShape(QLatin1StringView("array expected"));
        const QJsonArray array = cursor.value.toArray();
        value.clear();
        value.reserve(array.size());
        for (qsizetype i = 0; i < array.size() && !cursor.error; ++i) {
            const QJsonValue element = array.at(i);
            const Path here{&cursor.path, {}, i};
            T read{};
            Codec<T>::read(Cursor{element, here, cursor.error}, read);
            value.append(std::move(read));
        }
    }
};

template<typename T>
struct Codec<QSet<T>> {
    static QJsonValue write(const QSet<T> &value)
    {
        QList<T> sorted = value.values();
        std::sort(sorted.begin(), sorted.end());
        return Codec<QList<T>>::write(sorted);
    }
    static void read(const Cursor &cursor, QSet<T> &value)
    {
        QList<T> elements;
        Codec<QList<T>>::read(cursor, elements);
        value = QSet<T>(elements.cbegin(), elements.cend());
    }
};

template<typename T>
struct Codec<QMap<QString, T>> {
    static QJsonValue write(const QMap<QString, T> &value)
    {
        QJsonObject object;
        for (auto it = value.cbegin(); it != value.cend(); ++it)
            object.insert(it.key(), writeElement(it.value()));
        return object;
    }
    static void read(const Cursor &cursor, QMap<QString, T> &value)
    {
        if (!cursor.value.isObject())
            return cursor.wrongShape(QLatin1StringView("object expected"));
        const QJsonObject object = cursor.value.toObject();
        value.clear();
        qsizetype place = 0;
        for (auto it = object.constBegin(); it != object.constEnd() && !cursor.error; ++it) {
            const QJsonValue element = it.value();
            // The place, not the key: a key is foreign text and could be anybody's name.
            const Path here{&cursor.path, {}, place++};
            T read{};
            Codec<T>::read(Cursor{element, here, cursor.error}, read);
            value.insert(it.key(), std::move(read));
        }
    }
};

/** Bounds of what a client may have stored, in UTF-16 units; the same figures as in the domain's bounds of commands. */
inline constexpr qsizetype longestId = 120;
inline constexpr qsizetype longestName = 200;

/** Members whose text has an upper bound: only a Reader looks at it, what we write ourselves is short. */
template<typename V, typename T>
void requiredUpTo(V &v, qsizetype most, QLatin1StringView name, T &value)
{
    v.required(name, value);
    if constexpr (requires { v.atMost(name, value, most); })
        v.atMost(name, value, most);
}
template<typename V, typename T>
void optionalUpTo(V &v, qsizetype most, QLatin1StringView name, T &value)
{
    v.optional(name, value);
    if constexpr (requires { v.atMost(name, value, most); })
        v.atMost(name, value, most);
}

/** Labelled choices: {"id": …, "text": …}. */
using Labelled = std::pair<QString, QString>;
template<typename V>
void describe(V &v, Is<Labelled> auto &x)
{
    v.optional(QLatin1StringView("id"), x.first);
    v.optional(QLatin1StringView("text"), x.second);
}

template<typename V>
void describe(V &v, Is<domain::Error> auto &x)
{
    v.required(QLatin1StringView("code"), x.code);
    v.optional(QLatin1StringView("detail"), x.detail);
    v.optional(QLatin1StringView("retryable"), x.retryable);
}

/** The JSON object of a described value. */
template<typename T>
QJsonObject write(const T &value)
{
    return Codec<T>::write(value).toObject();
}

/** The value of a JSON object, or WIRE-002 or WIRE-003 with the path. */
template<typename T>
domain::Result<T> read(const QJsonObject &object)
{
    std::optional<domain::Error> error;
    const QJsonValue root(object);
    const Path here;
    T value{};
    Codec<T>::read(Cursor{root, here, error}, value);
    if (error)
        return tl::unexpected<domain::Error>(*error);
    return value;
}

template<typename T>
domain::Result<T> read(QByteArrayView json)
{
    const auto object = parseObject(json);
    if (!object)
        return tl::unexpected<domain::Error>(object.error());
    return read<T>(*object);
}

} // namespace yichuang::wire
