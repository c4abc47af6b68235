// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <memory>

class QTcpSocket;

namespace yichuang::testing {

/** One answer as it came over the wire. Status 0: none came. */
struct RawAnswer {
    int status = 0;
    QByteArray head;
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/** A client that says exactly the bytes it is told to, on a plain loopback connection. Blocking; for tests only. */
class RawClient
{
public:
    explicit RawClient(quint16 port);
    /** Takes over a connected socket, for example one with TLS. */
    explicit RawClient(std::unique_ptr<QTcpSocket> socket);
    ~RawClient();
    RawClient(RawClient &&) noexcept;
    RawClient &operator=(RawClient &&) noexcept;

    void send(const QByteArray &bytes);
    /** The next answer, 100 Continue included; a HEAD answer has no body whatever its length says. */
    [[nodiscard]] RawAnswer answer(bool toHead = false, int timeoutMs = 5000);
    /** True once the server has closed; false after the timeout. */
    [[nodiscard]] bool isClosedWithin(int timeoutMs);
    [[nodiscard]] QTcpSocket &socket() { return *m_socket; }
    /** Closes with a reset, as a dying machine's network does. */
    void reset();

private:
    bool readMore(int timeoutMs);

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_buffer;
};

/** GET with Host; `headers` are whole lines, each ended by CR LF. */
[[nodiscard]] QByteArray getRequest(const QByteArray &path, const QByteArray &headers = {});
[[nodiscard]] QByteArray postRequest(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {});

} // namespace yichuang::testing
