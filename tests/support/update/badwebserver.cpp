// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "badwebserver.h"

#include <QDir>
#include <QFile>
#include <QTcpSocket>
#include <QTimer>

namespace yichuang::test {

using namespace Qt::StringLiterals;

BadWebServer::BadWebServer(const QString &folder, QObject *parent)
    : QTcpServer(parent)
    , m_folder(folder)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port");
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            m_requests[socket] += socket->readAll();
            if (m_requests.value(socket).contains("\r\n\r\n"))
                answer(socket);
        });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_requests.remove(socket);
            socket->deleteLater();
        });
    });
}

QString BadWebServer::url() const
{
    return u"http://127.0.0.1:%1/updates"_s.arg(serverPort());
}

void BadWebServer::answer(QTcpSocket *socket)
{
    const QList<QByteArray> lines = m_requests.take(socket).split('\n');
    const QString path = QString::fromLatin1(lines.first().split(' ').value(1));
    asked << path;
    QByteArray range;
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith("range: bytes="))
            range = line.mid(13).trimmed().chopped(1);
    }
    ranges << range;
    QFile file(QDir(m_folder).filePath(path.section(u'/', -1)));
    if (!redirectTo.isEmpty()) {
        socket->write("HTTP/1.1 302 Found\r\nLocation: " + redirectTo + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    } else if (status != 0 || !file.open(QIODevice::ReadOnly)) {
        socket->write("HTTP/1.1 " + QByteArray::number(status == 0 ? 404 : status) + " No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    } else {
        QByteArray body = file.readAll();
        const qint64 whole = body.size();
        const bool part = knowsRanges && !range.isEmpty();
        if (part && range.toLongLong() >= whole) {
            socket->write("HTTP/1.1 416 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return socket->disconnectFromHost();
        }
        body = part ? body.mid(range.toLongLong()) : body;
        QByteArray head = part ? "HTTP/1.1 206 Part\r\nContent-Range: bytes " + range + "-" + QByteArray::number(whole - 1) + "/" + QByteArray::number(whole) + "\r\n"
                               : QByteArray("HTTP/1.1 200 OK\r\n");
        if (saysLength)
            head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        head += "Connection: close\r\n\r\n";
        if (cutAfter >= 0 && body.size() > cutAfter) {
            body.truncate(std::exchange(cutAfter, -1));
            socket->write(head + body);
            // A line is cut long after most of what it carried was taken; at once, Qt may drop all of it.
            QTimer::singleShot(500, socket, &QTcpSocket::disconnectFromHost);
            return;
        }
        socket->write(head + body);
    }
    socket->disconnectFromHost();
}

} // namespace yichuang::test
