// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <vault/vault.h>

#include "vaultlock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QThread>
#include <filesystem>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace yichuang::vault {

using domain::FailureCode;
using domain::Result;

namespace {

constexpr qint64 copyPiece = 1 << 20;

std::filesystem::path pathOf(const QString &file)
{
    return std::filesystem::path(file.toStdU16String());
}

/** Another name for what is there; a second file where the file system has no such names. */
bool keepUnder(const QString &file, const QString &name)
{
    std::error_code error;
    std::filesystem::create_hard_link(pathOf(file), pathOf(name), error);
    return !error || QFile::copy(file, name);
}

/** Within this time who makes a lock has written into it who they are. */
constexpr auto writtenWithin = 500ms;

/** Whether nobody can be known by a lock that is there: its maker died before they wrote into it, or lost what they wrote with the power. */
bool isWordless(const QLockFile &lock)
{
    const QDeadlineTimer patience(writtenWithin);
    qint64 process = 0;
    QString host;
    QString application;
    while (!lock.getLockInfo(&process, &host, &application)) {
        if (patience.hasExpired())
            return true;
        QThread::msleep(10);
    }
    return false;
}

} // namespace

Result<std::unique_ptr<QLockFile>> takeLock(const QString &file)
{
    auto lock = std::make_unique<QLockFile>(file + u".lock"_s);
    // Never stale by age, only when its process is gone.
    lock->setStaleLockTime(0);
    bool isTaken = lock->tryLock(0);
    if (!isTaken && lock->error() == QLockFile::LockFailedError && isWordless(*lock)) {
        // By age after all. The system lets nobody take away the file of a maker who lives and holds it.
        lock->setStaleLockTime(writtenWithin / 2);
        isTaken = lock->tryLock(0);
        lock->setStaleLockTime(0);
    }
    if (isTaken)
        return lock;
    if (lock->error() == QLockFile::LockFailedError)
        return domain::failure(FailureCode::VaultInUse, u"another process has the store open"_s, true);
    return domain::failure(FailureCode::VaultNotWritable, u"the lock file cannot be made"_s);
}

Result<void> Vault::copy(const QString &file, const QString &to)
{
    const auto lock = takeLock(file);
    if (!lock)
        return tl::unexpected(lock.error());
    // The last connection to close empties the journal; what is still in one would be missing from the copy.
    if (QFileInfo(file + u"-wal"_s).size() > 0)
        return domain::failure(FailureCode::VaultInUse, u"the journal is not empty"_s, true);
    QFile from(file);
    QSaveFile out(to);
    if (!from.open(QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly) || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return domain::failure(FailureCode::VaultNotWritable, u"the copy cannot be made"_s);
    while (!from.atEnd()) {
        const QByteArray bytes = from.read(copyPiece);
        if (bytes.isEmpty())
            return domain::failure(FailureCode::VaultNotWritable, u"the store cannot be read"_s);
        if (out.write(bytes) != bytes.size())
            return domain::failure(FailureCode::StoreDiskFull, u"the copy cannot be written"_s);
    }
    // A commit alone does not tell when what is still buffered finds no room.
    if (!out.flush() || !out.commit())
        return domain::failure(FailureCode::StoreDiskFull, u"the copy does not reach the disk"_s);
    return {};
}

Result<void> Vault::putBack(const QString &file, const QString &copy, const QDateTime &now)
{
    const auto lock = takeLock(file);
    if (!lock)
        return tl::unexpected(lock.error());
    const QString base = file + u".replaced-"_s + now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'");
    QString kept = base;
    for (int i = 2; QFile::exists(kept) || QFile::exists(kept + u"-wal"_s); ++i)
        kept = u"%1-%2"_s.arg(base).arg(i);
    // The journal first: beside the copy it would be taken for the copy's own.
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(file + suffix) && !QFile::rename(file + suffix, kept + suffix))
            return domain::failure(FailureCode::VaultNotWritable, u"the store's journal does not move"_s);
    }
    if (QFile::exists(file) && !keepUnder(file, kept))
        return domain::failure(FailureCode::VaultNotWritable, u"the store cannot be kept"_s);
    std::error_code error;
    std::filesystem::rename(pathOf(copy), pathOf(file), error);
    if (error)
        return domain::failure(FailureCode::VaultNotWritable, u"the copy does not move"_s);
    return {};
}

} // namespace yichuang::vault
