// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cardsim/endpoint.h>

#include <memory>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace yichuang::cardsim {

/** A pseudo-terminal behind a symbolic link, which looks like a serial port to the host. Not on Windows. */
class PtyEndpoint : public Endpoint
{
    Q_OBJECT

public:
    /** @param link where the symbolic link is made; only a link is ever replaced, never a file. */
    explicit PtyEndpoint(QString link);
    ~PtyEndpoint() override;
    Q_DISABLE_COPY_MOVE(PtyEndpoint)

    [[nodiscard]] domain::Result<void> plug() override;
    void unplug() override;
    void send(const QByteArray &bytes) override;
    [[nodiscard]] QString readerUri() const override;

private:
    [[nodiscard]] domain::Result<void> makeTerminal();
    void closeTerminal();
    void onReadable();

    QString m_link;
    int m_master = -1;
    /** Held open until the host has said something: without any holder the kernel reports a hang-up at once. */
    int m_slave = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace yichuang::cardsim
