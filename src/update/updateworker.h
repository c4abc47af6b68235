// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "download.h"

#include <QElapsedTimer>
#include <QTimer>
#include <update/offer.h>

namespace yichuang::update {

/** What a look at the list brought. */
struct Look {
    qint64 sequence = 0;
    QByteArray digest;
    std::optional<Offer> offer;
    friend bool operator==(const Look &, const Look &) = default;
};

/** Does what takes time, on its own thread: reads, checks, fetches. One thing at a time; a new one ends the one before. */
class UpdateWorker : public QObject
{
    Q_OBJECT
public:
    explicit UpdateWorker(const UpdateSettings &settings);
    ~UpdateWorker() override;
    /** Reads "yichuang-CHANNEL.json" and ".sig" beside it, checks the signature before anything else, and chooses. */
    void look(const Situation &here);
    /** Fetches what is not there yet, see Download. */
    void fetch(const wire::UpdateFile &file, const QString &partFile, const QString &wholeFile, qint64 reserve);

Q_SIGNALS:
    void looked(const yichuang::domain::Result<yichuang::update::Look> &look);
    void progressed(qint64 bytes);
    void fetched(const std::optional<yichuang::domain::Error> &fault);

private:
    void open();
    void readDocument(const QString &name, qsizetype most, void (UpdateWorker::*then)(const QByteArray &));
    void onList(const QByteArray &list);
    void onSignature(const QByteArray &signature);
    [[nodiscard]] domain::Result<Look> judge(const QByteArray &signature) const;

    UpdateSettings m_settings;
    std::unique_ptr<Download> m_download;
    std::unique_ptr<Source> m_source;
    QTimer m_patience;
    Situation m_here;
    QString m_name;
    QByteArray m_list;
    QByteArray m_buffer;
};

} // namespace yichuang::update
