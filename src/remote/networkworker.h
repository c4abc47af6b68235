// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>
#include <remote/endpoint.h>

#include <QDeadlineTimer>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSet>
#include <QSslConfiguration>
#include <functional>
#include <optional>

namespace yichuang::remote {

/** One request, ready to go. */
struct Call {
    QByteArray method;         ///< GET, POST or PUT
    QString path;              ///< below /api/v1, with query
    QByteArray body;
    QByteArray contentType;
    QByteArray token;          ///< empty: no Authorization header
    QList<std::pair<QByteArray, QByteArray>> headers;
    int extraMs = 0;           ///< added to the endpoint's timeout (long poll)
    QByteArray answerType;     ///< media type that a good answer must have; empty: whatever the decoder can read
    bool isOpen = false;       ///< the exchange wants no token for it
    int atMostMs = 0;          ///< ends the call before the endpoint's timeout would; 0: it does not
};

/**
 * Lives on the network thread: sends calls, reads bounded answers. A call that gets no word on a connection kept from an
 * earlier one, until it breaks or half the call's time is over, is sent once more on a fresh connection: after a cut the
 * first call meets what the cut left behind. All calls bear it: commands, reviews and audit records have ids, uploads and
 * questions are the same twice.
 */
class NetworkWorker : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(domain::Result<QByteArray>)>;

    explicit NetworkWorker(Endpoint endpoint);
    /** Sends; `done` runs once on this thread, with the body of a 2xx answer or the failure. */
    void send(const Call &call, Done done);
    void cancelAll();

private:
    /** One sending of a call; the second one has no third. */
    struct Try {
        Call call;
        Done done;
        QDeadlineTimer deadline; ///< of both together
        bool second = false;
    };

    [[nodiscard]] int timeFor(const Call &call) const;
    [[nodiscard]] QNetworkRequest requestFor(const Call &call) const;
    [[nodiscard]] QNetworkReply *start(const Call &call);
    void go(const Try &now);
    void watch(QNetworkReply *reply);
    void finish(QNetworkReply *reply, const Try &now);
    void prepareTls();
    void renewConnections();
    void letGo(QNetworkReply *reply);

    Endpoint m_endpoint;
    std::optional<QSslConfiguration> m_tls;     ///< from the first call on
    QNetworkAccessManager *m_network = nullptr; ///< keeps connections; replaced when one of them proved dead
    QSet<QNetworkReply *> m_running;
};

} // namespace yichuang::remote
