// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <store/storeopener.h>

#include "casestoreprivate.h"
#include "schema.h"

#include <QDir>
#include <QFile>
#include <QThreadPool>
#include <vault/ephemeralkeyprovider.h>

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::FailureCode;
using domain::Result;

namespace {

constexpr qint64 longestProfileId = 64;

auto notWritable(const QString &what)
{
    return domain::failure(FailureCode::VaultNotWritable, what);
}

/** The folder, marked when it is a throw-away one. */
Result<void> prepareFolder(const OpenOptions &options)
{
    const QDir folder(options.profileFolder);
    const bool marked = folder.exists(vault::EphemeralKeyProvider::markerName());
    if (options.throwAway && !marked)
        return vault::EphemeralKeyProvider::markThrowAway(options.profileFolder);
    if (!folder.exists() && !QDir().mkpath(options.profileFolder))
        return notWritable(u"the profile folder cannot be made"_s);
    return {};
}

/** The name under which the keychain knows the store; made once, kept beside it, so that a moved profile keeps its key. */
Result<QString> profileId(const OpenOptions &options, const domain::Clock &clock)
{
    const QString path = QDir(options.profileFolder).filePath(u"profile.id"_s);
    QFile made(path);
    if (made.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        const QByteArray id = clock.newId().toByteArray(QUuid::WithoutBraces);
        if (made.write(id) != id.size() || !made.flush())
            return notWritable(u"profile.id cannot be written"_s);
        return QString::fromLatin1(id);
    }
    QFile kept(path);
    if (!kept.open(QIODevice::ReadOnly))
        return notWritable(u"profile.id can neither be made nor read"_s);
    const QString id = QString::fromLatin1(kept.read(longestProfileId)).trimmed();
    if (QUuid(id).isNull())
        return domain::failure(FailureCode::VaultDamaged, u"profile.id holds no id"_s);
    return id;
}

} // namespace

/** One opening: lives on the calling thread until its future has ended, then goes. */
class StoreOpener : public QObject
{
public:
    StoreOpener(OpenOptions options, const domain::Clock &clock) : m_options(std::move(options)), m_clock(clock)
    {
        m_promise.start();
    }

    QFuture<Opened> future() const { return m_promise.future(); }
    void start();

private:
    void onKey(const vault::KeyAnswer &answer);
    void onOpened(const Result<void> &opened);
    void settlePending();
    void end(const Opened &opened);

    OpenOptions m_options;
    const domain::Clock &m_clock;
    QString m_profileId;
    QPromise<Opened> m_promise;
    std::unique_ptr<CaseStore::Private> m_state;
};

void StoreOpener::start()
{
    const Result<void> folder = m_options.keys ? prepareFolder(m_options)
                                               : domain::failure(FailureCode::KeyMissing, u"no key provider"_s);
    if (!folder)
        return end(tl::unexpected(folder.error()));
    const Result<QString> id = profileId(m_options, m_clock);
    if (!id)
        return end(tl::unexpected(id.error()));
    m_profileId = *id;
    const bool exists = vault::Vault::exists(storeFile(m_options.profileFolder));
    m_options.keys->acquire(m_profileId, exists)
        .then(this, [this](const vault::KeyAnswer &answer) { onKey(answer); })
        .onCanceled(this, [this] { end(domain::failure(FailureCode::KeychainUnavailable, u"cancelled"_s, true)); });
}

void StoreOpener::onKey(const vault::KeyAnswer &answer)
{
    if (auto found = vault::keyResult(answer); !found)
        return end(tl::unexpected(found.error()));
    vault::VaultRequest request;
    request.file = storeFile(m_options.profileFolder);
    request.key = answer.current;
    request.pendingKey = answer.pending;
    request.highestVersion = schemaVersion;
    m_state = std::make_unique<CaseStore::Private>(m_clock, m_options.failStatement);
    m_state->open(request, [this](const Result<void> &opened) {
        QMetaObject::invokeMethod(this, [this, opened] { onOpened(opened); }, Qt::QueuedConnection);
    });
}

void StoreOpener::onOpened(const Result<void> &opened)
{
    if (!opened) {
        m_state.reset();
        return end(tl::unexpected(opened.error()));
    }
    if (m_state->openedWithPending)
        settlePending();
    else
        end(std::shared_ptr<CaseStore>(new CaseStore(std::move(m_state))));
}

/** A rotation was cut short after the file had its new key: that key becomes the current one. */
void StoreOpener::settlePending()
{
    // Whatever the keychain answers, the store is open; the next opening tries again.
    const auto settled = [this] { end(std::shared_ptr<CaseStore>(new CaseStore(std::move(m_state)))); };
    m_options.keys->promotePending(m_profileId)
        .then(this, [settled](const vault::KeyAnswer &) { settled(); })
        .onCanceled(this, settled);
}

void StoreOpener::end(const Opened &opened)
{
    m_promise.addResult(opened);
    m_promise.finish();
    deleteLater();
}

QFuture<Opened> openStore(OpenOptions options, const domain::Clock &clock)
{
    auto *opener = new StoreOpener(std::move(options), clock);
    const QFuture<Opened> future = opener->future();
    opener->start();
    return future;
}

QFuture<Result<void>> setStoreAside(const QString &profileFolder)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    QFuture<Result<void>> future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, file = storeFile(profileFolder)] {
        const Result<QString> moved = vault::Vault::setAside(file, QDateTime::currentDateTimeUtc());
        promise->addResult(moved ? Result<void>() : Result<void>(tl::unexpected(moved.error())));
        promise->finish();
    });
    return future;
}

QString storeFile(const QString &profileFolder)
{
    return QDir(profileFolder).filePath(u"store.db"_s);
}

} // namespace yichuang::store
