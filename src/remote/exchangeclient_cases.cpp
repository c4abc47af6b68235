// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "clientprivate.h"

#include <wire/apicommandsjson.h>
#include <wire/apireviewsjson.h>
#include <wire/json.h>

#include <QCryptographicHash>

namespace yichuang::remote {

using namespace Qt::StringLiterals;

namespace {

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QLatin1StringView verbText(ReviewVerb verb)
{
    switch (verb) {
    case ReviewVerb::Accept: return "accept"_L1;
    case ReviewVerb::Take: return "take"_L1;
    case ReviewVerb::Approve: return "approve"_L1;
    case ReviewVerb::Refuse: return "refuse"_L1;
    case ReviewVerb::AskCorrection: return "ask-correction"_L1;
    case ReviewVerb::Reject: return "reject"_L1;
    case ReviewVerb::Pause: return "pause"_L1;
    case ReviewVerb::Resume: return "resume"_L1;
    case ReviewVerb::Finish: return "finish"_L1;
    }
    return "take"_L1;
}

} // namespace

QFuture<domain::Result<wire::CommandAnswer>> ExchangeClient::push(wire::CommandBatch batch)
{
    return d->call<wire::CommandAnswer>(
        d->jsonCall("POST", u"/commands"_s, wire::toBytes(wire::toJson(batch))),
        [](const QByteArray &body) { return wire::commandAnswerFromJson(body); });
}

QFuture<domain::Result<wire::FeedAnswer>> ExchangeClient::feed(qint64 after, int limit, int waitSeconds)
{
    Call request = d->jsonCall("GET", u"/feed?after=%1&limit=%2&wait=%3"_s.arg(after).arg(limit).arg(waitSeconds));
    request.extraMs = waitSeconds * 1000;
    return d->call<wire::FeedAnswer>(request, [](const QByteArray &body) { return wire::feedAnswerFromJson(body); });
}

QFuture<domain::Result<wire::CaseAnswer>> ExchangeClient::caseById(domain::CaseId id)
{
    return d->call<wire::CaseAnswer>(d->jsonCall("GET", u"/cases/"_s + idText(id)),
                                     [](const QByteArray &body) { return wire::caseAnswerFromJson(body); });
}

QFuture<domain::Result<wire::AttachmentAnswer>> ExchangeClient::putAttachment(QString id, domain::CaseId caseId,
                                                                              QByteArray content)
{
    Call request = d->jsonCall("PUT", u"/attachments/"_s + id);
    request.contentType = "application/octet-stream";
    request.headers = {{"X-Content-Sha256", QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()},
                       {"X-Case-Id", idText(caseId).toLatin1()}};
    request.body = std::move(content);
    return d->call<wire::AttachmentAnswer>(
        request, [](const QByteArray &body) { return wire::attachmentAnswerFromJson(body); });
}

QFuture<domain::Result<QByteArray>> ExchangeClient::attachment(QString id)
{
    return d->call<QByteArray>(d->jsonCall("GET", u"/attachments/"_s + id),
                               [](const QByteArray &body) { return domain::Result<QByteArray>(body); });
}

QFuture<domain::Result<wire::ReviewPage>> ExchangeClient::reviews(QString state, QString after, int limit)
{
    QString path = u"/reviews?limit=%1"_s.arg(limit);
    if (!state.isEmpty())
        path += u"&state="_s + state;
    if (!after.isEmpty())
        path += u"&after="_s + QString::fromLatin1(QUrl::toPercentEncoding(after));
    return d->call<wire::ReviewPage>(d->jsonCall("GET", path),
                                     [](const QByteArray &body) { return wire::reviewPageFromJson(body); });
}

QFuture<domain::Result<wire::ReviewAnswer>> ExchangeClient::review(domain::PartId id)
{
    return d->call<wire::ReviewAnswer>(d->jsonCall("GET", u"/reviews/"_s + idText(id)),
                                       [](const QByteArray &body) { return wire::reviewAnswerFromJson(body); });
}

QFuture<domain::Result<wire::EventAnswer>> ExchangeClient::act(domain::PartId id, ReviewVerb verb,
                                                               wire::ReviewAction action)
{
    const QString path = u"/reviews/"_s + idText(id) + u'/' + verbText(verb);
    return d->call<wire::EventAnswer>(d->jsonCall("POST", path, wire::toBytes(wire::toJson(action))),
                                      [](const QByteArray &body) { return wire::eventAnswerFromJson(body); });
}

} // namespace yichuang::remote
