// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "rawclient.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QTcpSocket>
#include <sys/socket.h>

namespace yichuang::testing {

QByteArray RawAnswer::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

RawClient::RawClient(quint16 port)
    : m_socket(std::make_unique<QTcpSocket>())
{
    m_socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_socket->waitForConnected(5000);
}

RawClient::RawClient(std::unique_ptr<QTcpSocket> socket)
    : m_socket(std::move(socket))
{
}

RawClient::~RawClient() = default;
RawClient::RawClient(RawClient &&) noexcept = default;
RawClient &RawClient::operator=(RawClient &&) noexcept = default;

void RawClient::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
    while (m_socket->bytesToWrite() > 0 && m_socket->waitForBytesWritten(5000)) { }
}

bool RawClient::readMore(int timeoutMs)
{
    if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(timeoutMs))
        return false;
    m_buffer += m_socket->readAll();
    return true;
}

RawAnswer RawClient::answer(bool toHead, int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    RawAnswer result;
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!readMore(static_cast<int>(deadline.remainingTime())))
            return result;
    }
    result.head = m_buffer.left(end + 2);
    m_buffer.remove(0, end + 4);
    result.status = result.head.mid(9, 3).toInt();
    const qsizetype length = toHead ? 0 : result.header("Content-Length").toLongLong();
    while (m_buffer.size() < length) {
        if (!readMore(static_cast<int>(deadline.remainingTime())))
            break;
    }
    result.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    return result;
}

bool RawClient::isClosedWithin(int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    while (m_socket->state() != QAbstractSocket::UnconnectedState) {
        if (!readMore(static_cast<int>(deadline.remainingTime())) && m_socket->state() != QAbstractSocket::UnconnectedState)
            return false;
    }
    return true;
}

void RawClient::reset()
{
    const linger atOnce{1, 0};
    ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    m_socket->abort();
}

QByteArray getRequest(const QByteArray &path, const QByteArray &headers)
{
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

QByteArray postRequest(const QByteArray &path, const QByteArray &body, const QByteArray &headers)
{
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

} // namespace yichuang::testing
