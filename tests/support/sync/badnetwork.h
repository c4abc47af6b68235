// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QTcpServer>
#include <functional>

class QTcpSocket;

namespace yichuang::test {

/** What happens to one request on its way. */
struct Fault {
    enum class Kind {
        None,
        Refuse,     ///< hung up on before it reaches the exchange
        DropAnswer, ///< done by the exchange, but its answer is lost
        CutAnswer,  ///< done, and half of the answer arrives
        Double,     ///< delivered twice, one after the other; the second answer arrives
        Late,       ///< delivered after `ms`, others overtake it
        SlowAnswer, ///< the answer arrives after `ms`
        Hang,       ///< never delivered, never answered
        Page,       ///< not delivered: a web page answers in the exchange's place, with `status`
    };
    Kind kind = Kind::None;
    int ms = 0;
    int status = 200;
};

/**
 * A network between desks and an exchange: takes HTTP/1.1 requests apart just enough to do something to each. Lives on the
 * thread that made it, which needs its event loop.
 */
class BadNetwork : public QObject
{
    Q_OBJECT
public:
    using Script = std::function<Fault(const QByteArray &method, const QByteArray &path)>;

    BadNetwork();
    ~BadNetwork() override;
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void setExchangePort(quint16 port) { m_exchange = port; }
    /** Asked for every request; an empty script harms nothing. */
    void setScript(Script script) { m_script = std::move(script); }
    /** Down: every connection is cut, new ones are hung up on. */
    void setDown(bool down);
    /** Requests that came so far, by "METHOD /path" without query. */
    [[nodiscard]] int count(const QByteArray &request) const { return m_counts.value(request); }
    [[nodiscard]] int faults() const { return m_faults; }

private:
    class Line;
    void onConnection();

    QTcpServer m_server;
    quint16 m_exchange = 0;
    Script m_script;
    bool m_down = false;
    int m_faults = 0;
    QHash<QByteArray, int> m_counts;
    QList<Line *> m_lines;
};

} // namespace yichuang::test
