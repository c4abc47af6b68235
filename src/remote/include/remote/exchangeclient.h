// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/uuid7.h>
#include <remote/endpoint.h>
#include <wire/apiaudit.h>
#include <wire/apicatalogue.h>
#include <wire/apicertificates.h>
#include <wire/apicommands.h>
#include <wire/apireviews.h>
#include <wire/apisession.h>

#include <QFuture>
#include <memory>

namespace yichuang::remote {

/** What a reviewer does with their part; the last segment of the route. */
enum class ReviewVerb { Accept, Take, Approve, Refuse, AskCorrection, Reject, Pause, Resume, Finish };

/**
 * The exchange as a client sees it. One network and JSON thread per client; callable from any thread; every call's
 * future ends exactly once, with a value or an Error (NET codes of its own, and those of the exchange's problem documents;
 * retryable where trying again may help). The destructor cancels what is under way (NET-005) and joins the thread.
 */
class ExchangeClient
{
public:
    /** @param clock must outlive the client; measures the offset to the exchange's clock. */
    ExchangeClient(Endpoint endpoint, const domain::Clock &clock);
    ~ExchangeClient();
    ExchangeClient(const ExchangeClient &) = delete;
    ExchangeClient &operator=(const ExchangeClient &) = delete;

    template<typename T>
    using Answer = QFuture<domain::Result<T>>;

    /** Signs in and keeps the token for later calls. NET-002 after `atMostMs`, where it is above 0 and less than the endpoint's timeout. */
    [[nodiscard]] Answer<wire::Session> signIn(QString login, QString password, int atMostMs = 0);
    /**
     * For somebody who came in while the exchange was away: the next call that wants a token signs in first, as often as it
     * takes. Ends with the session, with AUTH-001 when the exchange refuses or names another operator than `operatorId`,
     * or with NET-005 at signOut(), forgetToken() or the next signInLater().
     */
    [[nodiscard]] Answer<wire::Session> signInLater(QString login, QString password, QString operatorId);
    [[nodiscard]] Answer<void> signOut();
    /** Forgets the token without asking the exchange. */
    void forgetToken();
    [[nodiscard]] bool hasToken() const;
    [[nodiscard]] Answer<wire::Health> health();
    [[nodiscard]] Answer<wire::Operator> me();
    [[nodiscard]] Answer<wire::CatalogueAnswer> catalogue(qint64 since);

    [[nodiscard]] Answer<wire::ListingAnswer> listCertificates(wire::ListingRequest request);
    [[nodiscard]] Answer<wire::PullAnswer> pullCertificates(wire::PullRequest request);
    /** The annotated copy (加注件): the bytes of an answer that says it is a PDF; anything else is NET-004. */
    [[nodiscard]] Answer<QByteArray> certificateFile(wire::FileRequest request);

    [[nodiscard]] Answer<wire::CommandAnswer> push(wire::CommandBatch batch);
    /** @param waitSeconds 0 to 25: how long the exchange may hold the answer when there is nothing new. */
    [[nodiscard]] Answer<wire::FeedAnswer> feed(qint64 after, int limit, int waitSeconds);
    [[nodiscard]] Answer<wire::CaseAnswer> caseById(domain::CaseId id);
    [[nodiscard]] Answer<wire::AttachmentAnswer> putAttachment(QString id, domain::CaseId caseId, QByteArray content);
    [[nodiscard]] Answer<QByteArray> attachment(QString id);
    [[nodiscard]] Answer<void> pushAudit(wire::AuditBatch batch);
    [[nodiscard]] Answer<wire::LookupPage> findLookups(wire::LookupQuery query);

    [[nodiscard]] Answer<wire::ReviewPage> reviews(QString state, QString after, int limit);
    [[nodiscard]] Answer<wire::ReviewAnswer> review(domain::PartId id);
    [[nodiscard]] Answer<wire::EventAnswer> act(domain::PartId id, ReviewVerb verb, wire::ReviewAction action);

    /** Exchange's clock minus ours in milliseconds, from the last health answer. */
    [[nodiscard]] std::optional<qint64> offsetMs() const;
    /** Ends everything under way with NET-005. */
    void cancelAll();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yichuang::remote
