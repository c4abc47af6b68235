// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "exchangefixture.h"
#include "storage/recordstore.h"

#include <wire/apicataloguejson.h>
#include <wire/cataloguejson.h>
#include <wire/json.h>

#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

/** Versions and deltas. */
class CatalogueServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ExchangeFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void demoCatalogueIsWhole()
    {
        const auto &content = m_fixture->catalogue().content();
        QVERIFY(content.departments.size() >= 12);
        QVERIFY(content.items.size() >= 60);
        QVERIFY(content.lifeEvents.size() >= 6);
        QVERIFY(content.certificateTypes.size() >= 40);
    }
    void sameContentKeepsTheVersion()
    {
        QCOMPARE(m_fixture->catalogues.import(m_fixture->catalogue().content()).value(), 1);
    }
    void deltaLeadsFromOldToNew()
    {
        auto content = m_fixture->catalogue().content();
        const auto old = content;
        domain::ServiceItem next = content.items.first();
        next.version += 100;
        next.name += u" (2)"_s;
        next.effectiveFrom = QDate(2030, 1, 1);
        next.effectiveTo.reset();
        content.items.first().effectiveTo = QDate(2029, 12, 31);
        content.items.append(next);
        content.departments.first().shortName = u"改名"_s;
        const auto version = m_fixture->catalogues.import(content);
        QVERIFY2(version, version ? "" : qPrintable(version.error().detail));
        const auto answer = m_fixture->catalogues.since(1);
        QVERIFY(answer);
        QVERIFY(!answer->full);
        QCOMPARE(answer->delta->items.size(), 2);
        QCOMPARE(answer->delta->departments.size(), 1);
        QCOMPARE(wire::toBytes(wire::toJson(wire::withDelta(old, *answer->delta))), wire::toBytes(wire::toJson(content)));
    }
    void currentDeskGetsNothing()
    {
        const auto answer = m_fixture->catalogues.since(1);
        QVERIFY(answer && !answer->full && !answer->content);
        QCOMPARE(*answer->delta, wire::CatalogueDelta());
    }
    void unknownVersionsGetEverything_data()
    {
        QTest::addColumn<qint64>("since");
        QTest::newRow("none") << qint64(0);
        QTest::newRow("ahead of us") << qint64(99);
    }
    void unknownVersionsGetEverything()
    {
        QFETCH(qint64, since);
        const auto answer = m_fixture->catalogues.since(since);
        QVERIFY(answer && answer->full && answer->content);
    }
    void desksOfAHallAreAnsweredWithTheSameBytes_data() { unknownVersionsGetEverything_data(); }
    void desksOfAHallAreAnsweredWithTheSameBytes()
    {
        QFETCH(qint64, since);
        const auto first = m_fixture->catalogues.bytesSince(since);
        QVERIFY(first);
        QCOMPARE(*first, wire::toBytes(wire::toJson(*m_fixture->catalogues.since(since))));
        const auto second = m_fixture->catalogues.bytesSince(since);
        QVERIFY(second);
        QVERIFY2(second->constData() == first->constData(), "put together once more");
    }
    void bytesFollowAnImport()
    {
        const auto before = m_fixture->catalogues.bytesSince(1);
        auto content = m_fixture->catalogue().content();
        content.departments.first().shortName = u"改名"_s;
        exchange::CatalogueService other(m_fixture->database, m_fixture->clock);
        QCOMPARE(other.import(content).value(), 2);
        m_fixture->clock.advance(1000);
        const auto after = m_fixture->catalogues.bytesSince(1);
        QVERIFY(before && after);
        QVERIFY(*before != *after);
        QCOMPARE(*after, wire::toBytes(wire::toJson(*m_fixture->catalogues.since(1))));
    }
    void versionsThatNeverWereShareOneAnswer()
    {
        const auto whole = m_fixture->catalogues.bytesSince(0);
        QVERIFY(whole);
        for (const qint64 version : {100, 101, 102}) {
            const auto same = m_fixture->catalogues.bytesSince(version);
            QVERIFY(same);
            QVERIFY2(same->constData() == whole->constData(), "put together once more");
        }
    }
    void versionSurvivesARestart()
    {
        exchange::CatalogueService again(m_fixture->database, m_fixture->clock);
        QVERIFY(again.load());
        QCOMPARE(again.current()->version(), 1);
    }
    void importByAnotherProcessIsSeen()
    {
        // A service of its own on the same database is what another process is.
        exchange::CatalogueService other(m_fixture->database, m_fixture->clock);
        auto content = m_fixture->catalogue().content();
        content.departments.first().shortName = u"改名"_s;
        const auto before = m_fixture->catalogues.current();
        QCOMPARE(other.import(content).value(), 2);
        m_fixture->clock.advance(1000);
        QCOMPARE(m_fixture->catalogues.current()->version(), 2);
        QCOMPARE(before->version(), 1);
        const auto answer = m_fixture->catalogues.since(1);
        QVERIFY(answer && !answer->full);
        QCOMPARE(answer->version, 2);
        QCOMPARE(answer->delta->departments.size(), 1);
        // The next import of this process goes on from there.
        content.departments.first().shortName = u"再改"_s;
        QCOMPARE(other.import(content).value(), 3);
        content.departments.first().shortName = u"三改"_s;
        QCOMPARE(m_fixture->catalogues.import(content).value(), 4);
    }
    void unreadableImportLeavesWhatIsHeld()
    {
        const auto added = m_fixture->database.write([&](exchange::Session &session) { return exchange::recordstore::addCatalogue(session, 2, "[", 0); });
        QVERIFY(added);
        m_fixture->clock.advance(1000);
        QCOMPARE(m_fixture->catalogues.current()->version(), 1);
        QVERIFY(m_fixture->catalogues.since(0).has_value());
    }
    void missingFolderIsTold()
    {
        const auto content = exchange::catalogueFromFiles(m_fixture->folder.filePath(u"nothing"_s));
        QVERIFY(!content);
        QVERIFY2(content.error().detail.endsWith(u"nothing/city.json"_s), qPrintable(content.error().detail));
    }

private:
    std::unique_ptr<ExchangeFixture> m_fixture;
};

QTEST_GUILESS_MAIN(CatalogueServiceTest)
#include "tst_catalogueservice.moc"
