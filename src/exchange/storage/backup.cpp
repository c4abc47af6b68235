// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "backup.h"

#include "database.h"
#include "durablefile.h"
#include "folderlock.h"
#include "schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <atomic>

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

std::atomic<int> nextLook = 0;

/** A connection of its own to a file that no Database has, gone with the object. */
class Look
{
public:
    Look(const QString &file, const QString &options)
        : m_name(u"yichuang-exchange-look-%1"_s.arg(++nextLook))
        , m_connection(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
    {
        m_connection.setDatabaseName(file);
        m_connection.setConnectOptions(options);
        m_open = m_connection.open();
    }
    ~Look()
    {
        m_connection.close();
        m_connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    Q_DISABLE_COPY_MOVE(Look)

    /** The first value of a statement's first row; invalid when it fails. */
    [[nodiscard]] QVariant value(const QString &sql)
    {
        if (!m_open)
            return {};
        QSqlQuery query(m_connection);
        return query.exec(sql) && query.next() ? query.value(0) : QVariant();
    }

private:
    QString m_name;
    QSqlDatabase m_connection;
    bool m_open = false;
};

/**
 * Whether nobody has the file open: only then does SQLite leave the mode with a log, and the file is then all there is.
 * A file that is no database counts as free, because restoring over it is what heals it.
 */
bool isFree(const QString &file)
{
    Look look(file, u"QSQLITE_BUSY_TIMEOUT=0"_s);
    if (!look.value(u"PRAGMA schema_version"_s).isValid())
        return true;
    return look.value(u"PRAGMA journal_mode=DELETE"_s).toString() == "delete"_L1;
}

domain::Result<void> copyFile(const QString &from, const QString &to)
{
    QFile::remove(to);
    QFile source(from);
    if (!source.copy(to))
        return domain::failure(FailureCode::StorageUnavailable, u"%1: %2"_s.arg(to, source.errorString()));
    if (!QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner))
        return domain::failure(FailureCode::StorageUnavailable, u"%1: its permissions cannot be set"_s.arg(to));
    return flushFile(to);
}

auto unusable(const QString &file, const QString &why)
{
    return domain::failure(FailureCode::ResourceMissing, u"%1: %2"_s.arg(file, why));
}

/** What a database of the exchange says of itself. APP-003 where there is no file or it is none. */
domain::Result<Schema> schemaOf(const QString &file, Look &look)
{
    if (!QFile::exists(file))
        return unusable(file, u"there is no such file"_s);
    const QVariant version = look.value(u"SELECT version FROM schema_version"_s);
    if (!version.isValid())
        return unusable(file, u"not a database of the exchange"_s);
    const QVariant readers = look.value(u"SELECT oldest FROM schema_readers"_s);
    return Schema{version.toLongLong(), readers.isValid() ? readers.toLongLong() : version.toLongLong()};
}

/** The log of a damaged database must not be read into the restored one. */
domain::Result<void> setLogAside(const QString &file, const QString &aside)
{
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(file + suffix) && !QFile::rename(file + suffix, aside + suffix))
            return domain::failure(FailureCode::StorageUnavailable, u"%1: cannot be moved"_s.arg(file + suffix));
    }
    return {};
}

} // namespace

QString databaseFile(const QString &folder)
{
    return QDir(folder).filePath(u"exchange.db"_s);
}

domain::Result<void> backUpDatabase(const QString &folder, const QString &target)
{
    const QString file = databaseFile(folder);
    if (!QFile::exists(file))
        return domain::failure(FailureCode::ResourceMissing, u"%1: there is no database"_s.arg(file));
    Database database(std::make_unique<SqliteDialect>(file));
    return database.copyTo(target);
}

domain::Result<qint64> checkBackup(const QString &file)
{
    Look look(file, u"QSQLITE_OPEN_READONLY"_s);
    const auto schema = schemaOf(file, look);
    if (!schema)
        return tl::unexpected(schema.error());
    if (look.value(u"PRAGMA integrity_check"_s).toString() != "ok"_L1)
        return unusable(file, u"the database is damaged"_s);
    if (!schema->suits(migrations(SqliteDialect(file)).size()))
        return unusable(file, u"written by a newer program (schema %1)"_s.arg(schema->version));
    return schema->version;
}

domain::Result<QString> copyBeforeMigration(const QString &folder)
{
    const QString file = databaseFile(folder);
    const qsizetype newest = migrations(SqliteDialect(file)).size();
    Look look(file, u"QSQLITE_OPEN_READONLY"_s);
    const auto schema = schemaOf(file, look);
    if (!schema)
        return tl::unexpected(schema.error());
    if (schema->suits(newest))
        return unusable(file, u"this program works with the database as it is (schema %1); nothing is to be taken back"_s.arg(schema->version));
    const QString stem = QFileInfo(file).fileName() + u".schema"_s;
    qint64 best = 0;
    for (const QString &name : QDir(folder).entryList({stem + u'*'}, QDir::Files)) {
        const qint64 copied = name.mid(stem.size()).toLongLong();
        best = copied <= newest ? std::max(best, copied) : best;
    }
    if (best == 0)
        return unusable(folder, u"no migration has left a copy there that this program (schema %1) can work with"_s.arg(newest));
    return QDir(folder).filePath(stem + QString::number(best));
}

domain::Result<QString> restoreDatabase(const QString &folder, const QString &backup, const QDateTime &now)
{
    if (const auto schema = checkBackup(backup); !schema)
        return tl::unexpected(schema.error());
    if (!QDir().mkpath(folder))
        return domain::failure(FailureCode::StorageUnavailable, u"the data folder cannot be made"_s);
    FolderLock lock;
    if (const auto taken = lock.take(folder); !taken)
        return tl::unexpected(taken.error());
    const QString file = databaseFile(folder);
    const bool replaces = QFile::exists(file);
    if (replaces && !isFree(file))
        return domain::failure(FailureCode::StorageUnavailable, u"another program has the database open; stop it first"_s);
    const QString fresh = file + u".restoring"_s;
    if (const auto copied = copyFile(backup, fresh); !copied)
        return tl::unexpected(copied.error());
    const QString aside = replaces ? file + u".replaced-"_s + now.toUTC().toString(u"yyyyMMddTHHmmssZ"_s) : QString();
    if (replaces) {
        // A second name first, then one atomic step: at no moment is the folder without a database.
        if (const auto kept = linkFile(file, aside); !kept)
            return tl::unexpected(kept.error());
        if (const auto moved = setLogAside(file, aside); !moved)
            return tl::unexpected(moved.error());
    }
    if (const auto placed = replaceFile(fresh, file); !placed)
        return tl::unexpected(placed.error());
    return aside;
}

} // namespace yichuang::exchange
