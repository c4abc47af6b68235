// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalSocket>
#include <QObject>
#include <domain/error.h>
#include <memory>

namespace yichuang::update {

/**
 * Where the service hears desktops. On Windows a pipe of our own making: the toolkit's would be open to other machines, to
 * everybody who wants to change its rights, and to whoever takes its name first. Lives on the service's thread.
 */
class DeskPipe : public QObject
{
    Q_OBJECT
public:
    [[nodiscard]] static std::unique_ptr<DeskPipe> make();
    /** UPD-012 when the name is another's; it may be asked again. */
    [[nodiscard]] virtual domain::Result<void> listen(const QString &address) = 0;
    [[nodiscard]] virtual bool isListening() const = 0;

Q_SIGNALS:
    /** Somebody connected; the socket is a child of this object until it is deleted. */
    void connected(QLocalSocket *socket);
};

/** A desktop's end: the socket says `connected` or `errorOccurred`, never before this returns. */
void connectToService(QLocalSocket *socket, const QString &address);

} // namespace yichuang::update
