// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cardsim/endpoint.h>

#include <QPointer>
#include <memory>

QT_BEGIN_NAMESPACE
class QTcpServer;
class QTcpSocket;
QT_END_NAMESPACE

namespace yichuang::cardsim {

/** A TCP port on the loopback address. One host at a time: a new one takes the place of the old one. */
class TcpEndpoint : public Endpoint
{
    Q_OBJECT

public:
    /** @param port 0: any free one, then kept over unplug and plug. */
    explicit TcpEndpoint(quint16 port);
    ~TcpEndpoint() override;
    Q_DISABLE_COPY_MOVE(TcpEndpoint)

    [[nodiscard]] domain::Result<void> plug() override;
    void unplug() override;
    void send(const QByteArray &bytes) override;
    [[nodiscard]] QString readerUri() const override;
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    void onNewConnection();
    void dropHost();

    quint16 m_port;
    std::unique_ptr<QTcpServer> m_server;
    QPointer<QTcpSocket> m_host;
};

} // namespace yichuang::cardsim
