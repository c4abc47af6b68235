// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "badnetwork.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

namespace yichuang::test {

namespace {

/** Length of the first whole message at the front of `bytes`; 0 while it is not whole. */
qsizetype messageLength(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return 0;
    qsizetype body = 0;
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    for (const QByteArray &line : lines) {
        if (line.size() > 15 && line.left(15).compare("content-length:", Qt::CaseInsensitive) == 0)
            body = line.mid(15).trimmed().toLongLong();
    }
    const qsizetype whole = end + 4 + body;
    return bytes.size() >= whole ? whole : 0;
}

/** What a proxy, or the sign-in page of a network, puts in the exchange's place. */
QByteArray pageOf(int status)
{
    const QByteArray body = "<!DOCTYPE html><html><body>Please wait</body></html>";
    return "HTTP/1.1 " + QByteArray::number(status) + " Page\r\nContent-Type: text/html\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

/** One connection of a client; its requests come one after the other. */
class BadNetwork::Line : public QObject
{
public:
    Line(BadNetwork &network, QTcpSocket *client)
        : QObject(&network)
        , m_network(network)
        , m_client(client)
    {
        client->setParent(this);
        connect(client, &QTcpSocket::readyRead, this, &Line::onReadyRead);
        connect(client, &QTcpSocket::disconnected, this, &Line::end);
    }

    void end()
    {
        if (m_ended)
            return;
        m_ended = true;
        m_network.m_lines.removeOne(this);
        m_client->abort();
        deleteLater();
    }

private:
    void onReadyRead()
    {
        m_heard += m_client->readAll();
        if (m_busy)
            return;
        const qsizetype length = messageLength(m_heard);
        if (length == 0)
            return;
        m_busy = true;
        const QByteArray request = m_heard.left(length);
        m_heard.remove(0, length);
        const QList<QByteArray> words = request.left(request.indexOf('\r')).split(' ');
        const QByteArray path = words.value(1).split('?').first();
        ++m_network.m_counts[words.first() + ' ' + path];
        const Fault fault = m_network.m_script ? m_network.m_script(words.first(), path) : Fault();
        m_network.m_faults += fault.kind != Fault::Kind::None;
        suffer(fault, request);
    }

    void suffer(Fault fault, const QByteArray &request)
    {
        switch (fault.kind) {
        case Fault::Kind::Refuse: end(); break;
        case Fault::Kind::Hang: break;
        case Fault::Kind::Page: pass(pageOf(fault.status), {}); break;
        case Fault::Kind::Late: QTimer::singleShot(fault.ms, this, [this, request] { ask(request, {}, 1); }); break;
        default: ask(request, fault, fault.kind == Fault::Kind::Double ? 2 : 1); break;
        }
    }

    void ask(const QByteArray &request, Fault fault, int times)
    {
        auto *exchange = new QTcpSocket(this);
        auto answer = std::make_shared<QByteArray>();
        connect(exchange, &QTcpSocket::errorOccurred, this, [this, answer] {
            if (messageLength(*answer) == 0)
                end();
        });
        connect(exchange, &QTcpSocket::readyRead, this, [=, this] {
            *answer += exchange->readAll();
            if (messageLength(*answer) == 0)
                return;
            exchange->disconnect(this);
            exchange->abort();
            exchange->deleteLater();
            if (times > 1)
                ask(request, {}, times - 1);
            else
                pass(*answer, fault);
        });
        connect(exchange, &QTcpSocket::connected, exchange, [exchange, request] { exchange->write(request); });
        exchange->connectToHost(QHostAddress(QHostAddress::LocalHost), m_network.m_exchange);
    }

    void pass(const QByteArray &answer, Fault fault)
    {
        if (m_ended)
            return;
        if (fault.kind == Fault::Kind::DropAnswer)
            return end();
        if (fault.kind == Fault::Kind::SlowAnswer) {
            QTimer::singleShot(fault.ms, this, [this, answer] { pass(answer, {}); });
            return;
        }
        if (fault.kind == Fault::Kind::CutAnswer) {
            m_client->write(answer.left(answer.size() / 2));
            m_client->flush();
            return end();
        }
        m_client->write(answer);
        m_busy = false;
        if (!m_heard.isEmpty())
            QMetaObject::invokeMethod(this, [this] { onReadyRead(); }, Qt::QueuedConnection);
    }

    BadNetwork &m_network;
    QTcpSocket *m_client;
    QByteArray m_heard;
    bool m_busy = false;
    bool m_ended = false;
};

BadNetwork::BadNetwork()
{
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost)))
        qFatal("bad network: no port");
    connect(&m_server, &QTcpServer::newConnection, this, &BadNetwork::onConnection);
}

BadNetwork::~BadNetwork()
{
    setDown(true);
}

void BadNetwork::onConnection()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *line = new Line(*this, client);
        m_lines.append(line);
        if (m_down)
            line->end();
    }
}

void BadNetwork::setDown(bool down)
{
    m_down = down;
    if (!down)
        return;
    const QList<Line *> lines = m_lines;
    for (Line *line : lines)
        line->end();
}

} // namespace yichuang::test
