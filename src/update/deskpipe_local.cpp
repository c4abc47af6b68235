// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "deskpipe.h"

#include <QLocalServer>
#include <QTimer>

namespace yichuang::update {

namespace {

class LocalPipe : public DeskPipe
{
public:
    LocalPipe()
    {
        connect(&m_server, &QLocalServer::newConnection, this, [this] {
            while (QLocalSocket *socket = m_server.nextPendingConnection()) {
                socket->setParent(this);
                Q_EMIT connected(socket);
            }
        });
    }
    [[nodiscard]] domain::Result<void> listen(const QString &address) override
    {
        m_server.setSocketOptions(QLocalServer::UserAccessOption);
        if (m_server.listen(address))
            return {};
        // What a process that was killed left of its socket.
        QLocalServer::removeServer(address);
        if (m_server.listen(address))
            return {};
        return domain::failure(domain::FailureCode::UpdateNotWritable, m_server.errorString(), true);
    }
    [[nodiscard]] bool isListening() const override { return m_server.isListening(); }

private:
    QLocalServer m_server;
};

} // namespace

std::unique_ptr<DeskPipe> DeskPipe::make()
{
    return std::make_unique<LocalPipe>();
}

void connectToService(QLocalSocket *socket, const QString &address)
{
    QTimer::singleShot(0, socket, [socket, address] { socket->connectToServer(address); });
}

} // namespace yichuang::update
