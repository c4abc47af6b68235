// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "source.h"

#include <QCryptographicHash>
#include <QFile>
#include <wire/updatemanifest.h>

namespace yichuang::update {

/** The SHA-256 of a file in lower-case hexadecimal digits; empty when it cannot be read. */
[[nodiscard]] QString digestOf(const QString &file);

/**
 * One file of a release, from a source into the part file and, once its size and checksum are those of the signed list,
 * under its whole name. What an earlier process left in the part file is gone on from. So many bytes as the reserve says
 * stay free on the disk; where they would not, or writing fails, nothing is fetched and no part is left. Worker's thread;
 * the source outlives it.
 */
class Download : public QObject
{
    Q_OBJECT
public:
    Download(Source &source, const wire::UpdateFile &wanted, const QString &partFile, const QString &wholeFile, qint64 reserve);
    void begin();

Q_SIGNALS:
    void progressed(qint64 bytes);
    /** Null when the whole file is there; else UPD-002, UPD-011 (nothing is then kept) or UPD-012. */
    void ended(const std::optional<yichuang::domain::Error> &fault);

private:
    [[nodiscard]] std::optional<domain::Error> lackOfRoom() const;
    [[nodiscard]] qint64 takeUpPart();
    void onStart(qint64 offset);
    void onChunk(const QByteArray &bytes);
    void onEnd(const std::optional<domain::Error> &fault);
    void finish(std::optional<domain::Error> fault);
    /** What cannot be used is not left on a disk that may be full. */
    void giveUp(const QString &why);

    Source &m_source;
    wire::UpdateFile m_wanted;
    QFile m_part;
    QString m_whole;
    qint64 m_reserve;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_size = 0;
    bool m_over = false;
};

} // namespace yichuang::update
