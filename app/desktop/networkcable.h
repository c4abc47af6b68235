// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QTcpServer>

namespace yichuang::app {

/** A loopback port that leads to another port of this machine, and can be pulled like a cable: what is under way is lost. */
class NetworkCable : public QObject
{
    Q_OBJECT
public:
    NetworkCable(QString host, quint16 port, QObject *parent = nullptr);
    /** Opens the near end; again on the port it had before. Error NET-001: the port is not to be had. */
    [[nodiscard]] domain::Result<void> plug();
    void unplug();
    [[nodiscard]] quint16 nearPort() const { return m_nearPort; }

private:
    void onConnection();

    QString m_host;
    quint16 m_port;
    quint16 m_nearPort = 0;
    QTcpServer m_server;
};

} // namespace yichuang::app
