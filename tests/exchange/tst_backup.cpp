// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/backup.h"
#include "storage/database.h"
#include "storage/folderlock.h"
#include "storage/schema.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <thread>

using namespace yichuang;
using namespace yichuang::exchange;
using namespace Qt::StringLiterals;

namespace {

domain::Result<void> put(Session &session, const QString &name, qint64 value)
{
    const auto done = session.change(u"INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                                     {name, value});
    return done ? domain::Result<void>() : tl::unexpected(done.error());
}

qint64 valueOf(Database &database, const QString &name)
{
    const auto found = database.read([&](Session &session) { return session.select(u"SELECT value FROM counters WHERE name = ?"_s, {name}); });
    return found && !found->isEmpty() ? found->first().first().toLongLong() : -1;
}

QString codeOf(const domain::Error &error)
{
    return domain::failureText(error.code);
}

} // namespace

/** Copies of a database in use, restoring them, and what stands before a migration. */
class BackupTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = databaseFile(m_folder->path());
        m_backup = m_folder->filePath(u"backup's.db"_s);
        m_database = open();
        QVERIFY(m_database->migrate());
        write(u"a"_s, 1);
    }
    void cleanup() { m_database.reset(); }

    void roundTrip()
    {
        QVERIFY(backUpDatabase(m_folder->path(), m_backup));
        QCOMPARE(QFile::permissions(m_backup) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        write(u"a"_s, 2);
        m_database.reset();
        const auto aside = restoreDatabase(m_folder->path(), m_backup, QDateTime::currentDateTimeUtc());
        QVERIFY2(aside, aside ? "" : qPrintable(aside.error().detail));
        QCOMPARE(valueIn(m_file), 1);
        QCOMPARE(valueIn(*aside), 2);
        QVERIFY(!QFile::exists(m_file + u".restoring"_s));
    }
    void restoresIntoAnEmptyFolder()
    {
        QVERIFY(backUpDatabase(m_folder->path(), m_backup));
        const QString fresh = m_folder->filePath(u"fresh"_s);
        const auto aside = restoreDatabase(fresh, m_backup, QDateTime::currentDateTimeUtc());
        QVERIFY(aside);
        QCOMPARE(*aside, QString());
        QCOMPARE(valueIn(databaseFile(fresh)), 1);
    }
    void copyOfABusyDatabaseIsOneMoment()
    {
        // Both rows always change together; a copy that saw a half of it would differ.
        std::atomic<bool> stop = false;
        std::atomic<qint64> written = 0;
        std::thread writer([&] {
            for (qint64 i = 1; !stop; ++i) {
                const auto done = m_database->write([i](Session &session) -> domain::Result<void> {
                    const auto first = put(session, u"left"_s, i);
                    return first ? put(session, u"right"_s, i) : first;
                });
                if (done)
                    written = i;
            }
        });
        QTRY_VERIFY(written > 0);
        for (int i = 0; i < 10; ++i) {
            const qint64 before = written;
            const auto copied = backUpDatabase(m_folder->path(), m_backup);
            if (!copied)
                qWarning() << copied.error().detail;
            Database copy(std::make_unique<SqliteDialect>(m_backup));
            const qint64 left = valueOf(copy, u"left"_s);
            if (!copied || left != valueOf(copy, u"right"_s) || left < before) {
                stop = true;
                writer.join();
                QFAIL("not one moment");
            }
            QTRY_VERIFY(written > before);
        }
        stop = true;
        writer.join();
    }
    void refusesWhileOpen()
    {
        QVERIFY(backUpDatabase(m_folder->path(), m_backup));
        write(u"a"_s, 2);
        const auto restored = restoreDatabase(m_folder->path(), m_backup, QDateTime::currentDateTimeUtc());
        QVERIFY(!restored);
        QCOMPARE(codeOf(restored.error()), u"SVC-013"_s);
        QCOMPARE(valueOf(*m_database, u"a"_s), 2);
    }
    void refusesWhileServed()
    {
        QVERIFY(backUpDatabase(m_folder->path(), m_backup));
        m_database.reset();
        auto lock = std::make_unique<FolderLock>();
        QVERIFY(lock->take(m_folder->path()));
        FolderLock second;
        QVERIFY(!second.take(m_folder->path()));
        QVERIFY(!restoreDatabase(m_folder->path(), m_backup, QDateTime::currentDateTimeUtc()));
        lock.reset();
        QVERIFY(restoreDatabase(m_folder->path(), m_backup, QDateTime::currentDateTimeUtc()));
    }
    void refusesWhatIsNoBackup_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("missing") << QByteArray("missing");
        QTest::newRow("no database") << QByteArray("text");
        QTest::newRow("cut short") << QByteArray("cut");
        QTest::newRow("newer program") << QByteArray("newer");
    }
    void refusesWhatIsNoBackup()
    {
        QFETCH(QByteArray, what);
        if (what == "newer")
            QVERIFY(m_database->migrate(later({}, 1)));
        QCOMPARE(backUpDatabase(m_folder->path(), m_backup).has_value(), what != "newer");
        if (what == "newer")
            QVERIFY(QFile::copy(m_file, m_backup));
        if (what == "missing")
            QVERIFY(QFile::remove(m_backup));
        if (what == "cut")
            QVERIFY(QFile::resize(m_backup, QFileInfo(m_backup).size() / 2));
        if (what == "text") {
            QFile file(m_backup);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(8192, 'x'));
        }
        m_database.reset();
        const auto restored = restoreDatabase(m_folder->path(), m_backup, QDateTime::currentDateTimeUtc());
        QVERIFY(!restored);
        QCOMPARE(codeOf(restored.error()), u"APP-003"_s);
        QCOMPARE(valueIn(m_file), 1);
    }
    void healsADamagedDatabase()
    {
        QVERIFY(backUpDatabase(m_folder->path(), m_backup));
        write(u"a"_s, 2);
        QVERIFY(QFile::copy(m_file + u"-wal"_s, m_folder->filePath(u"log"_s)));
        m_database.reset();
        QVERIFY(QFile::copy(m_folder->filePath(u"log"_s), m_file + u"-wal"_s) || QFile::exists(m_file + u"-wal"_s));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(4096, 'x'));
        file.close();
        QVERIFY(restoreDatabase(m_folder->path(), m_backup, QDateTime::currentDateTimeUtc()));
        // The old log is not played into the restored file.
        QCOMPARE(valueIn(m_file), 1);
    }
    void everyFaultKeepsTheOldBackup()
    {
        QVERIFY(m_database->copyTo(m_backup));
        write(u"a"_s, 2);
        m_database->setFault([] { return true; });
        QVERIFY(!m_database->copyTo(m_backup));
        m_database->setFault({});
        QCOMPARE(valueIn(m_backup), 1);
        QVERIFY(!QFile::exists(m_backup + u".part"_s));
        QVERIFY(m_database->copyTo(m_backup));
        QCOMPARE(valueIn(m_backup), 2);
        QVERIFY(!m_database->copyTo(m_folder->filePath(u"no/such/folder.db"_s)));
    }
    void migrationCanBeRolledBack()
    {
        QCOMPARE(codeOf(copyBeforeMigration(m_folder->path()).error()), u"APP-003"_s);
        const auto steps = later({u"ALTER TABLE counters RENAME COLUMN value TO amount"_s}, 1);
        QVERIFY(m_database->migrate(steps));
        m_database.reset();
        // This program is the one before: it does not know the new schema, and goes on with the copy.
        const QString kept = m_file + u".schema%1"_s.arg(steps.size() - 1);
        QVERIFY(!open()->migrate());
        // Copies of yesterday's migrations, and of one that only a newer program can read, are not what it goes back to.
        for (const auto &other : {u".schema1"_s, u".schema99"_s, u".schemaX"_s})
            QVERIFY(QFile::copy(kept, m_file + other));
        QCOMPARE(copyBeforeMigration(m_folder->path()).value(), kept);
        QVERIFY(restoreDatabase(m_folder->path(), kept, QDateTime::currentDateTimeUtc()));
        m_database = open();
        QVERIFY(m_database->migrate());
        QCOMPARE(valueOf(*m_database, u"a"_s), 1);
    }
    /** A later version that only added something: the one before goes on with all that was taken in since. */
    void programBeforeWorksWithWhatWasAdded()
    {
        const auto steps = later({u"ALTER TABLE counters ADD COLUMN note TEXT NOT NULL DEFAULT ''"_s}, 0);
        QVERIFY(m_database->migrate(steps));
        write(u"b"_s, 2);
        m_database.reset();
        m_database = open();
        QVERIFY(m_database->migrate());
        QCOMPARE(valueOf(*m_database, u"b"_s), 2);
        write(u"c"_s, 3);
        QVERIFY(m_database->copyTo(m_backup));
        QCOMPARE(codeOf(copyBeforeMigration(m_folder->path()).error()), u"APP-003"_s);
        // The later version comes again: it finds its own schema, and what was taken in meanwhile.
        QVERIFY(m_database->migrate(steps));
        QCOMPARE(valueOf(*m_database, u"c"_s), 3);
    }
    void nothingToGoBackTo()
    {
        QVERIFY(m_database->migrate(later({}, 1)));
        m_database.reset();
        QVERIFY(QFile::remove(m_file + u".schema%1"_s.arg(migrations(SqliteDialect(m_file)).size())));
        QCOMPARE(codeOf(copyBeforeMigration(m_folder->path()).error()), u"APP-003"_s);
        QCOMPARE(codeOf(copyBeforeMigration(m_folder->filePath(u"none"_s)).error()), u"APP-003"_s);
    }
    void failedMigrationLeavesTheDatabase()
    {
        const auto steps = later({u"CREATE TABLE half (x TEXT)"_s, u"CREATE TABLE half (x TEXT)"_s}, 1);
        QVERIFY(!m_database->migrate(steps));
        QVERIFY(QFile::exists(m_file + u".schema%1"_s.arg(steps.size() - 1)));
        QVERIFY(m_database->migrate());
        QCOMPARE(valueOf(*m_database, u"a"_s), 1);
        QVERIFY(m_database->write([](Session &session) { return session.change(u"CREATE TABLE half (x TEXT)"_s); }));
    }
    void noCopyWhereNothingChanges()
    {
        QVERIFY(m_database->migrate());
        QCOMPARE(QDir(m_folder->path()).entryList({u"*.schema*"_s}), QStringList());
    }

private:
    std::unique_ptr<Database> open() const { return std::make_unique<Database>(std::make_unique<SqliteDialect>(m_file)); }
    /** The migrations of a later version; its database is readable from the schema so many after the present one. */
    static QList<Migration> later(const QStringList &statements, qint64 readable)
    {
        QList<Migration> steps = migrations(SqliteDialect(QString()));
        const qint64 now = steps.size();
        return steps << Migration{statements, now + readable};
    }
    void write(const QString &name, qint64 value)
    {
        QVERIFY(m_database->write([&](Session &session) { return put(session, name, value); }));
    }
    static qint64 valueIn(const QString &file)
    {
        Database database(std::make_unique<SqliteDialect>(file));
        return valueOf(database, u"a"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QString m_backup;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
