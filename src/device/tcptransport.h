// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <device/transport.h>

#include <QAbstractSocket>
#include <memory>

QT_BEGIN_NAMESPACE
class QTcpSocket;
class QTimer;
QT_END_NAMESPACE

namespace yichuang::device {

/** A reader behind a serial-to-network box, or the simulator: the module's bytes as they are on one TCP connection. */
class TcpTransport : public Transport
{
    Q_OBJECT

public:
    TcpTransport(QString host, quint16 port);
    ~TcpTransport() override;
    Q_DISABLE_COPY_MOVE(TcpTransport)

    void open() override;
    void close() override;
    void write(const QByteArray &bytes) override;

private:
    void onConnected();
    void onDisconnected();
    void onError(QAbstractSocket::SocketError error);
    void fail(domain::FailureCode code, const QString &detail);

    QString m_host;
    quint16 m_port;
    bool m_wasOpened = false;
    std::unique_ptr<QTcpSocket> m_socket;
    std::unique_ptr<QTimer> m_connectTimer;
};

} // namespace yichuang::device
