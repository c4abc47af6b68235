// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "latersignin.h"

#include <remote/exchangeclient.h>

#include <QMutex>
#include <QPromise>
#include <QThread>

namespace yichuang::remote {

/** An answer that cannot be read is the exchange's fault (NET-004), not the caller's as WIRE codes in problems are. */
template<typename T>
domain::Result<T> understood(domain::Result<T> decoded)
{
    if (decoded || decoded.error().code == domain::FailureCode::ApiVersion)
        return decoded;
    const QString detail = domain::failureText(decoded.error().code) + QLatin1Char(' ') + decoded.error().detail;
    return domain::failure(domain::FailureCode::NetworkProtocol, detail);
}

/** Thread, worker and token of a client, and the one way calls are made. */
struct ExchangeClient::Private {
    Private(Endpoint endpoint, const domain::Clock &clockToUse)
        : clock(clockToUse)
        , worker(new NetworkWorker(std::move(endpoint)))
    {
        thread.setObjectName(QStringLiteral("yichuang-network"));
        worker->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
        thread.start();
    }
    ~Private()
    {
        QMetaObject::invokeMethod(
            worker,
            [this] {
                if (const auto waiting = later)
                    waiting->giveUp();
                worker->cancelAll();
            },
            Qt::BlockingQueuedConnection);
        thread.quit();
        thread.wait();
    }

    [[nodiscard]] QByteArray currentToken() const
    {
        const QMutexLocker lock(&mutex);
        return token;
    }

    /** Sends a call; `decode` turns the body into Result<T> on the network thread. */
    template<typename T, typename Decode>
    QFuture<domain::Result<T>> call(Call request, Decode decode)
    {
        auto promise = std::make_shared<QPromise<domain::Result<T>>>();
        promise->start();
        QFuture<domain::Result<T>> future = promise->future();
        auto done = [promise, decode](domain::Result<QByteArray> body) {
            if (body)
                promise->addResult(understood<T>(decode(*body)));
            else
                promise->addResult(domain::Result<T>(tl::unexpected(body.error())));
            promise->finish();
        };
        onNetwork([this, request = std::move(request), done] { admit(request, done); });
        return future;
    }
    /** Runs soon on the network thread, in the order of asking; dropped when the client ends before. */
    template<typename Step>
    void onNetwork(Step step)
    {
        QMetaObject::invokeMethod(worker, std::move(step), Qt::QueuedConnection);
    }

    /** A call with the token and a JSON body. */
    [[nodiscard]] Call jsonCall(const QByteArray &method, const QString &path, const QByteArray &body = {}) const
    {
        Call request{method, path, body, {}, currentToken(), {}, 0, {}, false};
        if (method != "GET")
            request.contentType = "application/json";
        return request;
    }

    /** A call that the exchange answers without a token. */
    [[nodiscard]] Call openCall(const QByteArray &method, const QString &path, const QByteArray &body = {}) const
    {
        Call request = jsonCall(method, path, body);
        request.token.clear();
        request.isOpen = true;
        return request;
    }

    /** The call that asks for a token; it carries none itself. */
    [[nodiscard]] Call signInCall(const QString &login, const QString &password) const;
    /** On the network thread: what wants a token and has none waits for a later sign-in where there is one. */
    void admit(Call request, const NetworkWorker::Done &done);
    void keepToken(const QByteArray &fresh)
    {
        const QMutexLocker lock(&mutex);
        token = fresh;
    }

    const domain::Clock &clock;
    QThread thread;
    NetworkWorker *worker;
    std::shared_ptr<LaterSignIn> later; ///< touched on the network thread only
    mutable QMutex mutex;
    QByteArray token;
    std::optional<qint64> offset;
};

/** Decoder for answers whose body does not matter. */
inline domain::Result<void> ignoreBody(const QByteArray &)
{
    return {};
}

} // namespace yichuang::remote
