// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <remote/endpoint.h>

#include <QTcpServer>
#include <QTimer>

namespace yichuang::test {

/** Says exactly the bytes it is told once a request's head has come, all at once, in drips, or and then hangs up. */
class RawServer : public QObject
{
    Q_OBJECT
public:
    struct Answer {
        QByteArray bytes;
        int dripMs = 0;       ///< 0: at once; otherwise a byte each
        bool hangUp = false;  ///< after the last byte
        bool reset = false;   ///< hang up with a reset
    };
    explicit RawServer(Answer answer);
    [[nodiscard]] remote::Endpoint endpoint(int timeoutMs) const;
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void onConnection();
    void say(QTcpSocket *socket);

    Answer m_answer;
    QTcpServer m_server;
    int m_connections = 0;
};

} // namespace yichuang::test
