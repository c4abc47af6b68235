// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>
#include <remote/endpoint.h>

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSet>
#include <QSslConfiguration>
#include <functional>

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
};

/** Lives on the network thread: sends calls, reads bounded answers. */
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
    void prepareTls();
    [[nodiscard]] QNetworkRequest requestFor(const Call &call) const;
    [[nodiscard]] QNetworkReply *start(const Call &call);
    void watch(QNetworkReply *reply, Done done);

    Endpoint m_endpoint;
    QSslConfiguration m_tls;
    bool m_tlsReady = false;
    QNetworkAccessManager m_network;
    QSet<QNetworkReply *> m_running;
};

} // namespace yichuang::remote
