// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "exchangefixture.h"

#include "service/commandbatch.h"
#include "service/filecheck.h"

#include <domain/casenumber.h>
#include <domain/caserules.h>

#include <QCryptographicHash>
#include <QTest>
#include <thread>
#include <vector>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;
using wire::CommandOutcome;

namespace {

const QString anItem = u"birth-registration"_s;

} // namespace

/** Commands with authority: acceptance, idempotency, conflicts, order. */
class CommandEngineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ExchangeFixture>(60); }
    void cleanup() { m_fixture.reset(); }

    void completeCaseIsAcceptedAtOnce()
    {
        CaseMaker maker = m_fixture->completeCase(anItem);
        const auto batch = maker.takeBatch();
        const auto answer = m_fixture->commands.submit(ExchangeFixture::clerk(), batch);
        QVERIFY(answer);
        for (const auto &result : answer->results)
            QVERIFY2(result.outcome == CommandOutcome::Applied, result.error ? qPrintable(domain::failureText(result.error->code) + result.error->detail) : "");
        const auto &stamp = answer->results.last().stamp;
        QVERIFY(domain::CaseNumber::parse(stamp->caseNumber));
        const auto whole = m_fixture->cases.caseById(ExchangeFixture::clerk(), maker.value().id);
        QVERIFY(whole);
        QCOMPARE(whole->snapshot.stage, domain::CaseStage::InProgress);
        const auto &part = whole->snapshot.parts.first();
        QCOMPARE(part.state, domain::PartState::Accepted);
        QCOMPARE(part.number, domain::partNumber(stamp->caseNumber, 1));
        QVERIFY(part.promisedDue.isValid());
        QCOMPARE(whole->events.size(), batch.commands.size() + 1);
        QCOMPARE(whole->events.last().command.actor.role, domain::Role::System);
        for (qsizetype i = 0; i < whole->events.size(); ++i)
            QCOMPARE(whole->events.at(i).sequence, i + 1);
    }
    void importWhileRunningLeavesOldCasesTheirRules()
    {
        CaseMaker old = m_fixture->completeCase(anItem);
        auto content = m_fixture->catalogue().content();
        const auto item = std::find_if(content.items.begin(), content.items.end(), [](const auto &row) { return row.id == anItem; });
        QVERIFY(item != content.items.end());
        domain::ServiceItem next = *item;
        next.version = item->version + 1;
        next.promised.value = item->promised.value + 1;
        next.effectiveFrom = m_fixture->clock.today().addDays(1);
        item->effectiveTo = m_fixture->clock.today();
        const int oldVersion = item->version;
        content.items.append(next);
        exchange::CatalogueService anotherProcess(m_fixture->database, m_fixture->clock);
        QVERIFY(anotherProcess.import(content));
        m_fixture->clock.advance(24 * 3600 * 1000);

        const auto received = m_fixture->commands.submit(ExchangeFixture::clerk(), old.takeBatch());
        QVERIFY(received);
        for (const auto &result : received->results)
            QVERIFY2(result.outcome == CommandOutcome::Applied, result.error ? qPrintable(domain::failureText(result.error->code) + result.error->detail) : "");
        const auto before = m_fixture->cases.caseById(ExchangeFixture::clerk(), old.value().id);
        QCOMPARE(before->snapshot.parts.first().itemVersion, oldVersion);

        const auto newest = m_fixture->catalogues.current();
        CaseMaker young(*newest, m_fixture->clock, ExchangeFixture::clerk());
        young.open(m_fixture->card(1));
        young.addItem(anItem);
        const auto opened = m_fixture->commands.submit(ExchangeFixture::clerk(), young.takeBatch());
        QVERIFY(opened);
        for (const auto &result : opened->results)
            QVERIFY2(result.outcome == CommandOutcome::Applied, result.error ? qPrintable(domain::failureText(result.error->code) + result.error->detail) : "");
        QCOMPARE(young.value().parts.first().itemVersion, next.version);
        QCOMPARE(young.value().parts.first().promised, next.promised);
    }
    void lifeEventIsAcceptedAtEveryDepartment()
    {
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        maker.open(m_fixture->card(0));
        maker.chooseLifeEvent(u"newborn"_s);
        QVERIFY(maker.complete(m_fixture->certificatesOf(m_fixture->card(0))));
        maker.receive();
        const auto answer = m_fixture->commands.submit(ExchangeFixture::clerk(), maker.takeBatch());
        QVERIFY(answer);
        QVERIFY2(!answer->results.last().error, answer->results.last().error ? qPrintable(answer->results.last().error->detail) : "");
        const auto whole = m_fixture->cases.caseById(ExchangeFixture::clerk(), maker.value().id);
        QVERIFY(whole->snapshot.parts.size() > 1);
        for (const auto &part : whole->snapshot.parts)
            QCOMPARE(part.state, domain::PartState::Accepted);
    }
    void everyPartWaitsForItsSteps_data()
    {
        QTest::addColumn<QString>("forged");
        for (const QString &forged : {u"nothing"_s, u"no part waits"_s, u"a dropped step stays"_s, u"a single item waits"_s})
            QTest::newRow(qPrintable(forged)) << forged;
    }
    void everyPartWaitsForItsSteps()
    {
        QFETCH(QString, forged);
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        maker.open(m_fixture->card(0));
        maker.chooseLifeEvent(u"newborn"_s);
        const auto listed = m_fixture->certificatesOf(m_fixture->card(0));
        QVERIFY(maker.complete(listed));
        auto selection = domain::wholeSelection(maker.value());
        if (forged == u"no part waits"_s) {
            for (domain::command::AddItem &item : selection.items)
                item.dependsOn.clear();
        } else if (forged == u"a dropped step stays"_s) {
            maker.give(domain::command::AnswerSituation{u"newborn/certificate-state"_s, QStringList{u"issued"_s}});
        } else if (forged == u"a single item waits"_s) {
            selection.lifeEventId.clear();
        }
        maker.give(selection);
        QVERIFY(maker.complete(listed));
        maker.receive();
        const auto answer = m_fixture->commands.submit(ExchangeFixture::clerk(), maker.takeBatch());
        QVERIFY(answer);
        const auto &error = answer->results.last().error;
        QCOMPARE(error ? domain::failureText(error->code) : QString(), forged == u"nothing"_s ? QString() : u"CASE-015"_s);
    }
    void acceptanceWaitsForItsFiles()
    {
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        maker.open(m_fixture->card(0));
        maker.addItem(anItem);
        QVERIFY(maker.complete(m_fixture->certificatesOf(m_fixture->card(0))));
        const QList<QByteArray> pages{"%PDF-1.7 front", "%PDF-1.7 back"};
        const domain::CaseId caseId = maker.value().id;
        domain::MaterialState scan;
        scan.way = domain::MaterialWay::FileAttached;
        for (const QByteArray &page : pages)
            scan.files.append({m_fixture->clock.newId().toString(QUuid::WithoutBraces), u"a.pdf"_s, page.size(), QCryptographicHash::hash(page, QCryptographicHash::Sha256)});
        maker.give(domain::command::SetMaterial{fileMaterialOf(maker.value()), scan});
        maker.receive();
        auto batch = maker.takeBatch();
        const domain::CaseCommand receipt = batch.commands.takeLast();
        QVERIFY(!m_fixture->commands.submit(ExchangeFixture::clerk(), batch)->results.last().error);
        const auto codeOfReceipt = [&] {
            const auto answer = m_fixture->commands.submit(ExchangeFixture::clerk(), {{receipt}});
            const auto &error = answer->results.first().error;
            return error ? domain::failureText(error->code) + (error->retryable ? u" again"_s : QString()) : QString();
        };
        for (qsizetype i = 0; i < pages.size(); ++i) {
            QCOMPARE(codeOfReceipt(), u"SVC-016 again"_s);
            const domain::AttachedFile &file = scan.files.at(i);
            QVERIFY(m_fixture->cases.putAttachment(ExchangeFixture::clerk(), QUuid::fromString(file.id), caseId, file.sha256, pages.at(i)));
        }
        QCOMPARE(codeOfReceipt(), QString());
        QCOMPARE(m_fixture->cases.caseById(ExchangeFixture::clerk(), caseId)->snapshot.parts.first().state, domain::PartState::Accepted);
    }
    void filesOfOthersDoNotCount_data()
    {
        QTest::addColumn<bool>("sameCase");
        QTest::addColumn<bool>("sameContent");
        QTest::addColumn<QString>("code");
        QTest::newRow("its own") << true << true << QString();
        QTest::newRow("another case's") << false << true << u"SVC-016"_s;
        QTest::newRow("another content") << true << false << u"SVC-015"_s;
    }
    void filesOfOthersDoNotCount()
    {
        QFETCH(bool, sameCase);
        QFETCH(bool, sameContent);
        QFETCH(QString, code);
        const domain::CaseId caseId = m_fixture->clock.newId();
        const QUuid id = m_fixture->clock.newId();
        const QByteArray content("%PDF-1.7 a scan");
        const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
        const QUuid first = m_fixture->clock.newId();
        const domain::CaseId named = sameCase ? caseId : m_fixture->clock.newId();
        QVERIFY(m_fixture->cases.putAttachment(ExchangeFixture::clerk(), first, named, hash, content));
        QVERIFY(m_fixture->cases.putAttachment(ExchangeFixture::clerk(), id, caseId, hash, content));
        domain::MaterialState scan;
        scan.way = domain::MaterialWay::FileAttached;
        // The first one is as it should be: every file is looked at.
        scan.files = {{first.toString(QUuid::WithoutBraces), {}, content.size(), hash},
                      {id.toString(QUuid::WithoutBraces), {}, content.size(), sameContent ? hash : QByteArray(32, 'x')}};
        const auto checked = m_fixture->database.read([&](exchange::Session &session) {
            return exchange::checkFiles(session, named, {{u"photo"_s, scan}});
        });
        QCOMPARE(checked ? QString() : domain::failureText(checked.error().code), code);
    }
    void fileThatFollowsLaterCountsToo()
    {
        domain::MaterialState scan;
        scan.way = domain::MaterialWay::FileAttached;
        const domain::command::SetMaterial edit{u"photo"_s, scan};
        domain::Case draft;
        QVERIFY2(exchange::materialsThatCount(draft, edit).isEmpty(), "a draft may come before its files");
        draft.stage = domain::CaseStage::InProgress;
        QCOMPARE(exchange::materialsThatCount(draft, edit).keys(), QStringList{u"photo"_s});
        QVERIFY(exchange::materialsThatCount(draft, domain::command::SetMaterial{u"photo"_s, {}}).isEmpty());
    }
    void rulesDayIsTheDayOfOpening_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("code");
        QTest::newRow("today") << 0 << QString();
        QTest::newRow("tomorrow, by a clock that runs ahead") << 1 << QString();
        QTest::newRow("the day after tomorrow") << 2 << u"CAT-005"_s;
        QTest::newRow("long offline") << -exchange::longestOfflineDays << QString();
        QTest::newRow("too long offline") << -exchange::longestOfflineDays - 1 << u"CAT-005"_s;
    }
    void rulesDayIsTheDayOfOpening()
    {
        QFETCH(int, days);
        QFETCH(QString, code);
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        maker.give(domain::command::OpenCase{m_fixture->clock.today().addDays(days)});
        const auto batch = maker.takeBatch();
        const auto answer = m_fixture->commands.submit(ExchangeFixture::clerk(), batch);
        const auto &error = answer->results.first().error;
        QCOMPARE(error ? domain::failureText(error->code) : QString(), code);
        if (error)
            return;
        const auto whole = m_fixture->cases.caseById(ExchangeFixture::clerk(), maker.value().id);
        QCOMPARE(whole->snapshot.rulesDay, m_fixture->clock.today().addDays(std::min(days, 0)));
        QCOMPARE(std::get<domain::command::OpenCase>(whole->events.first().command.body).rulesDay, whole->snapshot.rulesDay);
        // Asked again tomorrow, when that day is right, it is the same command still.
        m_fixture->clock.advance(qint64(24) * 3600 * 1000);
        QCOMPARE(m_fixture->commands.submit(ExchangeFixture::clerk(), batch)->results.first().outcome, CommandOutcome::Duplicate);
    }
    void aSuspendedItemIsNotReceived()
    {
        const QList<const domain::ServiceItem *> suspended = m_fixture->catalogue().suspendedOn(m_fixture->clock.today());
        QVERIFY(!suspended.isEmpty());
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        maker.open(m_fixture->card(0));
        maker.addItem(suspended.first()->id);
        maker.receive();
        const auto answer = m_fixture->commands.submit(ExchangeFixture::clerk(), maker.takeBatch());
        QVERIFY(answer);
        const auto &added = answer->results.at(2);
        QCOMPARE(added.outcome, CommandOutcome::Rejected);
        QCOMPARE(domain::failureText(added.error->code), u"CAT-009"_s);
        QVERIFY(answer->results.last().outcome != CommandOutcome::Applied);
    }
    void repetitionChangesNothing()
    {
        CaseMaker maker = m_fixture->completeCase(anItem);
        const auto batch = maker.takeBatch();
        const auto first = m_fixture->commands.submit(ExchangeFixture::clerk(), batch);
        m_fixture->clock.advance(5000);
        const auto again = m_fixture->commands.submit(ExchangeFixture::clerk(), batch);
        QVERIFY(first && again);
        for (qsizetype i = 0; i < batch.commands.size(); ++i) {
            QCOMPARE(again->results.at(i).outcome, CommandOutcome::Duplicate);
            QCOMPARE(again->results.at(i).sequence, first->results.at(i).sequence);
            QCOMPARE(again->results.at(i).stamp, first->results.at(i).stamp);
        }
    }
    void sameIdWithAnotherBodyIsRefused()
    {
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        maker.open(m_fixture->card(0));
        auto batch = maker.takeBatch();
        QVERIFY(m_fixture->commands.submit(ExchangeFixture::clerk(), batch));
        batch.commands = {batch.commands.first()};
        batch.commands.first().body = domain::command::OpenCase{QDate(2026, 11, 3)};
        const auto again = m_fixture->commands.submit(ExchangeFixture::clerk(), batch);
        QCOMPARE(again->results.first().outcome, CommandOutcome::Rejected);
        QCOMPARE(again->results.first().error->code, domain::FailureCode::IdempotencyMismatch);
    }
    void aPartOfAnotherCaseIsRefused_data()
    {
        QTest::addColumn<bool>("together");
        QTest::newRow("in one request") << true;
        QTest::newRow("in a later one") << false;
    }
    /** The reviewers' rows are known by the part's id: the second case would take the first one's place there. */
    void aPartOfAnotherCaseIsRefused()
    {
        QFETCH(const bool, together);
        CaseMaker first = m_fixture->completeCase(anItem);
        CaseMaker second = m_fixture->completeCase(anItem);
        const domain::PartId taken = first.value().parts.first().id;
        const domain::PartId own = second.value().parts.first().id;
        auto batch = first.takeBatch();
        auto stolen = second.takeBatch();
        for (domain::CaseCommand &command : stolen.commands) {
            if (auto *item = std::get_if<domain::command::AddItem>(&command.body))
                item->partId = taken;
        }
        if (together) {
            batch.commands.append(stolen.commands);
        } else {
            QVERIFY(m_fixture->commands.submit(ExchangeFixture::clerk(), batch));
            batch = stolen;
        }
        const auto answer = m_fixture->commands.submit(ExchangeFixture::clerk(), batch);
        QVERIFY(answer);
        QVERIFY(own != taken && answer->results.last().outcome != CommandOutcome::Applied);
        const bool named = std::any_of(answer->results.cbegin(), answer->results.cend(), [](const wire::CommandResult &result) {
            return result.outcome == CommandOutcome::Rejected && result.error->code == domain::FailureCode::IdempotencyMismatch;
        });
        QVERIFY(named);
        const auto rows = m_fixture->database.read([](exchange::Session &session) { return session.select(u"SELECT id, case_id FROM parts"_s); });
        QVERIFY(rows);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(QUuid::fromString(rows->first().at(1).toString()), first.value().id);
        QVERIFY(m_fixture->cases.caseById(ExchangeFixture::clerk(), second.value().id)->snapshot.number.isEmpty());
    }
    void staleRevisionIsAConflictAndHoldsBackItsCaseOnly()
    {
        CaseMaker one(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        one.open(m_fixture->card(0));
        CaseMaker two(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        two.open(m_fixture->card(1));
        auto mixed = one.takeBatch();
        mixed.commands[1].baseRevision = 7;
        mixed.commands.append(one.give(domain::command::DiscardDraft{u"test"_s}));
        mixed.commands.append(two.takeBatch().commands);
        const auto answer = m_fixture->commands.submit(ExchangeFixture::clerk(), mixed);
        QVERIFY(answer);
        const QList<CommandOutcome> expected{CommandOutcome::Applied, CommandOutcome::Conflict, CommandOutcome::Conflict, CommandOutcome::Applied, CommandOutcome::Applied};
        for (qsizetype i = 0; i < expected.size(); ++i)
            QCOMPARE(answer->results.at(i).outcome, expected.at(i));
        QCOMPARE(answer->results.at(1).revision, 1);
    }
    void incompleteReceiptIsRefusedWithoutGap()
    {
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        maker.open(m_fixture->card(0));
        maker.addItem(anItem);
        maker.receive();
        const auto answer = m_fixture->commands.submit(ExchangeFixture::clerk(), maker.takeBatch());
        QCOMPARE(answer->results.last().outcome, CommandOutcome::Rejected);
        QCOMPARE(answer->results.last().error->code, domain::FailureCode::CaseMaterialsMissing);
        CaseMaker next = m_fixture->completeCase(anItem);
        const auto good = m_fixture->commands.submit(ExchangeFixture::clerk(), next.takeBatch());
        QCOMPARE(domain::CaseNumber::parse(good->results.last().stamp->caseNumber)->sequence, u"000001"_s);
    }
    /** Somebody else's number under a name: what the exchange knows of its holder counts for nothing in that case. */
    void certificatesOfAnotherNameCountForNothing()
    {
        const domain::IdCard holder = m_fixture->card(0);
        const auto submitted = [&](const QString &name) {
            domain::IdCard shown = holder;
            shown.name = name;
            CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
            maker.open(shown);
            maker.chooseLifeEvent(u"newborn"_s);
            if (!maker.complete(m_fixture->certificatesOf(holder)))
                qFatal("the case is not complete");
            maker.receive();
            return m_fixture->commands.submit(ExchangeFixture::clerk(), maker.takeBatch())->results.last();
        };
        const wire::CommandResult refused = submitted(u"李四示例"_s);
        QCOMPARE(refused.outcome, CommandOutcome::Rejected);
        QCOMPARE(refused.error->code, domain::FailureCode::CaseMaterialsMissing);
        QCOMPARE(submitted(u' ' + holder.name + u' ').outcome, CommandOutcome::Applied);
    }
    void nobodyActsForAnother_data()
    {
        QTest::addColumn<domain::Actor>("actor");
        const wire::Operator clerk = ExchangeFixture::clerk();
        QTest::newRow("another operator") << domain::Actor{u"clerk02"_s, domain::Role::Clerk, {}, {}};
        QTest::newRow("the exchange") << domain::Actor{clerk.id, domain::Role::System, {}, {}};
        QTest::newRow("a reviewer") << domain::Actor{clerk.id, domain::Role::Reviewer, u"public-security"_s, {}};
        QTest::newRow("another supervisor") << domain::Actor{u"super01"_s, domain::Role::Supervisor, {}, {}};
    }
    void nobodyActsForAnother()
    {
        QFETCH(domain::Actor, actor);
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        maker.open(m_fixture->card(0));
        auto batch = maker.takeBatch();
        batch.commands.first().actor = actor;
        const auto answer = m_fixture->commands.submit(ExchangeFixture::clerk(), batch);
        QCOMPARE(answer->results.first().error->code, domain::FailureCode::CaseForbidden);
    }
    /** What somebody made before they got another role at the windows is theirs still, and counts in the role of now. */
    void theRoleOfNowCounts_data()
    {
        QTest::addColumn<domain::Role>("before");
        QTest::addColumn<domain::Role>("now");
        QTest::newRow("promoted") << domain::Role::Clerk << domain::Role::Supervisor;
        QTest::newRow("a supervisor no more") << domain::Role::Supervisor << domain::Role::Clerk;
    }
    void theRoleOfNowCounts()
    {
        QFETCH(domain::Role, before);
        QFETCH(domain::Role, now);
        wire::Operator who = ExchangeFixture::clerk();
        who.role = before;
        CaseMaker maker = m_fixture->completeCase(anItem, who);
        who.role = now;
        const auto answer = m_fixture->commands.submit(who, maker.takeBatch());
        QVERIFY(!answer->results.last().error);
        const auto whole = m_fixture->cases.caseById(who, maker.value().id);
        QCOMPARE(whole->snapshot.openedBy.role, now);
        QCOMPARE(whole->events.first().command.actor.role, now);
        // A right that went with the role is gone with it.
        CaseMaker others = m_fixture->completeCase(anItem, ExchangeFixture::clerk(2));
        QVERIFY(!m_fixture->commands.submit(ExchangeFixture::clerk(2), others.takeBatch())->results.last().error);
        const auto theirs = m_fixture->cases.caseById(ExchangeFixture::clerk(2), others.value().id)->snapshot;
        const domain::CaseCommand withdraw{m_fixture->clock.newId(), theirs.id, {}, theirs.revision, {who.id, before, {}, {}}, {}, domain::command::WithdrawCase{u"示例"_s}};
        QCOMPARE(m_fixture->commands.submit(who, {{withdraw}})->results.first().error.has_value(), now == domain::Role::Clerk);
    }
    void copiedWordsMustBeTheCatalogues()
    {
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        maker.open(m_fixture->card(0));
        maker.addItem(anItem);
        auto batch = maker.takeBatch();
        std::get<domain::command::AddItem>(batch.commands.last().body).promised.value = 999;
        const auto answer = m_fixture->commands.submit(ExchangeFixture::clerk(), batch);
        QCOMPARE(answer->results.last().outcome, CommandOutcome::Rejected);
        QCOMPARE(answer->results.last().error->code, domain::FailureCode::CaseUnknownItem);
    }
    void manyThreadsLeaveNoGapAndNoDouble()
    {
        constexpr int threads = 4;
        constexpr int casesEach = 6;
        std::vector<wire::CommandBatch> batches;
        for (int i = 0; i < threads * casesEach; ++i) {
            CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
            maker.open(m_fixture->card(0));
            batches.push_back(maker.takeBatch());
        }
        std::atomic<int> applied = 0;
        std::vector<std::thread> workers;
        for (int t = 0; t < threads; ++t) {
            workers.emplace_back([&, t] {
                // Every batch is sent by two threads, as after a lost answer.
                for (int i = 0; i < 2 * casesEach; ++i) {
                    const auto answer = m_fixture->commands.submit(ExchangeFixture::clerk(), batches.at(static_cast<std::size_t>((t * casesEach + i) % (threads * casesEach))));
                    for (const auto &result : answer ? answer->results : QList<wire::CommandResult>())
                        applied += result.outcome == CommandOutcome::Applied ? 1 : 0;
                }
            });
        }
        for (std::thread &worker : workers)
            worker.join();
        QCOMPARE(applied.load(), threads * casesEach * 2);
        const auto events = m_fixture->database.read([](exchange::Session &session) { return exchange::casestore::eventsAfter(session, {}, 0, 1000); });
        QVERIFY(events);
        QCOMPARE(events->size(), threads * casesEach * 2);
        for (qsizetype i = 0; i < events->size(); ++i)
            QCOMPARE(events->at(i).sequence, i + 1);
    }

private:
    /** A material of the case that may be a file. */
    QString fileMaterialOf(const domain::Case &draft) const
    {
        const auto input = domain::planInputFor(m_fixture->catalogue(), draft, {}, {}, m_fixture->clock.today());
        const domain::CasePlan plan = domain::planMaterials(*input);
        for (const domain::PlannedMaterial &material : plan.materials) {
            if (material.ways.contains(domain::MaterialWay::FileAttached))
                return material.key;
        }
        qFatal("no material may be a file");
    }

    std::unique_ptr<ExchangeFixture> m_fixture;
};

QTEST_GUILESS_MAIN(CommandEngineTest)
#include "tst_commandengine.moc"
