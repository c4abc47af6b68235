// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "vaultdiagnosis.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <sqlite3.h>
#include <vault/sqlerror.h>

using namespace Qt::StringLiterals;

namespace yichuang::vault {

using domain::FailureCode;

namespace {

/** SQLCipher 4 writes pages of this many bytes; a store is never smaller. */
constexpr qint64 PageSize = 4096;

bool hasLiveJournal(const QString &file)
{
    return QFileInfo(file + u"-wal"_s).size() > 0;
}

bool startsAsPlainSqlite(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) && in.read(15) == "SQLite format 3";
}

} // namespace

domain::Result<FileState> inspectFile(const QString &file, const std::optional<VaultMarker> &marker)
{
    const QFileInfo info(file);
    if (!info.dir().exists() || (info.exists() && !info.isFile()))
        return domain::failure(FailureCode::VaultNotWritable, u"no folder for the store, or not a file"_s);
    const qint64 size = info.exists() ? info.size() : 0;
    // Pages may stand in the journal alone: then SQLite decides.
    if (size >= PageSize || (size > 0 && hasLiveJournal(file))) {
        if (startsAsPlainSqlite(file))
            return domain::failure(FailureCode::VaultForeignFile, u"the file is a plain SQLite database"_s);
        return FileState::Existing;
    }
    if (marker)
        return domain::failure(FailureCode::VaultDamaged, u"a store existed; %1 bytes are left"_s.arg(size));
    if (size > 0)
        return domain::failure(FailureCode::VaultForeignFile, u"the file is too small to be a store"_s);
    // A journal without its database belongs to a store that is gone.
    if (hasLiveJournal(file))
        return domain::failure(FailureCode::VaultDamaged, u"the journal is there, its store is not"_s);
    return FileState::New;
}

domain::Error diagnoseOpen(const QSqlError &error, const std::optional<VaultMarker> &marker,
                           const QStringList &triedKeyIds)
{
    domain::Error cause = toError(error);
    const int primary = sqliteCode(error) & 0xff;
    if (primary == SQLITE_BUSY) {
        cause.code = FailureCode::VaultInUse;
        return cause;
    }
    if (primary != SQLITE_NOTADB)
        return cause;
    const bool keyIsKnown = marker
        && std::any_of(triedKeyIds.cbegin(), triedKeyIds.cend(),
                       [&marker](const QString &id) { return marker->keyIds.contains(id); });
    cause.code = keyIsKnown ? FailureCode::VaultDamaged : FailureCode::KeyWrong;
    return cause;
}

} // namespace yichuang::vault
