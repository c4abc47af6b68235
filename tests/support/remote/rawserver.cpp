// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "rawserver.h"

#include <QTcpSocket>

namespace yichuang::test {

using namespace Qt::StringLiterals;

RawServer::RawServer(Answer answer)
    : m_answer(std::move(answer))
{
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost)))
        qFatal("raw server: no port");
    connect(&m_server, &QTcpServer::newConnection, this, &RawServer::onConnection);
}

remote::Endpoint RawServer::endpoint(int timeoutMs) const
{
    auto endpoint = remote::Endpoint::fromText(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
    if (!endpoint)
        qFatal("endpoint: %s", qPrintable(endpoint.error().detail));
    endpoint->timeoutMs = timeoutMs;
    return *endpoint;
}

void RawServer::onConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket, heard = QByteArray()]() mutable {
            heard += socket->readAll();
            if (!heard.contains("\r\n\r\n"))
                return;
            heard.clear();
            say(socket);
        });
    }
}

void RawServer::say(QTcpSocket *socket)
{
    if (m_answer.dripMs == 0) {
        socket->write(m_answer.bytes);
        if (m_answer.reset)
            socket->abort();
        else if (m_answer.hangUp)
            socket->disconnectFromHost();
        return;
    }
    auto *timer = new QTimer(socket);
    connect(timer, &QTimer::timeout, socket, [this, socket, timer, place = qsizetype(0)]() mutable {
        if (place < m_answer.bytes.size())
            socket->write(m_answer.bytes.mid(place++, 1));
        else
            timer->stop();
    });
    timer->start(m_answer.dripMs);
}

} // namespace yichuang::test
