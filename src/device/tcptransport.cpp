// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "tcptransport.h"

#include <QTcpSocket>
#include <QTimer>

namespace yichuang::device {

using namespace Qt::StringLiterals;
using domain::FailureCode;

namespace {
// A box on the hall's own network answers in milliseconds; the system's minutes would hide an unplugged one.
constexpr int connectTimeoutMs = 3000;
} // namespace

TcpTransport::TcpTransport(QString host, quint16 port)
    : m_host(std::move(host))
    , m_port(port)
{
}

TcpTransport::~TcpTransport()
{
    // Deleted from the event loop or with its thread, never by a signal of the socket: nothing may be left for later.
    if (m_connectTimer)
        m_connectTimer->disconnect(this);
    if (m_socket)
        m_socket->disconnect(this);
}

void TcpTransport::open()
{
    close();
    m_socket = std::make_unique<QTcpSocket>();
    m_connectTimer = std::make_unique<QTimer>();
    m_connectTimer->setSingleShot(true);
    connect(m_connectTimer.get(), &QTimer::timeout, this, [this] { fail(FailureCode::ReaderNotFound, u"no answer to the connection"_s); });
    connect(m_socket.get(), &QTcpSocket::connected, this, &TcpTransport::onConnected);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &TcpTransport::onDisconnected);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &TcpTransport::onError);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, [this] { Q_EMIT received(m_socket->readAll()); });
    m_connectTimer->start(connectTimeoutMs);
    m_socket->connectToHost(m_host, m_port);
}

void TcpTransport::close()
{
    m_wasOpened = false;
    if (m_connectTimer) {
        m_connectTimer->disconnect(this);
        m_connectTimer.release()->deleteLater();
    }
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    // The socket may be in the middle of one of its own signals.
    m_socket.release()->deleteLater();
}

void TcpTransport::write(const QByteArray &bytes)
{
    if (m_wasOpened)
        m_socket->write(bytes);
}

void TcpTransport::onConnected()
{
    m_connectTimer->stop();
    // Ten-byte requests must not wait for more to come.
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_wasOpened = true;
    Q_EMIT opened();
}

void TcpTransport::onDisconnected()
{
    if (!m_wasOpened)
        return;
    close();
    Q_EMIT closed();
}

void TcpTransport::onError(QAbstractSocket::SocketError error)
{
    if (m_wasOpened) {
        onDisconnected();
        return;
    }
    const bool isRefusedByRights = error == QAbstractSocket::SocketAccessError;
    fail(isRefusedByRights ? FailureCode::ReaderPermission : FailureCode::ReaderNotFound, m_socket->errorString());
}

void TcpTransport::fail(FailureCode code, const QString &detail)
{
    close();
    Q_EMIT failed({code, detail, true});
}

} // namespace yichuang::device
