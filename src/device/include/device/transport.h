// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QByteArray>
#include <QObject>

namespace yichuang::device {

/**
 * The line to a module. Lives on the reader's thread and is owned by its session. Nothing blocks: open() answers with
 * opened() or failed(); after failed() or closed() the transport may be opened again.
 */
class Transport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void open() = 0;
    /** Silent: closed() is only for a line that went away by itself. */
    virtual void close() = 0;
    virtual void write(const QByteArray &bytes) = 0;
    /** Changes the host's side of the line to a rate in bit/s; false where the line has none. */
    virtual bool setLineRate(int bitsPerSecond);
    /** The host's rate in bit/s; 0 where the line has none. */
    [[nodiscard]] virtual int lineRate() const;

Q_SIGNALS:
    void opened();
    void received(const QByteArray &bytes);
    /** An open line went away: unplugged, or the other end closed it. */
    void closed();
    void failed(const yichuang::domain::Error &error);
};

} // namespace yichuang::device
