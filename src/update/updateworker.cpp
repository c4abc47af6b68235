// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "updateworker.h"

#include <wire/updatemanifestjson.h>

namespace yichuang::update {

using domain::Error;
using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

/** A list and its signature are small; a line that drips them is given up. */
constexpr int documentMs = 60'000;

} // namespace

UpdateWorker::UpdateWorker(const UpdateSettings &settings)
    : m_settings(settings)
    , m_patience(this)
{
    m_patience.setSingleShot(true);
}

UpdateWorker::~UpdateWorker() = default;

void UpdateWorker::open()
{
    m_download.reset();
    // Not when made, which is on the ui thread: reading the system's authorities takes its time.
    m_source = Source::make(m_settings);
    m_patience.disconnect();
    m_patience.stop();
}

void UpdateWorker::readDocument(const QString &name, qsizetype most, void (UpdateWorker::*then)(const QByteArray &))
{
    open();
    m_buffer.clear();
    const auto fail = [this](const Error &why) {
        m_source->stop();
        m_patience.stop();
        Q_EMIT looked(tl::unexpected(why));
    };
    connect(m_source.get(), &Source::chunk, this, [this, most, fail](const QByteArray &bytes) {
        m_buffer += bytes;
        if (m_buffer.size() > most)
            fail({FailureCode::UpdateManifestDamaged, u"too large"_s, false});
    });
    connect(m_source.get(), &Source::ended, this, [this, then, fail](const std::optional<Error> &fault) {
        if (fault)
            return fail(*fault);
        m_patience.stop();
        // The next document opens a source of its own, which this one must not see from inside its signal.
        QTimer::singleShot(0, this, [this, then] { (this->*then)(m_buffer); });
    });
    connect(&m_patience, &QTimer::timeout, this, [fail] { fail({FailureCode::UpdateUnreachable, u"no answer in time"_s, true}); });
    m_patience.start(documentMs);
    m_source->read(name, 0);
}

void UpdateWorker::look(const Situation &here)
{
    m_here = here;
    m_name = u"yichuang-%1.json"_s.arg(here.channel);
    readDocument(m_name, wire::maxUpdateManifestBytes, &UpdateWorker::onList);
}

void UpdateWorker::onList(const QByteArray &list)
{
    m_list = list;
    readDocument(m_name + u".sig"_s, maxSignatureBytes, &UpdateWorker::onSignature);
}

void UpdateWorker::onSignature(const QByteArray &signature)
{
    Q_EMIT looked(judge(signature));
}

domain::Result<Look> UpdateWorker::judge(const QByteArray &signature) const
{
    if (const auto genuine = verifySignature(m_list, signature, m_settings.keys); !genuine)
        return tl::unexpected(genuine.error());
    const auto list = wire::updateManifestFromJson(QByteArrayView(m_list));
    if (!list) {
        const bool newer = list.error().code == FailureCode::UpdateManifestNewer;
        return domain::failure(newer ? FailureCode::UpdateManifestNewer : FailureCode::UpdateManifestDamaged, list.error().detail);
    }
    Look look{list->sequence, QCryptographicHash::hash(m_list, QCryptographicHash::Sha256), {}};
    const auto offer = chooseOffer(*list, look.digest, m_here);
    if (!offer)
        return tl::unexpected(offer.error());
    look.offer = *offer;
    return look;
}

void UpdateWorker::fetch(const wire::UpdateFile &file, const QString &partFile, const QString &wholeFile, qint64 reserve)
{
    if (QFile::exists(wholeFile) && digestOf(wholeFile) == file.sha256)
        return Q_EMIT fetched(std::nullopt);
    // It is of another version, and its room is wanted.
    QFile::remove(wholeFile);
    open();
    m_download = std::make_unique<Download>(*m_source, file, partFile, wholeFile, reserve);
    connect(m_download.get(), &Download::progressed, this, &UpdateWorker::progressed);
    connect(m_download.get(), &Download::ended, this, &UpdateWorker::fetched);
    m_download->begin();
}

} // namespace yichuang::update
