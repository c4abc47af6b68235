// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <domain/error.h>
#include <memory>
#include <update/updatesettings.h>

namespace yichuang::update {

/**
 * Where lists and files lie. Reads one of them at a time, piece by piece, on the worker's thread: startsAt(), chunk() …,
 * ended() once. Nothing it gives is trusted yet.
 */
class Source : public QObject
{
    Q_OBJECT
public:
    /** A folder or an address, as the settings say. */
    [[nodiscard]] static std::unique_ptr<Source> make(const UpdateSettings &settings);
    /** Reads a file from a byte on; where that is not to be had, from its beginning, as startsAt() then says. */
    virtual void read(const QString &name, qint64 offset) = 0;
    /** Ends a reading without a word. */
    virtual void stop() = 0;

Q_SIGNALS:
    void startsAt(qint64 offset);
    void chunk(const QByteArray &bytes);
    /** Null when all of it was read; else UPD-002. */
    void ended(const std::optional<yichuang::domain::Error> &fault);
};

} // namespace yichuang::update
