// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QByteArray>
#include <QObject>

namespace yichuang::cardsim {

/** Where a host reaches the simulated module. Lives on one thread with its owner. */
class Endpoint : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /** Makes the place where a host connects. Errors: RDR-002 taken, RDR-020 no right, RDR-018 not on this system. */
    [[nodiscard]] virtual domain::Result<void> plug() = 0;
    /** Takes it away, as when the cable is pulled. */
    virtual void unplug() = 0;
    virtual void send(const QByteArray &bytes) = 0;
    /** What to give the desktop as --reader. */
    [[nodiscard]] virtual QString readerUri() const = 0;

Q_SIGNALS:
    void received(const QByteArray &bytes);
    /** The host hung up. */
    void hungUp();
};

} // namespace yichuang::cardsim
