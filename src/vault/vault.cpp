// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <vault/vault.h>

#include "connectionstate.h"
#include "vaultdiagnosis.h"
#include "vaultlock.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <atomic>
#include <vault/sqlerror.h>

using namespace Qt::StringLiterals;

namespace yichuang::vault {

using domain::FailureCode;
using domain::Result;

namespace {

using State = std::unique_ptr<Connection::Private>;

QString nextConnectionName()
{
    static std::atomic<quint64> count{0};
    return u"yichuang-vault-%1"_s.arg(++count);
}

/** A new store's file before SQLite writes to it: readable by its owner only, which the journal then inherits. */
Result<void> makePrivateFile(const QString &file)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly | QIODevice::Append, QFile::ReadOwner | QFile::WriteOwner))
        return domain::failure(FailureCode::VaultNotWritable, u"the store cannot be made: %1"_s.arg(out.errorString()));
    return {};
}

State connect(const VaultRequest &request, const KeyHandle &key, bool create)
{
    auto state = std::make_unique<Connection::Private>();
    state->file = request.file;
    state->role = request.role;
    state->keyId = QString::fromLatin1(key->keyId());
    state->driver = new CipherDriver;
    state->driver->setKey(key);
    state->name = nextConnectionName();
    state->db = QSqlDatabase::addDatabase(state->driver, state->name);
    state->db.setDatabaseName(request.file);
    const QString role = request.role == CipherRole::Reader ? u"ROLE=READER;"_s : QString();
    const QString make = create ? u"CREATE;"_s : QString();
    state->db.setConnectOptions(role + make + u"BUSY_TIMEOUT=%1"_s.arg(request.busyMs));
    state->db.open();
    return state;
}

Result<int> askNumber(const QSqlDatabase &db, const QString &pragma)
{
    QSqlQuery query(db);
    if (!query.exec(u"PRAGMA "_s + pragma) || !query.next())
        return tl::unexpected(toError(query.lastError()));
    return query.value(0).toInt();
}

/** True for a store whose making was cut short: our key opens it, and nothing was ever written. */
bool isBlank(const QSqlDatabase &db)
{
    QSqlQuery query(db);
    return query.exec(u"SELECT count(*) FROM sqlite_schema"_s) && query.next() && query.value(0).toInt() == 0;
}

Result<void> markAsOurs(Connection::Private &state)
{
    QSqlQuery query(state.db);
    if (!query.exec(u"PRAGMA application_id=%1"_s.arg(Vault::ApplicationId))
        || !query.exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s))
        return tl::unexpected(toError(query.lastError()));
    return {};
}

/** Whose file it is and how new; marks a store just made as ours. */
Result<void> identify(Connection::Private &state, int highestVersion, bool wasFilled)
{
    state.filled = wasFilled;
    if (state.isNew)
        return markAsOurs(state);
    const Result<int> application = askNumber(state.db, u"application_id"_s);
    if (!application)
        return tl::unexpected(application.error());
    if (*application == 0 && !wasFilled && state.role == CipherRole::Writer && isBlank(state.db)) {
        state.isNew = true;
        return markAsOurs(state);
    }
    const auto emptied = [] { return domain::failure(FailureCode::VaultDamaged, u"the store had tables and has none: its journal is gone"_s); };
    if (*application == 0 && wasFilled && isBlank(state.db))
        return emptied();
    if (*application != Vault::ApplicationId)
        return domain::failure(FailureCode::VaultForeignFile, u"application_id is %1"_s.arg(*application));
    const Result<int> version = askNumber(state.db, u"user_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    if (*version == 0 && wasFilled)
        return emptied();
    state.version = *version & 0xffff;
    const int readableFrom = *version >> 16 > 0 ? *version >> 16 : state.version;
    if (readableFrom > highestVersion)
        return domain::failure(FailureCode::VaultNewer, u"version %1, known up to %2"_s.arg(state.version).arg(highestVersion));
    return {};
}

/** Tries the current key, then the pending one; the marker names what a failure means. */
Result<State> connectWithEither(const VaultRequest &request, FileState found, const std::optional<VaultMarker> &marker)
{
    QSqlError firstError;
    QStringList tried;
    for (const KeyHandle &key : {request.key, request.pendingKey}) {
        if (!key || !key->isValid())
            continue;
        State state = connect(request, key, found == FileState::New);
        tried << state->keyId;
        if (state->db.isOpen()) {
            state->isNew = found == FileState::New;
            state->withPending = key == request.pendingKey;
            return state;
        }
        if (!firstError.isValid())
            firstError = state->db.lastError();
    }
    return tl::unexpected(diagnoseOpen(firstError, marker, tried));
}

/** Keeps the marker in step: one key id, or two while a rotation is not settled. */
Result<void> keepMarker(const VaultRequest &request, const Connection::Private &state,
                        const std::optional<VaultMarker> &marker)
{
    VaultMarker wanted{{state.keyId}, state.filled, state.damageMet};
    if (request.pendingKey && request.pendingKey->isValid()) {
        const QString current = QString::fromLatin1(request.key->keyId());
        wanted.keyIds = {current, QString::fromLatin1(request.pendingKey->keyId())};
    }
    return marker == wanted ? Result<void>{} : writeMarker(request.file, wanted);
}

Result<void> finishWriter(const VaultRequest &request, Connection::Private &state,
                          const std::optional<VaultMarker> &marker)
{
    if (state.driver->isReadOnly())
        return domain::failure(FailureCode::VaultNotWritable, u"the store can only be read"_s);
    return keepMarker(request, state, marker);
}

} // namespace

Result<std::unique_ptr<Connection>> Vault::open(const VaultRequest &request)
{
    if (CipherDriver::cipherVersion().isEmpty())
        return domain::failure(FailureCode::CipherMissing, u"PRAGMA cipher_version is empty"_s);
    if (!request.key || !request.key->isValid())
        return domain::failure(FailureCode::KeyMissing, u"no key was given"_s);
    const bool writer = request.role == CipherRole::Writer;
    std::unique_ptr<QLockFile> lock;
    if (writer) {
        auto taken = takeLock(request.file);
        if (!taken)
            return tl::unexpected(taken.error());
        lock = std::move(*taken);
    }
    const std::optional<VaultMarker> marker = readMarker(request.file);
    const Result<FileState> found = inspectFile(request.file, marker);
    if (!found)
        return tl::unexpected(found.error());
    if (*found == FileState::New) {
        if (!writer)
            return domain::failure(FailureCode::VaultDamaged, u"a reader found no store"_s);
        if (auto made = makePrivateFile(request.file); !made)
            return tl::unexpected(made.error());
    }
    Result<State> state = connectWithEither(request, *found, marker);
    if (!state)
        return tl::unexpected(state.error());
    if (auto known = identify(**state, request.highestVersion, marker && marker->filled); !known)
        return tl::unexpected(known.error());
    (*state)->damageMet = marker && marker->damageMet;
    if (writer) {
        if (auto finished = finishWriter(request, **state, marker); !finished)
            return tl::unexpected(finished.error());
    }
    (*state)->lock = std::move(lock);
    return std::make_unique<Connection>(std::move(*state));
}

Result<void> Vault::reserve(const QString &file)
{
    return makePrivateFile(file);
}

bool Vault::exists(const QString &file)
{
    return QFileInfo(file).size() > 0 || QFile::exists(markerPath(file));
}

Result<QString> Vault::setAside(const QString &file, const QDateTime &now)
{
    const auto lock = takeLock(file);
    if (!lock)
        return tl::unexpected(lock.error());
    const QString base = file + u".unreadable-"_s + now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'");
    QString target = base;
    for (int i = 2; QFile::exists(target) || QFile::exists(markerPath(target)); ++i)
        target = u"%1-%2"_s.arg(base).arg(i);
    // The marker goes last: cut short anywhere, the next opening still says "damaged" and this can be done again.
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u".commits"_s, u".marker"_s}) {
        if (QFile::exists(file + suffix) && !QFile::rename(file + suffix, target + suffix))
            return domain::failure(FailureCode::VaultNotWritable, u"the store's %1 file does not move"_s.arg(suffix));
    }
    return target;
}

} // namespace yichuang::vault
