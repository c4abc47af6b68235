// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "exchangefixture.h"

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
    void versionSurvivesARestart()
    {
        exchange::CatalogueService again(m_fixture->database, m_fixture->clock);
        QVERIFY(again.load());
        QCOMPARE(again.current()->version(), 1);
    }
    void missingFolderIsTold()
    {
        const auto content = exchange::catalogueFromFiles(m_fixture->folder.filePath(u"nothing"_s));
        QVERIFY(!content);
        QCOMPARE(content.error().detail, u"city.json"_s);
    }

private:
    std::unique_ptr<ExchangeFixture> m_fixture;
};

QTEST_GUILESS_MAIN(CatalogueServiceTest)
#include "tst_catalogueservice.moc"
