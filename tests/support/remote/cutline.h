// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <remote/endpoint.h>

#include <QTcpServer>
#include <memory>

class QTcpSocket;

namespace yichuang::test {

/**
 * A TCP line to a server that can be cut the way a router or a restarted machine cuts it: nobody is told, and the first
 * byte that is later sent on an old connection is answered by a reset and goes nowhere. New connections work.
 */
class CutLine : public QObject
{
    Q_OBJECT
public:
    explicit CutLine(quint16 serverPort);
    ~CutLine() override;
    [[nodiscard]] remote::Endpoint endpoint(int timeoutMs = 10000) const;
    /** Kills every connection of now; @return how many there were. */
    int cut();
    /** Kills the newest connection alone. */
    void cutNewest();
    /** From now on the line breaks behind the head of each answer. */
    void cutAnswers() { m_cutAnswers = true; }
    /** From now on new connections are dead as well. */
    void stayDead() { m_dead = true; }
    [[nodiscard]] int connections() const { return m_connections; }
    /** Dead connections that somebody tried to use. */
    [[nodiscard]] int resets() const { return m_resets; }

private:
    struct Pair {
        QTcpSocket *client = nullptr;
        QTcpSocket *server = nullptr;
        bool dead = false;
    };
    void onConnection();
    void onRequest(const std::shared_ptr<Pair> &pair);
    void onAnswer(const std::shared_ptr<Pair> &pair);
    void kill(const std::shared_ptr<Pair> &pair);

    quint16 m_serverPort;
    QTcpServer m_server;
    QList<std::shared_ptr<Pair>> m_pairs;
    bool m_dead = false;
    bool m_cutAnswers = false;
    int m_connections = 0;
    int m_resets = 0;
};

} // namespace yichuang::test
