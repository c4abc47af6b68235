// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>
#include <optional>

namespace yichuang::update {

/** The version that lies verified beside the program. */
struct Waiting {
    QString version;
    QString sha256;
    bool agreed = false; ///< the clerk wants it at the next start
    friend bool operator==(const Waiting &, const Waiting &) = default;
};

/**
 * What a desk remembers of updates from one start to the next, in a small file of its own beside the store: nothing in it
 * is secret or of a person. A file that is lost or damaged is begun anew. One thread at a time.
 */
class UpdateState
{
public:
    explicit UpdateState(const QString &file);
    /** Random, made when first asked for. */
    [[nodiscard]] QByteArray installationId();
    [[nodiscard]] qint64 sequence() const { return m_sequence; }
    [[nodiscard]] QByteArray digest() const { return m_digest; }
    void setSeen(qint64 sequence, const QByteArray &digest);
    [[nodiscard]] QSet<QString> refused() const { return m_refused; }
    void refuse(const QString &version);
    /** A version that went back for want of room only: when it does, it is not refused. Holds for one going back. */
    void forgive(const QString &version);
    [[nodiscard]] bool takeForgiven(const QString &version);
    /**
     * The administrator lets in this version alone, or any when empty: their word goes before a refusal of just that version,
     * once for each time that they say it. True when it is said anew.
     */
    bool heedPin(const QString &pin);
    /** Checksum of the file that is being fetched: what lies in the part file belongs to it. */
    [[nodiscard]] QString fetching() const { return m_fetching; }
    void setFetching(const QString &sha256);
    [[nodiscard]] std::optional<Waiting> waiting() const { return m_waiting; }
    void setWaiting(const std::optional<Waiting> &waiting);

private:
    void save() const;
    QString m_file;
    QByteArray m_installationId;
    qint64 m_sequence = 0;
    QByteArray m_digest;
    QSet<QString> m_refused;
    QString m_forgiven;
    QString m_heeded; ///< pin
    QString m_fetching;
    std::optional<Waiting> m_waiting;
};

} // namespace yichuang::update
