// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "vaultfixture.h"

#include <QtTest>
#ifdef Q_OS_UNIX
#include <sys/file.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace yichuang::vault;
using namespace yichuang::vault::test;
using yichuang::domain::FailureCode;

namespace {

constexpr uint Nobody = 65534;
const QString Secret = u"SECRET-99000019900307001X"_s;

QByteArray contentOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace

class TstVaultOpen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void makesAStoreOnce();
    void writesNoPlainText();
    void isReadableByItsOwnerOnly();
    void wantsAKey();
    void tellsAWrongKey();
    void tellsAWrongKeyWithoutItsMarker();
    void refusesANewerStore();
    void refusesAForeignApplication();
    void refusesAPlainDatabase();
    void finishesAStoreCutShort();
    void refusesASecondWriter();
    void refusesASecondProcess();
    void lockOfWhoDiedMakingIt_data();
    void lockOfWhoDiedMakingIt();
    void lockThatIsHeldIsNotTakenForItsSilence();
    void letsReadersInBesideTheWriter();
    void readersMakeNothing();
    void refusesAFolderItCannotWrite();
    void setsAside();
    void setsAsideWhileOpen();
    void restoresAMarkerThatIsGone();
    void copiesWhatNobodyHasOpen();
    void putsACopyBack_data();
    void putsACopyBack();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TstVaultOpen::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"store.db"_s);
}

void TstVaultOpen::makesAStoreOnce()
{
    QVERIFY(!Vault::exists(m_file));
    {
        const auto made = Vault::open(writerOf(m_file));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QVERIFY((*made)->isNew());
        QCOMPARE((*made)->version(), 0);
        QCOMPARE(ask(**made, u"PRAGMA application_id"_s).toInt(), Vault::ApplicationId);
        QCOMPARE(run(**made, u"CREATE TABLE t(a)"_s), QString());
        QCOMPARE(run(**made, u"PRAGMA user_version=2"_s), QString());
    }
    QVERIFY(Vault::exists(m_file));
    const auto again = Vault::open(writerOf(m_file));
    QVERIFY(again);
    QVERIFY(!(*again)->isNew());
    QCOMPARE((*again)->version(), 2);
    QCOMPARE((*again)->checkIntegrity().value_or(QStringList{u"failed"_s}), QStringList());
}

void TstVaultOpen::writesNoPlainText()
{
    const auto vault = Vault::open(writerOf(m_file));
    QVERIFY(vault);
    QCOMPARE(run(**vault, u"CREATE TABLE t(a)"_s), QString());
    for (int i = 0; i < 50; ++i)
        QCOMPARE(run(**vault, u"INSERT INTO t VALUES('%1')"_s.arg(Secret)), QString());
    const QByteArray journal = contentOf(m_file + u"-wal"_s);
    QVERIFY(journal.size() > 4096);
    QVERIFY((*vault)->checkpoint());
    const QByteArray store = contentOf(m_file);
    QVERIFY(store.size() >= 2 * 4096);
    for (const QByteArray &bytes : {journal, store}) {
        QVERIFY(!bytes.contains(Secret.toUtf8()));
        QVERIFY(!bytes.contains("CREATE TABLE"));
        QVERIFY(!bytes.contains(QByteArray(32, 'k')));
    }
    QVERIFY(!store.startsWith("SQLite format 3"));
    QVERIFY(!contentOf(m_file + u".marker"_s).contains(QByteArray(32, 'k').toHex()));
}

void TstVaultOpen::isReadableByItsOwnerOnly()
{
#ifdef Q_OS_UNIX
    const auto vault = Vault::open(writerOf(m_file));
    QVERIFY(vault);
    QCOMPARE(run(**vault, u"CREATE TABLE t(a)"_s), QString());
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(m_file) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(m_file + u"-wal"_s) & others, QFile::Permissions());
#endif
}

void TstVaultOpen::wantsAKey()
{
    VaultRequest request = writerOf(m_file);
    request.key.reset();
    QCOMPARE(Vault::open(request).error().code, FailureCode::KeyMissing);
    QVERIFY(!QFile::exists(m_file));
}

void TstVaultOpen::tellsAWrongKey()
{
    QVERIFY(Vault::open(writerOf(m_file)));
    const QByteArray before = contentOf(m_file);
    QCOMPARE(Vault::open(writerOf(m_file, 'w')).error().code, FailureCode::KeyWrong);
    QCOMPARE(contentOf(m_file), before);
    QVERIFY(Vault::open(writerOf(m_file)));
}

void TstVaultOpen::tellsAWrongKeyWithoutItsMarker()
{
    QVERIFY(Vault::open(writerOf(m_file)));
    QVERIFY(QFile::remove(m_file + u".marker"_s));
    QCOMPARE(Vault::open(writerOf(m_file, 'w')).error().code, FailureCode::KeyWrong);
}

void TstVaultOpen::refusesANewerStore()
{
    {
        const auto vault = Vault::open(writerOf(m_file));
        QVERIFY(vault);
        QCOMPARE(run(**vault, u"PRAGMA user_version=4"_s), QString());
    }
    QCOMPARE(Vault::open(writerOf(m_file)).error().code, FailureCode::VaultNewer);
    QCOMPARE(Vault::open(readerOf(m_file)).error().code, FailureCode::VaultNewer);
    VaultRequest newer = writerOf(m_file);
    newer.highestVersion = 4;
    QVERIFY(Vault::open(newer));
}

void TstVaultOpen::refusesAForeignApplication()
{
    {
        const auto vault = Vault::open(writerOf(m_file));
        QVERIFY(vault);
        QCOMPARE(run(**vault, u"CREATE TABLE t(a)"_s), QString());
        QCOMPARE(run(**vault, u"PRAGMA application_id=7"_s), QString());
    }
    QCOMPARE(Vault::open(writerOf(m_file)).error().code, FailureCode::VaultForeignFile);
}

void TstVaultOpen::refusesAPlainDatabase()
{
    {
        QSqlDatabase plain = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"plain"_s);
        plain.setDatabaseName(m_file);
        QVERIFY(plain.open());
        QSqlQuery query(plain);
        QVERIFY(query.exec(u"CREATE TABLE t(a)"_s));
        plain.close();
    }
    QSqlDatabase::removeDatabase(u"plain"_s);
    const QByteArray before = contentOf(m_file);
    QVERIFY(before.startsWith("SQLite format 3"));
    QCOMPARE(Vault::open(writerOf(m_file)).error().code, FailureCode::VaultForeignFile);
    QCOMPARE(contentOf(m_file), before);
}

void TstVaultOpen::finishesAStoreCutShort()
{
    {
        const auto vault = Vault::open(writerOf(m_file));
        QVERIFY(vault);
        QCOMPARE(run(**vault, u"PRAGMA application_id=0"_s), QString());
    }
    QVERIFY(QFile::remove(m_file + u".marker"_s));
    const auto vault = Vault::open(writerOf(m_file));
    QVERIFY(vault);
    QVERIFY((*vault)->isNew());
    QCOMPARE(ask(**vault, u"PRAGMA application_id"_s).toInt(), Vault::ApplicationId);
}

void TstVaultOpen::refusesASecondWriter()
{
    const auto first = Vault::open(writerOf(m_file));
    QVERIFY(first);
    const auto second = Vault::open(writerOf(m_file));
    QVERIFY(!second);
    QCOMPARE(second.error().code, FailureCode::VaultInUse);
    QVERIFY(second.error().retryable);
}

void TstVaultOpen::refusesASecondProcess()
{
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, m_file});
    QVERIFY(other.waitForReadyRead());
    QCOMPARE(other.readLine().trimmed(), QByteArray("open"));
    QCOMPARE(Vault::open(writerOf(m_file)).error().code, FailureCode::VaultInUse);
    // A lock left by a killed process is no lock.
    other.kill();
    QVERIFY(other.waitForFinished());
    const auto vault = Vault::open(writerOf(m_file));
    QVERIFY2(vault, qPrintable(vault ? QString() : vault.error().detail));
}

void TstVaultOpen::lockOfWhoDiedMakingIt_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::newRow("killed before a word was written") << QByteArray();
    QTest::newRow("words lost with the power") << QByteArray(40, '\0');
}

void TstVaultOpen::lockOfWhoDiedMakingIt()
{
    QFETCH(const QByteArray, left);
    QVERIFY(Vault::open(writerOf(m_file)));
    QFile lock(m_file + u".lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly) && lock.write(left) == left.size());
    lock.close();
    {
        const auto vault = Vault::open(writerOf(m_file));
        QVERIFY2(vault, qPrintable(vault ? QString() : vault.error().detail));
        QCOMPARE(Vault::open(writerOf(m_file)).error().code, FailureCode::VaultInUse);
    }
    QVERIFY(!lock.exists());
}

void TstVaultOpen::lockThatIsHeldIsNotTakenForItsSilence()
{
#ifdef Q_OS_UNIX
    QVERIFY(Vault::open(writerOf(m_file)));
    QFile lock(m_file + u".lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    QCOMPARE(flock(lock.handle(), LOCK_EX | LOCK_NB), 0);
    QCOMPARE(Vault::open(writerOf(m_file)).error().code, FailureCode::VaultInUse);
    QVERIFY(lock.exists());
#endif
}

void TstVaultOpen::letsReadersInBesideTheWriter()
{
    const auto writer = Vault::open(writerOf(m_file));
    QVERIFY(writer);
    const auto one = Vault::open(readerOf(m_file));
    const auto two = Vault::open(readerOf(m_file));
    QVERIFY(one && two);
    QCOMPARE(run(**writer, u"CREATE TABLE t AS SELECT 5 AS a"_s), QString());
    QCOMPARE(ask(**one, u"SELECT a FROM t"_s).toInt(), 5);
    QCOMPARE(ask(**two, u"SELECT a FROM t"_s).toInt(), 5);
}

void TstVaultOpen::readersMakeNothing()
{
    QCOMPARE(Vault::open(readerOf(m_file)).error().code, FailureCode::VaultDamaged);
    QVERIFY(!QFile::exists(m_file));
}

void TstVaultOpen::refusesAFolderItCannotWrite()
{
#ifdef Q_OS_UNIX
    QVERIFY(Vault::open(writerOf(m_file)));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    // Root may write anywhere, so the test steps down for a moment when it runs as root.
    const bool root = geteuid() == 0;
    QVERIFY(!root || seteuid(Nobody) == 0);
    const auto vault = Vault::open(writerOf(m_file));
    const FailureCode elsewhere = Vault::open(writerOf(m_folder->filePath(u"other.db"_s))).error().code;
    QVERIFY(!root || seteuid(0) == 0);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!vault);
    QCOMPARE(vault.error().code, FailureCode::VaultNotWritable);
    QCOMPARE(elsewhere, FailureCode::VaultNotWritable);
#endif
}

void TstVaultOpen::setsAside()
{
    QVERIFY(Vault::open(writerOf(m_file)));
    const QByteArray before = contentOf(m_file);
    const QDateTime now(QDate(2026, 11, 23), QTime(8, 5, 9), Qt::UTC);
    const auto first = Vault::setAside(m_file, now);
    QVERIFY(first);
    QCOMPARE(*first, m_file + u".unreadable-20261123T080509Z"_s);
    QCOMPARE(contentOf(*first), before);
    QVERIFY(!Vault::exists(m_file));
    // A new store may start here, with another key; the old one is still whole.
    const auto fresh = Vault::open(writerOf(m_file, 'n'));
    QVERIFY(fresh && (*fresh)->isNew());
    QVERIFY(Vault::open(writerOf(*first)));
}

void TstVaultOpen::setsAsideWhileOpen()
{
    const auto open = Vault::open(writerOf(m_file));
    QVERIFY(open);
    QCOMPARE(Vault::setAside(m_file, QDateTime::currentDateTimeUtc()).error().code, FailureCode::VaultInUse);
    QVERIFY(QFile::exists(m_file));
}

void TstVaultOpen::restoresAMarkerThatIsGone()
{
    QVERIFY(Vault::open(writerOf(m_file)));
    QVERIFY(QFile::remove(m_file + u".marker"_s));
    QVERIFY(Vault::open(writerOf(m_file)));
    QVERIFY(QFile::exists(m_file + u".marker"_s));
}

void TstVaultOpen::copiesWhatNobodyHasOpen()
{
    const QString copy = m_file + u".copy"_s;
    {
        const auto vault = Vault::open(writerOf(m_file));
        QVERIFY(vault);
        QCOMPARE(run(**vault, u"CREATE TABLE t(word TEXT)"_s), QString());
        QCOMPARE(Vault::copy(m_file, copy).error().code, FailureCode::VaultInUse);
    }
    QVERIFY(Vault::copy(m_file, copy));
    QCOMPARE(contentOf(copy), contentOf(m_file));
    // What a killed writer left in its journal would be missing.
    QFile journal(m_file + u"-wal"_s);
    QVERIFY(journal.open(QIODevice::WriteOnly) && journal.write("left") == 4);
    journal.close();
    QCOMPARE(Vault::copy(m_file, copy).error().code, FailureCode::VaultInUse);
}

void TstVaultOpen::putsACopyBack_data()
{
    QTest::addColumn<int>("doneBefore"); // steps of an earlier try that was cut short
    QTest::newRow("first try") << 0;
    QTest::newRow("cut after the journal had moved") << 1;
    QTest::newRow("cut after the store was kept") << 2;
}

void TstVaultOpen::putsACopyBack()
{
    QFETCH(int, doneBefore);
    const QString copy = m_file + u".copy"_s;
    const QDateTime now(QDate(2026, 11, 23), QTime(1, 0), Qt::UTC);
    const QString kept = m_file + u".replaced-20261123T010000Z"_s;
    const auto write = [this](const QString &word) {
        const auto vault = Vault::open(writerOf(m_file));
        return vault ? run(**vault, u"CREATE TABLE %1(x)"_s.arg(word)) : u"closed"_s;
    };
    QCOMPARE(write(u"earlier"_s), QString());
    QVERIFY(Vault::copy(m_file, copy));
    QCOMPARE(write(u"later"_s), QString());
    const QByteArray newer = contentOf(m_file);
    QFile journal(doneBefore > 0 ? kept + u"-wal"_s : m_file + u"-wal"_s);
    QVERIFY(journal.open(QIODevice::WriteOnly) && journal.write("of the newer one") > 0);
    journal.close();
    if (doneBefore > 1)
        QVERIFY(QFile::copy(m_file, kept));
    QVERIFY(Vault::putBack(m_file, copy, now));
    QVERIFY(!QFile::exists(copy));
    QVERIFY(!QFile::exists(m_file + u"-wal"_s));
    QCOMPARE(contentOf(kept + u"-wal"_s), QByteArray("of the newer one"));
    QCOMPARE(contentOf(doneBefore > 0 ? kept + u"-2"_s : kept), newer);
    const auto vault = Vault::open(writerOf(m_file));
    QVERIFY(vault);
    QCOMPARE(ask(**vault, u"SELECT group_concat(name) FROM sqlite_schema"_s).toString(), u"earlier"_s);
}

/** The other process: opens the store, says so, and waits to be killed. */
static int holdStore(const QString &file)
{
    const auto vault = Vault::open(writerOf(file));
    QTextStream(stdout) << (vault ? "open" : "failed") << Qt::endl;
    return vault ? QCoreApplication::exec() : 1;
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == "--hold"_L1)
        return holdStore(app.arguments().value(2));
    TstVaultOpen test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_vaultopen.moc"
