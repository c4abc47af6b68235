// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "networkcable.h"

#include <QTcpSocket>

namespace yichuang::app {

NetworkCable::NetworkCable(QString host, quint16 port, QObject *parent)
    : QObject(parent)
    , m_host(std::move(host))
    , m_port(port)
{
    connect(&m_server, &QTcpServer::newConnection, this, &NetworkCable::onConnection);
}

domain::Result<void> NetworkCable::plug()
{
    if (!m_server.isListening() && !m_server.listen(QHostAddress::LocalHost, m_nearPort))
        return domain::failure(domain::FailureCode::NetworkUnreachable, m_server.errorString());
    m_nearPort = m_server.serverPort();
    return {};
}

void NetworkCable::unplug()
{
    m_server.close();
    const QList<QTcpSocket *> nearEnds = m_server.findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly);
    for (QTcpSocket *end : nearEnds)
        end->abort();
}

void NetworkCable::onConnection()
{
    while (QTcpSocket *nearEnd = m_server.nextPendingConnection()) {
        auto *farEnd = new QTcpSocket(nearEnd);
        nearEnd->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        farEnd->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(nearEnd, &QTcpSocket::readyRead, farEnd, [nearEnd, farEnd] { farEnd->write(nearEnd->readAll()); });
        connect(farEnd, &QTcpSocket::readyRead, nearEnd, [nearEnd, farEnd] { nearEnd->write(farEnd->readAll()); });
        connect(farEnd, &QTcpSocket::disconnected, nearEnd, &QTcpSocket::disconnectFromHost);
        connect(farEnd, &QTcpSocket::errorOccurred, nearEnd, &QTcpSocket::disconnectFromHost);
        connect(nearEnd, &QTcpSocket::disconnected, nearEnd, &QObject::deleteLater);
        farEnd->connectToHost(m_host, m_port);
    }
}

} // namespace yichuang::app
