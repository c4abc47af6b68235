// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <remote/endpoint.h>

#include <QTcpServer>
#include <memory>

class QTcpSocket;

namespace yichuang::test {

/**
 * A TCP line to a server that can be cut the way a router, a proxy or a restarted machine cuts it: nobody is told, and what
 * is later sent on an old connection goes nowhere and ends it. New connections work.
 */
class CutLine : public QObject
{
    Q_OBJECT
public:
    /** How a dead connection answers the first bytes it gets. */
    enum class End { Reset, Closed, Silent };

    explicit CutLine(quint16 serverPort, End end = End::Closed);
    ~CutLine() override;
    [[nodiscard]] remote::Endpoint endpoint(int timeoutMs = 10000) const;
    /** The server's own endpoint, led over this line. */
    [[nodiscard]] remote::Endpoint endpointTo(remote::Endpoint server) const;
    /** Kills every connection of now; @return how many there were. */
    int cut();
    /** Kills the newest connection alone. */
    void cutNewest();
    /** From now on the line breaks behind the head of each answer. */
    void cutAnswers() { m_cutAnswers = true; }
    /** Down: every connection is reset at once, new ones as soon as they are there. */
    void setDown(bool down);
    /** From now on new connections are dead as well. */
    void stayDead() { m_dead = true; }
    [[nodiscard]] int connections() const { return m_connections; }
    /** Dead connections that somebody tried to use. */
    [[nodiscard]] int deadUses() const { return m_deadUses; }

private:
    struct Pair {
        QTcpSocket *client = nullptr;
        QTcpSocket *server = nullptr;
        bool dead = false;
        bool used = false; ///< after it died
    };
    void onConnection();
    void onRequest(const std::shared_ptr<Pair> &pair);
    void onAnswer(const std::shared_ptr<Pair> &pair);
    void kill(const std::shared_ptr<Pair> &pair);

    quint16 m_serverPort;
    End m_end;
    QTcpServer m_server;
    QList<std::shared_ptr<Pair>> m_pairs;
    bool m_dead = false;
    bool m_down = false;
    bool m_cutAnswers = false;
    int m_connections = 0;
    int m_deadUses = 0;
};

} // namespace yichuang::test
