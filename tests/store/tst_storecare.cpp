// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "casemaker.h"
#include "teststore.h"

#include <store/storecare.h>
#include <vault/ephemeralkeyprovider.h>
#include <vault/vault.h>

#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::test;

namespace {

/** The failure's code; empty when there is none. */
template<typename T>
QString codeOf(const domain::Result<T> &result)
{
    return result ? QString() : domain::failureText(result.error().code);
}

} // namespace

/** What hall IT does with a store that nobody has open: looking it over. */
class TstStoreCare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aSoundStore();
    void aDamagedStore();
    void nobodyElseMayHaveItOpen();
    void noStore();
    void aLostNameOfTheKey();
    void anOpeningGivenUp();

private:
    [[nodiscard]] std::shared_ptr<store::CaseStore> open();

    std::unique_ptr<QTemporaryDir> m_folder;
    TestClock m_clock;
    store::OpenOptions m_options;
    domain::CaseId m_case;
};

std::shared_ptr<store::CaseStore> TstStoreCare::open()
{
    const store::Opened opened = await(store::openStore(m_options, m_clock));
    if (!opened)
        qFatal("no store: %s", qPrintable(codeOf(opened)));
    return *opened;
}

void TstStoreCare::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_options.profileFolder = m_folder->filePath(u"profile"_s);
    m_options.throwAway = true;
    m_options.keys = std::make_shared<vault::EphemeralKeyProvider>(m_options.profileFolder);
    CaseMaker maker(1);
    const auto stored = await(open()->submitAll(maker.draft(), maker.stamp()));
    QVERIFY(stored);
    m_case = stored->current.id;
}

void TstStoreCare::aSoundStore()
{
    const auto found = await(store::checkStore(m_options));
    QVERIFY2(found, qPrintable(codeOf(found)));
    QVERIFY2(found->isEmpty(), qPrintable(found->join(u'\n')));
}

void TstStoreCare::aDamagedStore()
{
    QFile file(store::storeFile(m_options.profileFolder));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 8 * 4096);
    QVERIFY(file.seek(file.size() - 2048));
    QCOMPARE(file.write(QByteArray(16, 'x')), 16);
    file.close();
    const auto found = await(store::checkStore(m_options));
    QVERIFY2(!found || !found->isEmpty(), "the spoilt page is seen");
}

void TstStoreCare::nobodyElseMayHaveItOpen()
{
    const auto store = open();
    const QString inUse = domain::failureText(domain::FailureCode::VaultInUse);
    QCOMPARE(codeOf(await(store::checkStore(m_options))), inUse);
    QVERIFY(await(store->loadCase(m_case)));
}

void TstStoreCare::noStore()
{
    m_options.profileFolder = m_folder->filePath(u"another"_s);
    const QString none = domain::failureText(domain::FailureCode::StoreNotFound);
    QCOMPARE(codeOf(await(store::checkStore(m_options))), none);
    QVERIFY2(!QFile::exists(m_options.profileFolder), "looking makes nothing");
}

void TstStoreCare::aLostNameOfTheKey()
{
    QVERIFY(QFile::remove(QDir(m_options.profileFolder).filePath(u"profile.id"_s)));
    const QString missing = domain::failureText(domain::FailureCode::KeyMissing);
    QCOMPARE(codeOf(await(store::checkStore(m_options))), missing);
}

/** A program that ends while its store is being opened: nothing is written behind it, and nobody holds the file. */
void TstStoreCare::anOpeningGivenUp()
{
    for (const bool begun : {false, true}) {
        store::OpenOptions options = m_options;
        options.profileFolder = m_folder->filePath(begun ? u"begun"_s : u"untouched"_s);
        options.keys = std::make_shared<vault::EphemeralKeyProvider>(options.profileFolder);
        auto owner = std::make_unique<QObject>();
        options.owner = owner.get();
        std::atomic<bool> begins = false;
        options.failStatement = [&begins] {
            begins = true;
            QThread::msleep(5); // so that it is not over before it is given up
            return false;
        };
        const QFuture<store::Opened> opening = store::openStore(options, m_clock);
        if (begun)
            QTRY_VERIFY(begins);
        QVERIFY(!opening.isFinished());
        owner.reset();
        QVERIFY(opening.isFinished());
        QCOMPARE(codeOf(opening.result()), domain::failureText(domain::FailureCode::KeychainUnavailable));
        QVERIFY(QDir(options.profileFolder).removeRecursively());
        QTest::qWait(50);
        QVERIFY2(!QFile::exists(options.profileFolder), "a thread still writes");
    }
}

QTEST_GUILESS_MAIN(TstStoreCare)
#include "tst_storecare.moc"
