// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <cardsim/tcpendpoint.h>

#include <QTcpServer>
#include <QTcpSocket>

namespace yichuang::cardsim {

using namespace Qt::StringLiterals;
using domain::FailureCode;

TcpEndpoint::TcpEndpoint(quint16 port)
    : m_port(port)
{
}

TcpEndpoint::~TcpEndpoint()
{
    TcpEndpoint::unplug();
}

domain::Result<void> TcpEndpoint::plug()
{
    if (m_server)
        return {};
    m_server = std::make_unique<QTcpServer>();
    connect(m_server.get(), &QTcpServer::newConnection, this, &TcpEndpoint::onNewConnection);
    if (!m_server->listen(QHostAddress::LocalHost, m_port)) {
        const QString detail = u"port %1: %2"_s.arg(m_port).arg(m_server->errorString());
        const bool isTaken = m_server->serverError() == QAbstractSocket::AddressInUseError;
        m_server.reset();
        return domain::failure(isTaken ? FailureCode::ReaderPortBusy : FailureCode::ReaderPermission, detail);
    }
    m_port = m_server->serverPort();
    return {};
}

void TcpEndpoint::unplug()
{
    dropHost();
    if (!m_server)
        return;
    m_server->disconnect(this);
    m_server->close();
    m_server.release()->deleteLater();
}

void TcpEndpoint::send(const QByteArray &bytes)
{
    if (m_host)
        m_host->write(bytes);
}

QString TcpEndpoint::readerUri() const
{
    return u"tcp:127.0.0.1:%1"_s.arg(m_port);
}

void TcpEndpoint::onNewConnection()
{
    QTcpSocket *host = m_server->nextPendingConnection();
    dropHost();
    m_host = host;
    host->setParent(this);
    host->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(host, &QTcpSocket::readyRead, this, [this, host] { Q_EMIT received(host->readAll()); });
    connect(host, &QTcpSocket::disconnected, this, [this] {
        dropHost();
        Q_EMIT hungUp();
    });
}

void TcpEndpoint::dropHost()
{
    if (!m_host)
        return;
    m_host->disconnect(this);
    // Not abort(): what stands before the pulled plug must still arrive.
    m_host->flush();
    m_host->close();
    m_host->deleteLater();
    m_host = nullptr;
}

} // namespace yichuang::cardsim
