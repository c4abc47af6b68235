// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <store/storeopener.h>

#include "casestoreprivate.h"
#include "inpool.h"
#include "profileid.h"
#include "schema.h"
#include "storecopies.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
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

Result<void> writeProfileId(const QString &path, const QString &id)
{
    const QString whole = path + u'.' + id;
    QSaveFile file(whole);
    const QByteArray bytes = id.toLatin1();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() || !file.commit())
        return notWritable(u"profile.id cannot be written"_s);
    // Renaming takes no name that is taken: of two programs that start at once, one makes the id and both read it.
    if (!QFile::rename(whole, path)) {
        QFile::remove(whole);
        if (!QFile::exists(path))
            return notWritable(u"profile.id cannot be made"_s);
    }
    return {};
}

/**
 * The name under which the keychain knows the store; made once, kept beside it, so that a moved profile keeps its key. It
 * is made before the store and on the disk before the key is: a store without it has lost its key, and a new id for it
 * would make that final.
 */
Result<QString> profileId(const OpenOptions &options, const domain::Clock &clock, bool storeExists)
{
    const QString path = profileIdFile(options.profileFolder);
    Result<QString> id = readProfileId(path);
    if (!id || !id->isEmpty())
        return id;
    if (storeExists)
        return domain::failure(FailureCode::KeyMissing, u"profile.id is lost, and with it the name of the key"_s);
    if (QFile::exists(path) && !QFile::remove(path))
        return notWritable(u"profile.id holds no id and cannot be removed"_s);
    if (const Result<void> made = writeProfileId(path, clock.newId().toString(QUuid::WithoutBraces)); !made)
        return tl::unexpected(made.error());
    id = readProfileId(path);
    if (id && id->isEmpty())
        return notWritable(u"profile.id was written and is empty"_s);
    return id;
}

/** The old store keeps the name of its key: whoever finds the key again can read it. */
Result<void> setAsideWithId(const QString &profileFolder)
{
    const Result<QString> moved = vault::Vault::setAside(storeFile(profileFolder), QDateTime::currentDateTimeUtc());
    if (!moved)
        return tl::unexpected(moved.error());
    const QString path = profileIdFile(profileFolder);
    if (QFile::exists(path) && !QFile::rename(path, *moved + u".profile.id"_s))
        return notWritable(u"profile.id does not move"_s);
    return {};
}

} // namespace

QString profileIdFile(const QString &profileFolder)
{
    return QDir(profileFolder).filePath(u"profile.id"_s);
}

Result<QString> readProfileId(const QString &path)
{
    QFile kept(path);
    if (!kept.exists())
        return QString();
    if (!kept.open(QIODevice::ReadOnly))
        return notWritable(u"profile.id cannot be read"_s);
    const QString id = QString::fromLatin1(kept.read(longestProfileId)).trimmed();
    return QUuid(id).isNull() ? QString() : id;
}

/** One opening: lives on the calling thread until its future has ended, then goes. */
class StoreOpener : public QObject
{
public:
    StoreOpener(OpenOptions options, const domain::Clock &clock) : QObject(options.owner), m_options(std::move(options)), m_clock(clock)
    {
        m_promise.start();
    }
    ~StoreOpener() override;

    QFuture<Opened> future() const { return m_promise.future(); }
    void start();

private:
    void acquireKey(bool exists);
    void askForOldKey();
    void onKey(const vault::KeyAnswer &answer);
    void openVault();
    void onOpened(const Result<void> &opened);
    [[nodiscard]] bool wentBack(const Result<void> &opened);
    void settlePending();
    void end(const Opened &opened);

    OpenOptions m_options;
    const domain::Clock &m_clock;
    QString m_profileId;
    QPromise<Opened> m_promise;
    vault::VaultRequest m_request;
    bool m_wentBack = false;
    std::unique_ptr<CaseStore::Private> m_state;
};

StoreOpener::~StoreOpener()
{
    if (m_promise.future().isFinished())
        return;
    m_state.reset(); // waits for its threads
    m_promise.addResult(tl::unexpected(domain::Error{FailureCode::KeychainUnavailable, u"given up"_s, true}));
    m_promise.finish();
}

void StoreOpener::start()
{
    const Result<void> folder = m_options.keys ? prepareFolder(m_options)
                                               : domain::failure(FailureCode::KeyMissing, u"no key provider"_s);
    if (!folder)
        return end(tl::unexpected(folder.error()));
    const QString file = storeFile(m_options.profileFolder);
    const bool exists = vault::Vault::exists(file);
    const bool knewId = !readProfileId(profileIdFile(m_options.profileFolder)).value_or(QString()).isEmpty();
    const Result<QString> id = profileId(m_options, m_clock, exists);
    if (!id)
        return end(tl::unexpected(id.error()));
    m_profileId = *id;
    if (knewId && !QFile::exists(file) && !exists)
        return askForOldKey();
    acquireKey(exists);
}

/** The file is made before its key is: a key without so much as an empty file had a store once. */
void StoreOpener::askForOldKey()
{
    m_options.keys->load(m_profileId)
        .then(this, [this](const vault::KeyAnswer &answer) {
            if (answer.state == vault::KeyState::Found)
                end(domain::failure(FailureCode::VaultGone, u"the key of a store is there, the store is not"_s));
            else
                acquireKey(false);
        })
        .onCanceled(this, [this] { end(domain::failure(FailureCode::KeychainUnavailable, u"cancelled"_s, true)); });
}

void StoreOpener::acquireKey(bool exists)
{
    if (!exists) {
        if (const auto made = vault::Vault::reserve(storeFile(m_options.profileFolder)); !made)
            return end(tl::unexpected(made.error()));
    }
    m_options.keys->acquire(m_profileId, exists)
        .then(this, [this](const vault::KeyAnswer &answer) { onKey(answer); })
        .onCanceled(this, [this] { end(domain::failure(FailureCode::KeychainUnavailable, u"cancelled"_s, true)); });
}

void StoreOpener::onKey(const vault::KeyAnswer &answer)
{
    if (auto found = vault::keyResult(answer); !found)
        return end(tl::unexpected(found.error()));
    m_request.file = storeFile(m_options.profileFolder);
    m_request.key = answer.current;
    m_request.pendingKey = answer.pending;
    m_request.highestVersion = schemaVersion;
    openVault();
}

void StoreOpener::openVault()
{
    m_state = std::make_unique<CaseStore::Private>(m_clock, m_options.failStatement);
    m_state->open(m_request, [this](const Result<void> &opened) {
        QMetaObject::invokeMethod(this, [this, opened] { onOpened(opened); }, Qt::QueuedConnection);
    });
}

void StoreOpener::onOpened(const Result<void> &opened)
{
    if (!opened) {
        m_state.reset();
        if (wentBack(opened))
            return openVault();
        return end(tl::unexpected(opened.error()));
    }
    if (m_state->openedWithPending)
        settlePending();
    else
        end(std::shared_ptr<CaseStore>(new CaseStore(std::move(m_state))));
}

/** Puts back the copy from before a migration that nobody came to work with; once in an opening. */
bool StoreOpener::wentBack(const Result<void> &opened)
{
    if (opened.error().code != FailureCode::VaultNewer || std::exchange(m_wentBack, true))
        return false;
    const auto copy = copyToGoBackTo(m_request.file, schemaVersion);
    return copy && vault::Vault::putBack(m_request.file, *copy, m_clock.now());
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
    setParent(nullptr); // whoever hears of it may end the owner
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
    return inPool<Result<void>>([profileFolder] { return setAsideWithId(profileFolder); });
}

int storeSchema()
{
    return schemaVersion;
}

QString storeFile(const QString &profileFolder)
{
    return QDir(profileFolder).filePath(u"store.db"_s);
}

} // namespace yichuang::store
