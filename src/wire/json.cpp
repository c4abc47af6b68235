// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/json.h>

#include <QJsonDocument>

namespace yichuang::wire {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

/** Counts brackets outside strings; says nothing about well-formedness, which the parser checks afterwards. */
bool isTooDeep(QByteArrayView json)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > maxJsonDepth)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

} // namespace

domain::Result<QJsonObject> parseObject(QByteArrayView json, qsizetype maxBytes)
{
    if (json.size() > maxBytes)
        return domain::failure(FailureCode::JsonTooLarge, u"document above %1 bytes"_s.arg(maxBytes));
    if (isTooDeep(json))
        return domain::failure(FailureCode::JsonTooLarge, u"document nested above %1"_s.arg(maxJsonDepth));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray(), &error);
    if (error.error != QJsonParseError::NoError)
        return domain::failure(FailureCode::JsonSyntax, u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return domain::failure(FailureCode::JsonShape, u"$: not an object"_s);
    return document.object();
}

QByteArray toBytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace yichuang::wire
