// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QJsonDocument>
#include <QJsonObject>
#include <httpserver/message.h>
#include <httpserver/options.h>

namespace yichuang::httpserver {

using namespace Qt::StringLiterals;

QByteArray Request::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (QByteArrayView(key).compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Response problem(int status, domain::FailureCode code, const QByteArray &title)
{
    const QString text = domain::failureText(code);
    const QJsonObject object{{u"type"_s, QString(u"urn:yichuang:failure:"_s + text)},
                             {u"title"_s, QString::fromUtf8(title)},
                             {u"status"_s, status},
                             {u"code"_s, text}};
    Response response;
    response.status = status;
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    response.contentType = QByteArrayLiteral("application/problem+json");
    return response;
}

QByteArray accessLine(const AccessRecord &record)
{
    QByteArray line = record.time.toString(Qt::ISODateWithMs).toLatin1();
    const auto add = [&line](const char *key, const QByteArray &value) {
        line += ' ';
        line += key;
        line += '=';
        line += value.isEmpty() ? QByteArrayLiteral("-") : value;
    };
    add("id", record.requestId.toLatin1());
    add("method", record.method);
    add("route", record.route);
    add("status", QByteArray::number(record.status));
    add("in", QByteArray::number(record.requestBytes));
    add("out", QByteArray::number(record.responseBytes));
    add("ms", QByteArray::number(static_cast<double>(record.microseconds) / 1000.0, 'f', 1));
    if (!record.peerAddress.isEmpty())
        add("peer", record.peerAddress.toLatin1());
    return line;
}

} // namespace yichuang::httpserver
