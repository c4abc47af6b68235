// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <casemaker.h>
#include <teststore.h>

#include <QSqlQuery>
#include <QtTest>
#include <vault/vault.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::test;
using store::ListFilter;
namespace cmd = domain::command;

namespace {

constexpr int indexed = 200;     // many at once: in the index as soon as nobody waits
constexpr int recent = 30;       // saved one by one: too few to be folded
constexpr int enoughToFold = 70;

QString nameOf(int serial)
{
    static const QStringList names{u"王小丽示例"_s, u"李示例"_s, u"王丽示例"_s};
    return names.at(serial % names.size());
}

/** The serials that a search finds, newest first, read a few rows at a time. */
QList<int> found(store::CaseStore &on, const QString &search, ListFilter filter = ListFilter::All)
{
    QList<int> serials;
    store::ListQuery query;
    query.search = search;
    query.filter = filter;
    query.limit = 7;
    for (;;) {
        const auto page = await(on.listCases(query));
        if (!page)
            qFatal("%s", qPrintable(page.error().detail));
        for (const store::CaseListRow &row : page->rows)
            serials.append(int(QDateTime(QDate(2026, 11, 23), QTime(1, 0), Qt::UTC).secsTo(row.openedAt)));
        if (page->next.isEmpty())
            return serials;
        query.after = page->next;
    }
}

/** Rows of a table, seen by another connection. */
int rowsOf(const TestStore &world, const QString &table)
{
    vault::VaultRequest request;
    request.file = world.file();
    request.key = FixedKeyProvider::key();
    request.highestVersion = 1000;
    request.role = vault::CipherRole::Reader;
    const auto connection = vault::Vault::open(request);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().detail));
    QSqlQuery query((*connection)->database());
    return query.exec(u"SELECT count(*) FROM "_s + table) && query.next() ? query.value(0).toInt() : -1;
}

} // namespace

/** Words newer than the index: found like all others, before, while and after they move there. */
class TstSearchFold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recentAndIndexedAreOneList();
    void manyRecentAreFolded();
    void failedFoldLosesNothing();

private:
    static void save(TestStore &world, int serial, const QString &name);
};

void TstSearchFold::save(TestStore &world, int serial, const QString &name)
{
    CaseMaker maker(serial, name);
    QVERIFY(await(world.open().submitAll(maker.draft(), maker.stamp())));
}

void TstSearchFold::recentAndIndexedAreOneList()
{
    TestStore world;
    QMap<int, QString> names;
    QList<domain::Case> imported;
    // Every fourth is saved later, so that both kinds lie between each other.
    for (int serial = 1; serial <= indexed; ++serial) {
        CaseMaker maker(serial, nameOf(serial));
        maker.draft();
        if (serial % 4 != 0)
            imported.append(maker.now);
        if (serial % 4 != 0)
            names.insert(serial, nameOf(serial));
    }
    fillStore(world.open(), imported);
    QTRY_COMPARE(rowsOf(world, u"search_recent"_s), 0);
    for (int serial = 4; serial <= 4 * recent; serial += 4) {
        save(world, serial, nameOf(serial));
        names.insert(serial, nameOf(serial));
    }
    // Cases of the index that are somebody else's now.
    for (int serial = 1; serial <= 40; serial += 4) {
        CaseMaker maker(serial, nameOf(serial));
        maker.draft();
        domain::Party party = applicant();
        party.name = u"赵钱示例"_s;
        maker.now.applicant = party;
        QVERIFY(await(world.open().replaceConfirmed(maker.now, {})));
        names.insert(serial, party.name);
    }
    QCOMPARE(rowsOf(world, u"search_recent"_s), recent + 10);
    const auto wanted = [&](const QString &part) {
        QList<int> serials;
        for (auto it = names.cbegin(); it != names.cend(); ++it) {
            if (it.value().contains(part))
                serials.prepend(it.key());
        }
        return serials;
    };
    for (const QString &part : {u"王丽"_s, u"小丽"_s, u"李示"_s, u"赵钱"_s, u"示例"_s, u"丽"_s})
        QCOMPARE(found(world.open(), part), wanted(part));
    QCOMPARE(found(world.open(), u"zqsl"_s), wanted(u"赵钱"_s));
    QCOMPARE(found(world.open(), u"王丽"_s, ListFilter::Drafts), wanted(u"王丽"_s));
    world.close();
    QCOMPARE(found(world.open(), u"示例"_s), wanted(u"示例"_s));
}

void TstSearchFold::manyRecentAreFolded()
{
    TestStore world;
    QList<int> serials;
    for (int serial = 1; serial <= enoughToFold; ++serial) {
        save(world, serial, u"李示例"_s);
        serials.prepend(serial);
    }
    QCOMPARE(found(world.open(), u"李示"_s), serials);
    // The fold runs after the answer, before the writer's next job.
    QVERIFY(await(world.open().feedCursor(u"clerk01"_s)));
    QVERIFY(rowsOf(world, u"search_recent"_s) < 10);
    QVERIFY(rowsOf(world, u"search_words"_s) > enoughToFold - 10);
    QCOMPARE(found(world.open(), u"李示"_s), serials);
    CaseMaker maker(3);
    maker.draft();
    QVERIFY(await(world.open().submit(maker.receive(), maker.stamp())));
    QCOMPARE(found(world.open(), maker.receipt().left(8)), QList<int>{3});
    QCOMPARE(found(world.open(), u"李示"_s), serials);
}

void TstSearchFold::failedFoldLosesNothing()
{
    TestStore world;
    std::atomic<int> left{-1};
    world.failStatement = [&left] { return left >= 0 && left-- == 0; };
    QList<int> serials;
    int struck = 0;
    for (int serial = 1, fault = 0; struck < 4; ++serial) {
        QVERIFY2(serial < 20'000, "the fold was never reached");
        save(world, serial, u"李示例"_s);
        serials.prepend(serial);
        const bool nextFolds = rowsOf(world, u"search_recent"_s) == enoughToFold - 6;
        if (!nextFolds)
            continue;
        // The save itself is let through; a statement of what follows it fails.
        CaseMaker maker(++serial);
        const auto commands = maker.draft();
        left = 60 + 300 * fault++;
        const bool saved = bool(await(world.open().submitAll(commands, maker.stamp())));
        (void)await(world.open().feedCursor(u"clerk01"_s));
        // The writer folds once nobody waits for it, which may be after this answer.
        QTRY_VERIFY_WITH_TIMEOUT(left < 0 || rowsOf(world, u"search_recent"_s) < 10, 20000);
        struck += left < 0 ? 1 : 0;
        left = -1;
        if (saved)
            serials.prepend(serial);
        QCOMPARE(found(world.open(), u"李示"_s), serials);
    }
}

QTEST_GUILESS_MAIN(TstSearchFold)
#include "tst_searchfold.moc"
