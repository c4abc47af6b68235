// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"
#include "editbatch.h"

#include <domain/pinyin.h>

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace yichuang;
using desk::CaseFilter;
using test::await;
using test::CaseMaker;
using test::DeskWorld;
using test::World;

namespace {

constexpr int patienceMs = 30000;
constexpr int cases = 23;

domain::Stamp provisional(const domain::Clock &clock)
{
    domain::Stamp stamp;
    stamp.receivedAt = clock.now();
    stamp.legalDate = clock.today();
    return stamp;
}

} // namespace

/** The list of cases and one of them opened. */
class TestCaseDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void pagesByKey();
    void search_data();
    void search();
    void shortSearch();
    void counters();
    void openedCaseFollows();
    void correctionIsAnswered();
    void withdrawal();
    void revealIsRecorded();
    void revealedForOneOperatorOnly();
    void draftsAreTheirMakers();
    void unknownCase();
    void beforeTheStore();

private:
    desk::CasePage page(CaseFilter filter, const QString &search, const QByteArray &after, int limit);
    domain::CaseId receivedCase();

    std::unique_ptr<World> m_world;
    std::unique_ptr<DeskWorld> m_desk;
};

void TestCaseDesk::initTestCase()
{
    qRegisterMetaType<desk::CasePage>();
    m_world = std::make_unique<World>();
    m_desk = std::make_unique<DeskWorld>(*m_world);
    m_desk->enter();
    for (int i = 0; i < cases; ++i) {
        CaseMaker maker = m_world->makeCase(u"clerk01"_s, m_world->simpleItems().at(i % 2), false);
        QVERIFY(await(m_desk->store().submitAll(maker.takeBatch().commands, provisional(m_world->deskClock))).has_value());
    }
}

desk::CasePage TestCaseDesk::page(CaseFilter filter, const QString &search, const QByteArray &after, int limit)
{
    QSignalSpy ready(m_desk->cases.get(), &desk::CaseDesk::pageReady);
    const int token = m_desk->cases->requestPage(filter, search, after, limit);
    if (!QTest::qWaitFor([&] { return !ready.isEmpty(); }, patienceMs))
        qFatal("no page came");
    if (ready.first().at(0).toInt() != token)
        qFatal("another question's page came");
    return ready.first().at(1).value<desk::CasePage>();
}

domain::CaseId TestCaseDesk::receivedCase()
{
    CaseMaker maker = m_world->makeCase(u"clerk01"_s, m_world->simpleItems().first());
    const auto stored = await(m_desk->store().submitAll(maker.takeBatch().commands, provisional(m_world->deskClock)));
    const auto accepted = [&] { return m_desk->stored(maker.value().id).parts.first().state == domain::PartState::Accepted; };
    if (!stored || !QTest::qWaitFor(accepted, patienceMs))
        qFatal("the case was not accepted");
    return maker.value().id;
}

void TestCaseDesk::pagesByKey()
{
    QSet<domain::CaseId> seen;
    QByteArray after;
    int pages = 0;
    do {
        const desk::CasePage found = page(CaseFilter::Drafts, {}, after, 10);
        QVERIFY(found.rows.size() <= 10);
        QCOMPARE(found.total, cases);
        for (const desk::CaseRow &row : found.rows) {
            QVERIFY2(!seen.contains(row.id), "no row comes twice");
            seen.insert(row.id);
            QCOMPARE(row.stage, domain::CaseStage::Draft);
            QVERIFY(row.applicantName.contains(u'*'));
            QVERIFY(!row.title.isEmpty());
            QCOMPARE(row.items, 1);
        }
        after = found.next;
        ++pages;
    } while (!after.isEmpty() && pages < 20);
    QCOMPARE(seen.size(), cases);
    QCOMPARE(pages, 3);
}

void TestCaseDesk::search_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    const domain::IdCard card = m_desk->card(0);
    QTest::newRow("name") << card.name << true;
    QTest::newRow("two characters of the name") << card.name.left(2) << true;
    QTest::newRow("number") << card.number << true;
    QTest::newRow("initials") << domain::pinyinInitials(card.name) << true;
    QTest::newRow("nothing") << u"查无此人"_s << false;
}

void TestCaseDesk::search()
{
    QFETCH(QString, text);
    QFETCH(bool, found);
    const desk::CasePage answer = page(CaseFilter::All, text, {}, 50);
    QCOMPARE(!answer.rows.isEmpty(), found);
    QVERIFY(!answer.shortSearch);
}

void TestCaseDesk::shortSearch()
{
    using desk::ShortSearch;
    constexpr store::SearchLengths least = store::searchLengths;
    const desk::CasePage ends = page(CaseFilter::All, m_desk->card(0).number.right(2), {}, 50);
    QVERIFY(ends.rows.isEmpty());
    QCOMPARE(ends.shortSearch, std::optional(ShortSearch{ShortSearch::For::Number, least.numberEnd, least.numberStart}));
    QCOMPARE(page(CaseFilter::All, u"qx"_s, {}, 50).shortSearch, std::optional(ShortSearch{ShortSearch::For::Initials, least.initials, 0}));
    QCOMPARE(page(CaseFilter::All, u"件"_s, {}, 50).shortSearch, std::optional(ShortSearch{ShortSearch::For::Title, least.title, 0}));
}

void TestCaseDesk::counters()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->cases->counters().value(CaseFilter::Drafts), cases, patienceMs);
    QSignalSpy changed(m_desk->cases.get(), &desk::CaseDesk::countersChanged);
    QSignalSpy rows(m_desk->cases.get(), &desk::CaseDesk::rowsChanged);
    receivedCase();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->cases->counters().value(CaseFilter::InProgress) >= 1, patienceMs);
    QVERIFY(!changed.isEmpty());
    QVERIFY(!rows.isEmpty());
}

void TestCaseDesk::openedCaseFollows()
{
    const domain::CaseId id = receivedCase();
    desk::CaseDetail last;
    connect(m_desk->cases.get(), &desk::CaseDesk::caseOpened, this, [&](const desk::CaseDetail &detail) { last = detail; });
    m_desk->cases->openCase(id);
    QTRY_COMPARE_WITH_TIMEOUT(last.whole.id, id, patienceMs);
    QVERIFY(!last.timeline.isEmpty());
    QCOMPARE(last.items.size(), 1);
    QVERIFY(m_world->review(id, 0, remote::ReviewVerb::Take).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(last.items.first().state, domain::PartState::InReview, patienceMs);
    m_desk->cases->closeCase();
    QVERIFY(m_world->review(id, 0, remote::ReviewVerb::Approve).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(id).parts.first().state, domain::PartState::Approved, patienceMs);
    QTest::qWait(100);
    QCOMPARE(last.items.first().state, domain::PartState::InReview);
    QVERIFY(last.mayWithdraw);
    // What is decided cannot be taken back.
    m_desk->cases->openCase(id);
    QTRY_COMPARE_WITH_TIMEOUT(last.items.first().state, domain::PartState::Approved, patienceMs);
    QVERIFY(!last.mayWithdraw);
    m_desk->cases->closeCase();
    m_desk->cases->disconnect(this);
}

void TestCaseDesk::correctionIsAnswered()
{
    const domain::CaseId id = receivedCase();
    QVERIFY(m_world->review(id, 0, remote::ReviewVerb::Take).has_value());
    QVERIFY(m_world->review(id, 0, remote::ReviewVerb::AskCorrection).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(id).parts.first().state, domain::PartState::CorrectionAsked, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!page(CaseFilter::Corrections, {}, {}, 10).rows.isEmpty(), patienceMs);
    QSignalSpy opened(m_desk->cases.get(), &desk::CaseDesk::caseOpened);
    m_desk->cases->openCase(id);
    QTRY_VERIFY_WITH_TIMEOUT(!opened.isEmpty(), patienceMs);
    const domain::PartId partId = m_desk->stored(id).parts.first().id;
    // What the department says stands with its points, at the case and in the timeline.
    const auto detail = opened.last().first().value<desk::CaseDetail>();
    QCOMPARE(detail.handIn.corrections.value(0).opinion, u"同意"_s);
    const auto asked = std::find_if(detail.timeline.cbegin(), detail.timeline.cend(), [](const desk::TimelineEntry &one) { return one.commandName == "ask-correction"_L1; });
    QVERIFY(asked != detail.timeline.cend());
    QCOMPARE(asked->note, u"同意\n补正一"_s);
    // An answer to another part waits beside what this one takes with it.
    const QString another = desk::noteKey(QUuid::createUuid());
    QVERIFY(await(m_desk->store().saveScratch(id, another, u"另一件的答复"_s)).has_value());
    m_desk->cases->typeAnswer(partId, u"只打了一半"_s);
    // It outlives the page that it was typed on.
    m_desk->cases->closeCase();
    opened.clear();
    m_desk->cases->openCase(id);
    QTRY_VERIFY_WITH_TIMEOUT(!opened.isEmpty(), patienceMs);
    QCOMPARE(opened.last().first().value<desk::CaseDetail>().handIn.corrections.value(0).note, u"只打了一半"_s);
    m_desk->cases->answerCorrection(partId, u"已补正"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->stored(id).parts.first().state != domain::PartState::CorrectionAsked, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(await(m_desk->store().loadCase(id))->scratch.keys(), QStringList{another}, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(id), *m_world->truth(id), patienceMs);
}

void TestCaseDesk::withdrawal()
{
    const domain::CaseId id = receivedCase();
    QSignalSpy opened(m_desk->cases.get(), &desk::CaseDesk::caseOpened);
    QSignalSpy failed(m_desk->cases.get(), &desk::CaseDesk::failed);
    m_desk->cases->openCase(id);
    QTRY_VERIFY_WITH_TIMEOUT(!opened.isEmpty(), patienceMs);
    m_desk->cases->withdraw({});
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patienceMs);
    m_desk->cases->withdraw(u"申请人撤回"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->truth(id)->stage, domain::CaseStage::Withdrawn, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(id), *m_world->truth(id), patienceMs);
}

void TestCaseDesk::revealIsRecorded()
{
    m_desk->cases->closeCase();
    QSignalSpy opened(m_desk->cases.get(), &desk::CaseDesk::caseOpened);
    m_desk->cases->reveal(u"number"_s);
    QVERIFY(opened.isEmpty());
    const domain::CaseId id = page(CaseFilter::Drafts, {}, {}, 1).rows.first().id;
    m_desk->cases->openCase(id);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patienceMs);
    const int before = m_world->network.count("POST /api/v1/audit-records");
    m_desk->cases->reveal(u"number"_s);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 2, patienceMs);
    QVERIFY(opened.last().first().value<desk::CaseDetail>().numberRevealed);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->network.count("POST /api/v1/audit-records") > before, patienceMs);
}

void TestCaseDesk::revealedForOneOperatorOnly()
{
    const domain::CaseId id = receivedCase();
    QSignalSpy opened(m_desk->cases.get(), &desk::CaseDesk::caseOpened);
    const auto isRevealed = [&] { return opened.last().first().value<desk::CaseDetail>().numberRevealed; };
    m_desk->cases->openCase(id);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patienceMs);
    m_desk->cases->reveal(u"number"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isRevealed(), patienceMs);
    // Asked for, and the window left before the record was stored.
    m_desk->cases->closeCase();
    opened.clear();
    m_desk->cases->openCase(id);
    m_desk->cases->reveal(u"number"_s);
    m_desk->signIn->signOut();
    m_desk->enter(u"clerk02"_s);
    m_desk->cases->openCase(id);
    QTRY_VERIFY_WITH_TIMEOUT(!opened.isEmpty(), patienceMs);
    await(m_desk->store().loadCase(id));
    QCoreApplication::processEvents();
    for (const QList<QVariant> &one : opened)
        QVERIFY(!one.first().value<desk::CaseDetail>().numberRevealed);
    const auto records = await(m_desk->store().auditToSend(u"clerk02"_s, 10));
    QVERIFY(records && records->isEmpty());
    m_desk->signIn->signOut();
    m_desk->enter();
}

void TestCaseDesk::draftsAreTheirMakers()
{
    const domain::CaseId draft = page(CaseFilter::Drafts, {}, {}, 1).rows.first().id;
    const qint64 mine = page(CaseFilter::Drafts, {}, {}, 1).total;
    const qint64 all = page(CaseFilter::All, {}, {}, 1).total;
    QVERIFY(mine > 0 && all > mine);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->cases->counters().value(CaseFilter::Drafts), mine, patienceMs);
    const QString name = m_desk->stored(draft).applicant->name;
    m_desk->signIn->signOut();
    m_desk->enter(u"clerk02"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->cases->counters().value(CaseFilter::Drafts), 0, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->cases->counters().value(CaseFilter::All), all - mine, patienceMs);
    QVERIFY(page(CaseFilter::Drafts, {}, {}, 10).rows.isEmpty());
    QCOMPARE(page(CaseFilter::Drafts, {}, {}, 10).total, 0);
    const desk::CasePage listed = page(CaseFilter::All, {}, {}, 200);
    QCOMPARE(listed.rows.size(), all - mine);
    for (const desk::CaseRow &row : listed.rows)
        QVERIFY(row.stage != domain::CaseStage::Draft);
    for (const desk::CaseRow &row : page(CaseFilter::All, name, {}, 200).rows)
        QVERIFY(row.stage != domain::CaseStage::Draft);
    // Whoever names it gets no further.
    m_desk->counter->openDraft(draft);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().error, patienceMs);
    QCOMPARE(m_desk->view().error->code, domain::FailureCode::CaseForbidden);
    QVERIFY(m_desk->view().openCase.id.isNull());
    m_desk->signIn->signOut();
    m_desk->enter(u"super01"_s);
    QCOMPARE(page(CaseFilter::Drafts, {}, {}, 1).total, mine);
    m_desk->signIn->signOut();
    m_desk->enter();
    m_desk->counter->newCase();
}

void TestCaseDesk::unknownCase()
{
    QSignalSpy failed(m_desk->cases.get(), &desk::CaseDesk::failed);
    m_desk->cases->openCase(QUuid::createUuid());
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patienceMs);
    QCOMPARE(failed.first().at(1).value<domain::Error>().code, domain::FailureCode::StoreNotFound);
}

void TestCaseDesk::beforeTheStore()
{
    DeskWorld early(*m_world);
    QSignalSpy failed(early.cases.get(), &desk::CaseDesk::failed);
    early.cases->requestPage(CaseFilter::All, {}, {}, 50);
    early.cases->openCase(QUuid::createUuid());
    early.cases->withdraw(u"x"_s);
    early.sync->retryNow();
    QVERIFY(early.cases->counters().isEmpty());
    QVERIFY(failed.isEmpty());
}

QTEST_MAIN(TestCaseDesk)
#include "tst_casedesk.moc"
