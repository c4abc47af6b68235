// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "networkworker.h"

#include <wire/apisession.h>

#include <QPromise>
#include <memory>
#include <vector>

namespace yichuang::remote {

/**
 * Somebody who sat down while the exchange was away. The first call that wants a token signs them in; what comes meanwhile
 * waits for it. As long as the exchange stays away those calls end as any other would. Lives on the network thread.
 */
class LaterSignIn : public std::enable_shared_from_this<LaterSignIn>
{
public:
    using Answer = domain::Result<wire::Session>;
    /** Takes the token, or an empty one when the exchange refused: it is over either way. */
    using Over = std::function<void(const QByteArray &token)>;

    /**
     * @param signIn the ready call with login and password in its body, which is wiped when it is over.
     * @param operatorId whom the answer must name; a login that became somebody else's is refused (AUTH-001).
     */
    LaterSignIn(NetworkWorker *worker, Call signIn, QString operatorId, Over over);

    /** Ends once: with the session, with AUTH-001, or with NET-005 when it was given up. */
    [[nodiscard]] QFuture<Answer> future() const { return m_promise.future(); }
    void send(const Call &call, NetworkWorker::Done done);
    /** They left before the exchange came back. */
    void giveUp();

private:
    struct Waiting {
        Call call;
        NetworkWorker::Done done;
    };
    [[nodiscard]] Answer sessionFrom(const domain::Result<QByteArray> &body) const;
    void settle(const domain::Result<QByteArray> &body);
    void end(const Answer &answer);

    NetworkWorker *m_worker;
    Call m_signIn;
    QString m_operatorId;
    Over m_over;
    QPromise<Answer> m_promise;
    std::vector<Waiting> m_waiting;
    bool m_asking = false;
    bool m_ended = false;
};

} // namespace yichuang::remote
