// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <desk/systemclock.h>
#include <desktop/updates.h>
#include <desktop/version.h>
#include <update/storefault.h>

using namespace yichuang;
using namespace Qt::StringLiterals;
using domain::FailureCode;

/** What a store that does not open says of a version on trial, told to an AppImage's own runtime. */
class TstTrialedStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void doesNotOpen_data();
    void doesNotOpen();
    void versionBeforeKeepsWhatItSaw();

private:
    [[nodiscard]] update::Installation installation() const { return update::Installation(m_folder->filePath(u"app"_s)); }
    std::unique_ptr<QTemporaryDir> m_folder;
    desk::SystemClock m_clock;
};

void TstTrialedStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const QString &name : {installation().file(), installation().nextFile()}) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    // This program as one that runs from an image.
    qputenv("APPIMAGE", QFile::encodeName(installation().file()));
    qputenv("APPDIR", QFile::encodeName(QCoreApplication::applicationDirPath()));
}

void TstTrialedStore::cleanup()
{
    qunsetenv("APPIMAGE");
    qunsetenv("APPDIR");
}

void TstTrialedStore::doesNotOpen_data()
{
    QTest::addColumn<FailureCode>("code");
    QTest::addColumn<bool>("before");
    QTest::addColumn<bool>("stays");
    QTest::newRow("damaged") << FailureCode::VaultDamaged << false << false;
    QTest::newRow("damaged before") << FailureCode::VaultDamaged << true << true;
    QTest::newRow("gone") << FailureCode::VaultGone << false << true;
    QTest::newRow("keychain is locked") << FailureCode::KeychainLocked << false << true;
    QTest::newRow("not migrated") << FailureCode::StoreMigration << false << false;
}

void TstTrialedStore::doesNotOpen()
{
    QFETCH(FailureCode, code);
    QFETCH(bool, before);
    QFETCH(bool, stays);
    QVERIFY(installation().exchange(u"0.0.1"_s, app::desktopVersion()));
    if (before)
        update::noteStoreFault(m_folder->path(), u"0.0.1"_s, domain::Error{FailureCode::VaultDamaged, {}, false});
    app::Updates updates({}, m_folder->path(), m_clock);
    QVERIFY(!updates.arrive());
    updates.onStoreFailed({code, {}, false});
    QCOMPARE(installation().isOnTrial(app::desktopVersion()), stays);
}

void TstTrialedStore::versionBeforeKeepsWhatItSaw()
{
    app::Updates updates({}, m_folder->path(), m_clock);
    QVERIFY(!updates.arrive());
    updates.onStoreFailed({FailureCode::KeychainLocked, {}, true});
    QVERIFY(!update::hadStoreFault(m_folder->path(), u"99.0"_s));
    updates.onStoreFailed({FailureCode::VaultDamaged, {}, false});
    QVERIFY(update::hadStoreFault(m_folder->path(), u"99.0"_s));
    updates.onStoreOpened();
    QVERIFY(!update::hadStoreFault(m_folder->path(), u"99.0"_s));
}

QTEST_GUILESS_MAIN(TstTrialedStore)
#include "tst_trialedstore.moc"
