// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "cutline.h"

#include <QTcpSocket>

namespace yichuang::test {

using namespace Qt::StringLiterals;

CutLine::CutLine(quint16 serverPort)
    : m_serverPort(serverPort)
{
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost)))
        qFatal("cut line: no port");
    connect(&m_server, &QTcpServer::newConnection, this, &CutLine::onConnection);
}

CutLine::~CutLine()
{
    // Sockets that end with the server must not tell an object that is half gone.
    const auto sockets = m_server.findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->disconnect(this);
}

remote::Endpoint CutLine::endpoint(int timeoutMs) const
{
    auto endpoint = remote::Endpoint::fromText(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
    if (!endpoint)
        qFatal("endpoint: %s", qPrintable(endpoint.error().detail));
    endpoint->timeoutMs = timeoutMs;
    return *endpoint;
}

int CutLine::cut()
{
    const auto cutNow = std::exchange(m_pairs, {});
    for (const auto &pair : cutNow)
        kill(pair);
    return int(cutNow.size());
}

void CutLine::cutNewest()
{
    if (!m_pairs.isEmpty())
        kill(m_pairs.takeLast());
}

void CutLine::onAnswer(const std::shared_ptr<Pair> &pair)
{
    const QByteArray bytes = pair->server->readAll();
    if (!m_cutAnswers) {
        pair->client->write(bytes);
        return;
    }
    pair->client->write(bytes.first(bytes.indexOf("\r\n\r\n") + 5));
    pair->client->disconnectFromHost();
}

void CutLine::kill(const std::shared_ptr<Pair> &pair)
{
    pair->dead = true;
    pair->server->abort();
}

void CutLine::onConnection()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        ++m_connections;
        const auto pair = std::make_shared<Pair>();
        pair->client = client;
        pair->server = new QTcpSocket(client);
        pair->server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_serverPort);
        connect(client, &QTcpSocket::readyRead, this, [this, pair] { onRequest(pair); });
        connect(pair->server, &QTcpSocket::readyRead, client, [this, pair] { onAnswer(pair); });
        connect(client, &QTcpSocket::disconnected, this, [this, pair] {
            m_pairs.removeOne(pair);
            pair->client->deleteLater();
        });
        m_pairs.append(pair);
        if (m_dead)
            cut();
    }
}

void CutLine::onRequest(const std::shared_ptr<Pair> &pair)
{
    if (!pair->dead) {
        pair->server->write(pair->client->readAll());
        return;
    }
    // What is not read makes the closing a reset.
    ++m_resets;
    pair->client->abort();
}

} // namespace yichuang::test
