// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <desktop/storeremoval.h>

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <fcntl.h>
#include <thread>

using namespace yichuang::app;
using namespace Qt::StringLiterals;

namespace {

const QString storePlace = u"AppData/Local/Yichuang/yichuang"_s;

bool write(const QString &path)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly);
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace

/** What an uninstallation with more rights than a home's owner removes of it, and what not. */
class TestStoreRemoval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void removesStoresOnly();
    void followsNoLink();
    void tellsWhatIsLeft();
    void cannotBeLedOut();

private:
    [[nodiscard]] QString inHome(const QString &name) const { return m_home + u'/' + name; }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_home;
};

void TestStoreRemoval::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_home = m_folder->filePath(u"lina"_s);
    QVERIFY(QDir().mkpath(m_home));
}

void TestStoreRemoval::removesStoresOnly()
{
    for (const QString &name : {u"AppData/Local/Yichuang/yichuang/profile/store.db"_s, u"AppData/Local/Yichuang/yichuang/.hidden"_s,
                                u"AppData/Local/Yichuang/other/kept"_s})
        QVERIFY(write(inHome(name)));
    QCOMPARE(removeStores({m_folder->filePath(u"nobody"_s), m_home}), QStringList());
    QVERIFY(!QFileInfo::exists(inHome(storePlace)));
    QVERIFY(QFileInfo::exists(inHome(u"AppData/Local/Yichuang/other/kept"_s)));
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"lina"_s});
    QCOMPARE(removeStores({m_home}), QStringList());
}

void TestStoreRemoval::followsNoLink()
{
    const QString precious = inHome(u"elsewhere/yichuang/precious"_s);
    QVERIFY(write(precious) && QDir().mkpath(inHome(storePlace)));
    QVERIFY(QFile::link(inHome(u"elsewhere"_s), inHome(storePlace + u"/more"_s)));
    QCOMPARE(removeStores({m_home}), QStringList());
    QVERIFY(QFileInfo::exists(precious) && !QFileInfo::exists(inHome(storePlace)));
    // The way itself leads elsewhere: nothing is touched, and that is said.
    QVERIFY(QDir().rmdir(inHome(u"AppData/Local/Yichuang"_s)) && QFile::link(inHome(u"elsewhere"_s), inHome(u"AppData/Local/Yichuang"_s)));
    const QStringList left = removeStores({m_home});
    QCOMPARE(left.size(), 1);
    QVERIFY2(left.first().startsWith(inHome(u"AppData/Local/Yichuang"_s)), qPrintable(left.first()));
    QVERIFY(QFileInfo::exists(precious));
}

void TestStoreRemoval::tellsWhatIsLeft()
{
    // A file in the place of the folder.
    QVERIFY(write(inHome(u"AppData/Local/Yichuang"_s)));
    const QStringList left = removeStores({m_home});
    QCOMPARE(left.size(), 1);
    QVERIFY2(left.first().startsWith(inHome(u"AppData/Local/Yichuang: "_s)), qPrintable(left.first()));
}

void TestStoreRemoval::cannotBeLedOut()
{
    constexpr int rounds = 100;
    constexpr int files = 20;
    const QString elsewhere = m_folder->filePath(u"elsewhere"_s);
    const QString profile = inHome(storePlace + u"/profile"_s);
    const QString swapped = inHome(u"swapped"_s);
    QStringList left;
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < files; ++i)
            QVERIFY(write(elsewhere + u"/%1"_s.arg(i)) && write(profile + u"/%1"_s.arg(i)));
        QVERIFY(QFile::link(elsewhere, swapped));
        std::atomic_bool done = false;
        // The owner of the home, who makes a link of the folder and a folder of the link as fast as can be.
        std::thread owner([&done, from = QFile::encodeName(profile), to = QFile::encodeName(swapped)] {
            while (!done)
                ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_EXCHANGE);
        });
        left += removeStores({m_home});
        done = true;
        owner.join();
        QCOMPARE(namesIn(elsewhere).size(), files);
        QFile::remove(swapped);
        QDir(swapped).removeRecursively();
    }
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestStoreRemoval)
#include "tst_storeremoval.moc"
