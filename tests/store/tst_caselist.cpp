// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <casemaker.h>
#include <testcatalogue.h>
#include <teststore.h>

#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::test;
using store::ListFilter;
namespace cmd = domain::command;

namespace {

constexpr int many = 5000;

store::ListQuery queryOf(ListFilter filter, const QString &search = {}, int limit = 50)
{
    store::ListQuery query;
    query.filter = filter;
    query.search = search;
    query.limit = limit;
    query.today = QDate(2026, 11, 23);
    query.dueBefore = QDate(2026, 11, 25);
    return query;
}

/** A case in one of the states that the filters tell apart. */
domain::Case randomCase(int serial, QRandomGenerator &random)
{
    static const QStringList names{u"王小丽示例"_s, u"李示例"_s, u"王丽"_s, u"李小示例"_s};
    CaseMaker maker(serial, names.at(random.bounded(names.size())));
    maker.draft(random.bounded(4) == 0 ? u"出生登记"_s : u"生育登记"_s);
    domain::Case made = maker.now;
    switch (random.bounded(6)) {
    case 0:
        break;
    case 1:
        made.stage = domain::CaseStage::Received;
        break;
    case 2:
        made.stage = domain::CaseStage::InProgress;
        made.parts.first().state = domain::PartState::CorrectionAsked;
        made.parts.first().promisedDue = QDate(2026, 11, 20);
        break;
    case 3:
    case 4:
        made.stage = domain::CaseStage::InProgress;
        made.parts.first().state = domain::PartState::Accepted;
        made.parts.first().promisedDue = QDate(2026, 11, 20).addDays(random.bounded(10));
        break;
    case 5:
        made.stage = domain::CaseStage::Finished;
        made.parts.first().state = domain::PartState::Finished;
        made.parts.first().promisedDue = QDate(2026, 11, 20);
        break;
    }
    return made;
}

bool belongs(const domain::Case &onCase, ListFilter filter)
{
    const domain::CasePart &part = onCase.parts.first();
    switch (filter) {
    case ListFilter::All: return true;
    case ListFilter::Drafts: return onCase.stage == domain::CaseStage::Draft;
    case ListFilter::Waiting: return false;
    case ListFilter::InProgress: return onCase.stage == domain::CaseStage::Received || onCase.stage == domain::CaseStage::InProgress;
    case ListFilter::Corrections: return part.state == domain::PartState::CorrectionAsked;
    case ListFilter::DueSoon: return part.state == domain::PartState::Accepted && part.promisedDue <= QDate(2026, 11, 25);
    case ListFilter::Refused: return false;
    case ListFilter::Ended: return onCase.stage == domain::CaseStage::Finished;
    }
    return false;
}

QList<domain::CaseId> allPages(store::CaseStore &on, store::ListQuery query)
{
    QList<domain::CaseId> ids;
    for (;;) {
        const auto page = await(on.listCases(query));
        if (!page)
            qFatal("%s", qPrintable(page.error().detail));
        for (const store::CaseListRow &row : page->rows)
            ids.append(row.id);
        if (page->next.isEmpty())
            return ids;
        query.after = page->next;
    }
}

} // namespace

/** The list over thousands of cases against a plain sort, and the search against what a reader would find. */
class TstCaseList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstCatalogueNamesWhatWasThereBefore();
    void endedCasesAreNamedAsWell();
    void shortSearchSaysSo_data();
    void shortSearchSaysSo();
    void initTestCase();
    void pagesEqualASort_data();
    void pagesEqualASort();
    void searchEqualsAScan_data();
    void searchEqualsAScan();
    void readsByKeyOnly_data();
    void readsByKeyOnly();
    void countersFollowEveryChange();
    void whatWaitsIsNotDueSoon();
    void rowShowsTheCase();
    void findsWhatWasRefused();
    void refusedAnswerStandsWhileTheCorrectionDoes();
    void refusedWithdrawalSendsNothingBack();
    void aMinorsNameIsMaskedWhole();
    void findsOneCase_data();
    void findsOneCase();
    void findsByAnX();
    void forgetsOldWords();
    void strangeKeysStartAtTheTop();

private:
    TestStore m_world;
    QList<domain::Case> m_cases; ///< oldest first
};

void TstCaseList::firstCatalogueNamesWhatWasThereBefore()
{
    TestStore world;
    CaseMaker maker(1);
    QList<domain::CaseCommand> commands = maker.draft();
    domain::command::AddItem item = addItem(2, u"vaccination"_s);
    commands << maker.give(cmd::ChooseLifeEvent{u"newborn"_s, 1, {item}});
    QVERIFY(await(world.open().submitAll(commands, maker.stamp())));
    const auto title = [&world] { return await(world.open().listCases(queryOf(ListFilter::All)))->rows.first().title; };
    QVERIFY(title() != u"newborn"_s);
    const auto found = [&world] { return await(world.open().listCases(queryOf(ListFilter::All, u"newborn"_s)))->rows.size(); };
    QCOMPARE(found(), 0);
    QVERIFY(await(world.open().saveCatalogue(*domain::Catalogue::make(newbornContent(), 7))));
    QTRY_COMPARE(title(), u"newborn"_s);
    QTRY_COMPARE(found(), 1);
}

/** With the first catalogue, after a restart, and with the one that brings the event at last; what has a name is not touched. */
void TstCaseList::endedCasesAreNamedAsWell()
{
    constexpr int more = 45; // than are named in one transaction
    TestStore world;
    QList<domain::Case> ended;
    for (int serial = 1; serial <= more; ++serial) {
        CaseMaker maker(serial);
        maker.draft();
        domain::Case made = maker.now;
        made.stage = domain::CaseStage::Finished;
        made.lifeEventId = serial == more ? u"not-yet"_s : u"newborn"_s;
        made.lifeEventVersion = 1;
        ended.append(made);
    }
    fillStore(world.open(), ended);
    const auto named = [&world](const QString &name) { return await(world.open().listCases(queryOf(ListFilter::Ended, name, 200)))->rows.size(); };
    QCOMPARE(named(u"newborn"_s), 0);
    domain::Catalogue::Content content = newbornContent();
    QVERIFY(await(world.open().saveCatalogue(*domain::Catalogue::make(content, 7))));
    // It goes on where it was when the program ended.
    world.close();
    QTRY_COMPARE(named(u"newborn"_s), more - 1);
    const auto titles = [&world] {
        QSet<QString> found;
        const auto page = await(world.open().listCases(queryOf(ListFilter::Ended, {}, 200)));
        for (const store::CaseListRow &row : page->rows)
            found.insert(row.title);
        return found;
    };
    QCOMPARE(titles(), (QSet<QString>{u"newborn"_s, u"出生登记"_s}));
    domain::LifeEvent late = content.lifeEvents.first();
    late.id = late.name = u"not-yet"_s;
    content.lifeEvents.append(late);
    QVERIFY(await(world.open().saveCatalogue(*domain::Catalogue::make(content, 8))));
    QTRY_COMPARE(titles(), (QSet<QString>{u"newborn"_s, u"not-yet"_s}));
}

void TstCaseList::shortSearchSaysSo_data()
{
    using store::TooShortFor;
    QTest::addColumn<QString>("search");
    QTest::addColumn<std::optional<TooShortFor>>("meant");
    const auto row = [](const QString &search, std::optional<TooShortFor> meant) { QTest::newRow(qPrintable(search)) << search << meant; };
    row(u"示例"_s, {});
    row(u"示"_s, TooShortFor::Title);
    row(u"王丽 生"_s, TooShortFor::Title);
    row(u"8"_s, TooShortFor::Number);
    row(u"28"_s, TooShortFor::Number);
    row(u"02X"_s, TooShortFor::Number);
    row(u"0028"_s, {});
    row(u"zs"_s, TooShortFor::Initials);
    row(u"zsl 28"_s, TooShortFor::Number);
    row(u"zsl"_s, {});
    row(u"-"_s, {});
}

/** What the search says of itself is what the index holds: one character more is found. */
void TstCaseList::shortSearchSaysSo()
{
    QFETCH(const QString, search);
    QFETCH(const std::optional<store::TooShortFor>, meant);
    QCOMPARE(await(m_world.open().listCases(queryOf(ListFilter::All, search)))->tooShort, meant);
    const QString number = m_cases.last().applicant->number;
    const auto found = [this](const QString &typed) { return !await(m_world.open().listCases(queryOf(ListFilter::All, typed)))->rows.isEmpty(); };
    constexpr store::SearchLengths least = store::searchLengths;
    QVERIFY(found(number.left(least.numberStart)) && found(number.right(least.numberEnd)));
    QVERIFY(!found(number.left(least.numberStart - 1)) && !found(number.right(least.numberEnd - 1)));
    QVERIFY(found(u"生登记"_s.left(least.title)) && !found(u"登"_s));
    QVERIFY(found(u"ydj"_s.left(least.initials)) && !found(u"ydj"_s.left(least.initials - 1)));
}

void TstCaseList::initTestCase()
{
    QRandomGenerator random(20261123);
    for (int serial = 1; serial <= many; ++serial)
        m_cases.append(randomCase(serial, random));
    fillStore(m_world.open(), m_cases);
}

void TstCaseList::pagesEqualASort_data()
{
    QTest::addColumn<int>("filter");
    QTest::addColumn<int>("limit");
    for (int filter = 0; filter < store::listFilterCount; ++filter) {
        for (const int limit : {7, 200})
            QTest::addRow("filter %d by %d", filter, limit) << filter << limit;
    }
}

void TstCaseList::pagesEqualASort()
{
    QFETCH(int, filter);
    QFETCH(int, limit);
    QList<domain::Case> wanted;
    for (const domain::Case &each : std::as_const(m_cases)) {
        if (belongs(each, ListFilter(filter)))
            wanted.append(each);
    }
    std::stable_sort(wanted.begin(), wanted.end(), [&](const domain::Case &a, const domain::Case &b) {
        if (filter == int(ListFilter::DueSoon) && a.parts.first().promisedDue != b.parts.first().promisedDue)
            return a.parts.first().promisedDue < b.parts.first().promisedDue;
        return filter == int(ListFilter::DueSoon) ? a.openedAt < b.openedAt : a.openedAt > b.openedAt;
    });
    QList<domain::CaseId> ids;
    for (const domain::Case &each : std::as_const(wanted))
        ids.append(each.id);
    const store::ListQuery query = queryOf(ListFilter(filter), {}, limit);
    QCOMPARE(allPages(m_world.open(), query), ids);
    QCOMPARE(await(m_world.open().listCases(query))->total, ids.size());
    if (filter != int(ListFilter::DueSoon))
        QCOMPARE(await(m_world.open().counters())->value(filter), ids.size());
}

void TstCaseList::searchEqualsAScan_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("item");
    QTest::addColumn<int>("filter");
    QTest::newRow("two characters") << u"王丽"_s << u"王丽"_s << QString() << 0;
    QTest::newRow("inside a name") << u"小丽"_s << u"小丽"_s << QString() << 0;
    QTest::newRow("surname") << u"李"_s << u"李"_s << QString() << 0;
    QTest::newRow("item") << u"出生登记"_s << QString() << u"出生登记"_s << 0;
    QTest::newRow("initials of an item") << u"csdj"_s << QString() << u"出生登记"_s << 0;
    QTest::newRow("initials of a name") << u"lxsl"_s << u"李小示例"_s << QString() << 0;
    QTest::newRow("name and item") << u"王丽 csdj"_s << u"王丽"_s << u"出生登记"_s << 0;
    QTest::newRow("with a filter") << u"王丽"_s << u"王丽"_s << QString() << int(ListFilter::InProgress);
    QTest::newRow("due soon") << u"王丽"_s << u"王丽"_s << QString() << int(ListFilter::DueSoon);
}

void TstCaseList::searchEqualsAScan()
{
    QFETCH(QString, search);
    QFETCH(QString, name);
    QFETCH(QString, item);
    QFETCH(int, filter);
    QList<domain::CaseId> wanted;
    for (auto each = m_cases.crbegin(); each != m_cases.crend(); ++each) {
        if (each->applicant->name.contains(name) && each->parts.first().itemName.contains(item) && belongs(*each, ListFilter(filter)))
            wanted.append(each->id);
    }
    QVERIFY(!wanted.isEmpty());
    QCOMPARE(allPages(m_world.open(), queryOf(ListFilter(filter), search)), wanted);
}

void TstCaseList::readsByKeyOnly_data()
{
    QTest::addColumn<QString>("search");
    QTest::newRow("no such name") << u"赵钱"_s;
    QTest::newRow("characters that never meet") << u"丽李"_s;
    QTest::newRow("no such number") << u"123456"_s;
    QTest::newRow("no letter") << u"-"_s;
    QTest::newRow("wildcards are plain text") << u"%%"_s;
}

void TstCaseList::readsByKeyOnly()
{
    QFETCH(QString, search);
    const auto page = await(m_world.open().listCases(queryOf(ListFilter::All, search)));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 0);
    QVERIFY(page->next.isEmpty());
}

void TstCaseList::countersFollowEveryChange()
{
    TestStore world;
    CaseMaker maker(1);
    const auto count = [&](ListFilter filter) { return await(world.open().counters())->value(int(filter)); };
    QVERIFY(await(world.open().submitAll(maker.draft(), maker.stamp())));
    QCOMPARE(count(ListFilter::Drafts), 1);
    QVERIFY(await(world.open().submit(maker.receive(), maker.stamp())));
    QCOMPARE(count(ListFilter::Drafts), 0);
    QCOMPARE(count(ListFilter::Waiting), 1);
    QCOMPARE(count(ListFilter::InProgress), 1);
    ReferenceExchange exchange;
    const auto pending = *await(world.open().pendingCommands(10, world.clock.now()));
    for (const store::StoredCommand &row : pending)
        QVERIFY(exchange.take(row.command));
    QVERIFY(exchange.act(system(), maker.id(), cmd::AcceptPart{}, maker.part(1)));
    QVERIFY(await(world.open().applyEvents(exchange.events, u"clerk01"_s, 5)));
    QCOMPARE(count(ListFilter::Waiting), 0);
    QCOMPARE(count(ListFilter::DueSoon), 0);
    store::ListQuery query = queryOf(ListFilter::DueSoon);
    query.dueBefore = QDate(2026, 11, 30);
    QCOMPARE(await(world.open().listCases(query))->total, 1);
    QVERIFY(exchange.act(reviewer(), maker.id(), cmd::AskCorrection{{u"p"_s}, QDate(2026, 12, 1)}, maker.part(1)));
    QVERIFY(await(world.open().applyEvents(exchange.after(5), u"clerk01"_s, 6)));
    QCOMPARE(count(ListFilter::Corrections), 1);
    // Its clock stands: the applicant is to act.
    QCOMPARE(await(world.open().listCases(query))->total, 0);
    QVERIFY(!await(world.open().listCases(queryOf(ListFilter::All)))->rows.first().due.isValid());
    QVERIFY(exchange.act(clerk(), maker.id(), cmd::WithdrawCase{u"moved"_s}));
    QVERIFY(await(world.open().applyEvents(exchange.after(6), u"clerk01"_s, 7)));
    QCOMPARE(count(ListFilter::Corrections), 0);
    QCOMPARE(count(ListFilter::InProgress), 0);
    QCOMPARE(count(ListFilter::Ended), 1);
    QCOMPARE(count(ListFilter::All), 1);
    QCOMPARE(await(world.open().listCases(query))->total, 0);
}

/** An accepted part that nobody may decide before another one is no department's delay, whatever days it was given. */
void TstCaseList::whatWaitsIsNotDueSoon()
{
    TestStore world;
    CaseMaker maker(1);
    QList<domain::CaseCommand> commands = maker.draft();
    const domain::TimeLimit limit{5, domain::LimitUnit::WorkingDay};
    commands.append(maker.give(cmd::AddItem{maker.part(2), u"insurance"_s, 1, u"医保参保"_s, u"police"_s, {maker.part(1)}, limit, limit, domain::CaseKind::Promised}));
    commands.append(maker.receive());
    QVERIFY(await(world.open().submitAll(commands, maker.stamp())));
    ReferenceExchange exchange;
    for (const domain::CaseCommand &command : std::as_const(commands))
        QVERIFY(exchange.take(command));
    store::ListQuery query = queryOf(ListFilter::DueSoon);
    query.dueBefore = QDate(2027, 11, 30);
    QVERIFY(exchange.act(system(), maker.id(), cmd::AcceptPart{}, maker.part(2)));
    QVERIFY(await(world.open().applyEvents(exchange.events, u"clerk01"_s, exchange.events.size())));
    QCOMPARE(await(world.open().listCases(query))->total, 0);
    QVERIFY(!await(world.open().listCases(queryOf(ListFilter::All)))->rows.first().due.isValid());
    const qint64 seen = exchange.events.size();
    QVERIFY(exchange.act(system(), maker.id(), cmd::AcceptPart{}, maker.part(1)));
    QVERIFY(await(world.open().applyEvents(exchange.after(seen), u"clerk01"_s, seen + 1)));
    QCOMPARE(await(world.open().listCases(query))->total, 1);
    // Refused, it keeps nobody waiting: what is to be done with the other one is its department's again.
    QVERIFY(exchange.act(reviewer(), maker.id(), cmd::TakePart{}, maker.part(1)));
    QVERIFY(exchange.act(reviewer(), maker.id(), cmd::RefusePart{u"conditions not met"_s, {}}, maker.part(1)));
    QVERIFY(await(world.open().applyEvents(exchange.after(seen + 1), u"clerk01"_s, seen + 3)));
    const store::CaseListRow row = await(world.open().listCases(query))->rows.value(0);
    QCOMPARE(row.decidedParts, 1);
    QVERIFY(row.due.isValid());
}

/** A receipt that the exchange did not take stands apart until it is taken again, and is found by the number given out. */
void TstCaseList::findsWhatWasRefused()
{
    TestStore world;
    CaseMaker maker(1);
    const domain::Error why{domain::FailureCode::CaseMaterialsMissing, u"material:proof"_s, false};
    const auto count = [&](const QString &draftsOf = {}) { return await(world.open().counters(draftsOf))->value(int(ListFilter::Refused)); };
    const auto found = [&](const QString &search) { return await(world.open().listCases(queryOf(ListFilter::Refused, search)))->rows; };
    QVERIFY(await(world.open().submitAll(maker.draft(), maker.stamp())));
    const domain::CaseCommand receipt = maker.receive();
    QVERIFY(await(world.open().submit(receipt, maker.stamp())));
    QCOMPARE(count(), 0);
    QVERIFY(await(world.open().markRefused(receipt.id, why)));
    QCOMPARE(count(), 1);
    QCOMPARE(count(u"clerk01"_s), 1);
    QCOMPARE(count(u"clerk02"_s), 0);
    store::ListQuery colleague = queryOf(ListFilter::Refused);
    colleague.draftsOf = u"clerk02"_s;
    QCOMPARE(await(world.open().listCases(colleague))->rows.size(), 0);
    const store::CaseListRow row = found({}).value(0);
    QCOMPARE(row.stage, domain::CaseStage::Draft);
    QVERIFY(row.refused && row.provisional);
    QCOMPARE(row.number, maker.receipt());
    QCOMPARE(found(maker.receipt()).size(), 1);
    // Editing mends nothing yet, and a restart forgets nothing.
    maker.now = await(world.open().loadCase(maker.id()))->current;
    QVERIFY(await(world.open().submit(maker.give(cmd::SetApplicant{applicant()}), maker.stamp())));
    world.close();
    QCOMPARE(count(), 1);
    QVERIFY(await(world.open().loadCase(maker.id()))->refused);
    QVERIFY(await(world.open().submit(maker.receive(), maker.stamp())));
    QCOMPARE(count(), 0);
    QVERIFY(!await(world.open().loadCase(maker.id()))->refused);
}

/** What somebody else did meanwhile is not to be done any more. */
void TstCaseList::refusedAnswerStandsWhileTheCorrectionDoes()
{
    TestStore world;
    CaseMaker maker(1);
    ReferenceExchange exchange;
    QVERIFY(await(world.open().submitAll(maker.draft(), maker.stamp())));
    QVERIFY(await(world.open().submit(maker.receive(), maker.stamp())));
    const auto pending = *await(world.open().pendingCommands(10, world.clock.now()));
    for (const store::StoredCommand &row : pending)
        QVERIFY(exchange.take(row.command));
    QVERIFY(exchange.act(system(), maker.id(), cmd::AcceptPart{}, maker.part(1)));
    QVERIFY(exchange.act(reviewer(), maker.id(), cmd::AskCorrection{{u"p"_s}, QDate(2026, 12, 1)}, maker.part(1)));
    QVERIFY(await(world.open().applyEvents(exchange.events, u"clerk01"_s, 6)));
    maker.now = await(world.open().loadCase(maker.id()))->current;
    const domain::CaseCommand answer = maker.give(cmd::AnswerCorrection{u"here"_s}, maker.part(1));
    QVERIFY(await(world.open().submit(answer, maker.stamp())));
    QVERIFY(await(world.open().markRefused(answer.id, {domain::FailureCode::CaseForbidden, u"window"_s, false})));
    const auto row = [&] { return await(world.open().listCases(queryOf(ListFilter::All)))->rows.value(0); };
    QVERIFY(row().refused);
    QVERIFY(exchange.act(clerk(), maker.id(), cmd::AnswerCorrection{u"by a colleague"_s}, maker.part(1)));
    QVERIFY(await(world.open().applyEvents(exchange.after(6), u"clerk01"_s, 7)));
    QVERIFY(!row().refused);
    QCOMPARE(await(world.open().counters())->value(int(ListFilter::Refused)), 0);
}

/** Told in the timeline, it leaves the case where it was, and whatever came back before as it is. */
void TstCaseList::refusedWithdrawalSendsNothingBack()
{
    TestStore world;
    CaseMaker maker(1);
    ReferenceExchange exchange;
    const domain::Error why{domain::FailureCode::CaseIllegalTransition, u"decided"_s, false};
    const auto refused = [&] { return await(world.open().loadCase(maker.id()))->refused; };
    const auto refuse = [&](const domain::CommandBody &body, const domain::PartId &part = {}) {
        maker.now = await(world.open().loadCase(maker.id()))->current;
        const domain::CaseCommand command = maker.give(body, part);
        return await(world.open().submit(command, maker.stamp())) && await(world.open().markRefused(command.id, why));
    };
    QVERIFY(await(world.open().submitAll(maker.draft(), maker.stamp())));
    QVERIFY(await(world.open().submit(maker.receive(), maker.stamp())));
    const auto pending = *await(world.open().pendingCommands(10, world.clock.now()));
    for (const store::StoredCommand &row : pending)
        QVERIFY(exchange.take(row.command));
    QVERIFY(await(world.open().applyEvents(exchange.events, u"clerk01"_s, 4)));
    QVERIFY(refuse(cmd::WithdrawCase{u"changed their mind"_s}));
    QVERIFY(!refused());
    QCOMPARE(await(world.open().counters())->value(int(ListFilter::Refused)), 0);
    const auto told = *await(world.open().timeline(maker.id()));
    QVERIFY(std::holds_alternative<cmd::WithdrawCase>(told.last().command.body));
    QCOMPARE(told.last().error, std::optional(why));
    QVERIFY(exchange.act(system(), maker.id(), cmd::AcceptPart{}, maker.part(1)));
    QVERIFY(exchange.act(reviewer(), maker.id(), cmd::AskCorrection{{u"p"_s}, QDate(2026, 12, 1)}, maker.part(1)));
    QVERIFY(await(world.open().applyEvents(exchange.after(4), u"clerk01"_s, 6)));
    QVERIFY(refuse(cmd::AnswerCorrection{u"here"_s}, maker.part(1)));
    QVERIFY(refused());
    QVERIFY(refuse(cmd::WithdrawCase{u"changed their mind again"_s}));
    QVERIFY(refused());
}

void TstCaseList::aMinorsNameIsMaskedWhole()
{
    TestStore world;
    CaseMaker maker(1);
    auto commands = maker.draft();
    for (domain::CaseCommand &command : commands) {
        if (auto *set = std::get_if<domain::command::SetApplicant>(&command.body))
            set->applicant.birth = QDate(2020, 1, 1);
    }
    QVERIFY(await(world.open().submitAll(commands, maker.stamp())));
    QCOMPARE(await(world.open().listCases(queryOf(ListFilter::All)))->rows.value(0).maskedName, u"***"_s);
}

void TstCaseList::rowShowsTheCase()
{
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(await(world.open().submitAll(maker.draft(), maker.stamp())));
    QVERIFY(await(world.open().submit(maker.receive(), maker.stamp())));
    const store::CaseListRow row = await(world.open().listCases(queryOf(ListFilter::All)))->rows.value(0);
    QCOMPARE(row.id, maker.id());
    QCOMPARE(row.number, maker.receipt());
    QVERIFY(row.provisional);
    QCOMPARE(row.maskedName, u"李*例"_s);
    QCOMPARE(row.title, u"出生登记"_s);
    QCOMPARE(row.departments, 1);
    QCOMPARE(row.items, 1);
    QCOMPARE(row.stage, domain::CaseStage::Received);
    QCOMPARE(row.waiting, 4);
    QCOMPARE(row.openedAt, maker.now.openedAt);
}

void TstCaseList::findsOneCase_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<bool>("found");
    QTest::newRow("name") << u"李示例"_s << true;
    QTest::newRow("initials") << u"lsl"_s << true;
    QTest::newRow("first initials") << u"LS"_s << true;
    QTest::newRow("one initial") << u"l"_s << true;
    QTest::newRow("number") << u"990100199001010001"_s << true;
    QTest::newRow("number's beginning") << u"99010019900"_s << true;
    QTest::newRow("two digits") << u"99"_s << true;
    QTest::newRow("receipt") << u"sj20261123-w1-000001"_s << true;
    QTest::newRow("receipt's beginning") << u"SJ2026"_s << true;
    QTest::newRow("full-width digits") << u"９９０１００１９９００１０１０００１"_s << true;
    QTest::newRow("number's last four") << u"0001"_s << true;
    QTest::newRow("number's end") << u"199001010001"_s << true;
    QTest::newRow("name and last four") << u"李示例 0001"_s << true;
    QTest::newRow("three are too few for an end") << u"001"_s << false;
    QTest::newRow("last four of none") << u"0002"_s << false;
    QTest::newRow("end of another number") << u"299001010001"_s << false;
    QTest::newRow("other number") << u"990100199001010009"_s << false;
    QTest::newRow("middle of a number") << u"0199001"_s << false;
    QTest::newRow("other name") << u"李小"_s << false;
}

void TstCaseList::findsOneCase()
{
    QFETCH(QString, search);
    QFETCH(bool, found);
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(await(world.open().submitAll(maker.draft(), maker.stamp())));
    QVERIFY(await(world.open().submit(maker.receive(), maker.stamp())));
    QCOMPARE(await(world.open().listCases(queryOf(ListFilter::All, search)))->rows.size(), found ? 1 : 0);
}

/** The last four of a citizen's number, whatever its check character, in whatever case it is typed; the agent's too. */
void TstCaseList::findsByAnX()
{
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(await(world.open().submitAll(maker.draft(), maker.stamp())));
    domain::Party party = applicant();
    party.number = u"99010019900101104X"_s;
    QVERIFY(await(world.open().submit(maker.give(cmd::SetApplicant{party}), maker.stamp())));
    domain::Agency agency;
    agency.agent = party;
    agency.agent.number = u"990100198801015677"_s;
    agency.agent.birth = QDate(1988, 1, 1);
    QVERIFY(await(world.open().submit(maker.give(cmd::SetAgency{agency}), maker.stamp())));
    for (const QString &search : {u"104X"_s, u"104x"_s, u"01104x"_s, u"5677"_s})
        QCOMPARE(await(world.open().listCases(queryOf(ListFilter::All, search)))->rows.size(), 1);
    QCOMPARE(await(world.open().listCases(queryOf(ListFilter::All, u"1040"_s)))->rows.size(), 0);
}

void TstCaseList::forgetsOldWords()
{
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(await(world.open().submitAll(maker.draft(), maker.stamp())));
    domain::Party party = applicant();
    party.name = u"王丽"_s;
    QVERIFY(await(world.open().submit(maker.give(cmd::SetApplicant{party}), maker.stamp())));
    QCOMPARE(await(world.open().listCases(queryOf(ListFilter::All, u"李示"_s)))->rows.size(), 0);
    QCOMPARE(await(world.open().listCases(queryOf(ListFilter::All, u"王丽"_s)))->rows.size(), 1);
}

void TstCaseList::strangeKeysStartAtTheTop()
{
    store::ListQuery query = queryOf(ListFilter::All);
    const auto top = await(m_world.open().listCases(query));
    query.after = "nonsense";
    const auto page = await(m_world.open().listCases(query));
    QCOMPARE(page->rows.first().id, top->rows.first().id);
}

QTEST_GUILESS_MAIN(TstCaseList)
#include "tst_caselist.moc"
