// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "exchangefixture.h"
#include "service/acceptancetimer.h"

#include <domain/casenumber.h>
#include <exchange/server.h>

#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;
using domain::PartState;
using exchange::ReviewVerb;

namespace {

/** Accepted by its department; promised in 3 working days, by law in 7. */
const QString examined = u"legal-aid"_s;

template<typename T>
QString codeOf(const domain::Result<T> &result)
{
    return result ? QString() : domain::failureText(result.error().code);
}

} // namespace

/** Items that their department accepts: it answers in time, or nobody does and the part counts as accepted. */
class DepartmentAcceptanceTest : public QObject
{
    Q_OBJECT

    domain::CasePart part() { return m_fixture->cases.caseById(ExchangeFixture::clerk(), m_caseId)->snapshot.parts.first(); }
    QList<domain::CaseEvent> partEvents()
    {
        QList<domain::CaseEvent> events = m_fixture->cases.caseById(ExchangeFixture::clerk(), m_caseId)->events;
        events.removeIf([](const domain::CaseEvent &event) { return event.command.partId.isNull(); });
        return events;
    }
    QString act(ReviewVerb verb, wire::ReviewAction action = {})
    {
        action.commandId = m_fixture->clock.newId();
        action.baseRevision = part().revision;
        return codeOf(m_fixture->cases.act(m_justice, part().id, verb, action));
    }
    QString reject(const QString &reason, const QString &legalBasis)
    {
        wire::ReviewAction action;
        action.reason = reason;
        action.legalBasis = legalBasis;
        return act(ReviewVerb::Reject, action);
    }
    QString askCorrection(QDate returnBy)
    {
        wire::ReviewAction action;
        action.points = {u"补交经济状况说明"_s, u"申请表未签字"_s};
        action.returnBy = returnBy;
        return act(ReviewVerb::AskCorrection, action);
    }
    void answerCorrection()
    {
        const domain::CaseCommand answer{m_fixture->clock.newId(), m_caseId, part().id, part().revision, actorOf(ExchangeFixture::clerk()), {},
                                         domain::command::AnswerCorrection{u"已补"_s}};
        const auto answered = m_fixture->commands.submit(ExchangeFixture::clerk(), {{answer}});
        QVERIFY(answered && !answered->results.first().error);
    }
    void setTime(QDate day, QTime inHall) { m_fixture->clock.set(QDateTime(day, inHall, Qt::UTC).addSecs(-8 * 3600)); }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ExchangeFixture>(60);
        CaseMaker maker = m_fixture->completeCase(examined);
        m_caseId = maker.value().id;
        const auto received = m_fixture->commands.submit(ExchangeFixture::clerk(), maker.takeBatch());
        QVERIFY(received && !received->results.last().error);
    }
    void cleanup() { m_fixture.reset(); }

    void waitsForItsDepartment()
    {
        QCOMPARE(part().state, PartState::Received);
        QVERIFY(part().number.isEmpty() && !part().promisedDue.isValid());
        QVERIFY(partEvents().isEmpty());
        const auto listed = m_fixture->cases.reviews(m_justice, u"received"_s, {}, 10);
        QVERIFY(listed);
        QCOMPARE(listed->entries.size(), 1);
        QCOMPARE(listed->entries.first().answerDue, QDate(2026, 11, 9));
        QVERIFY(!listed->entries.first().promisedDue.isValid());
        QCOMPARE(codeOf(m_fixture->cases.review(m_justice, part().id)), QString());
    }
    void theWindowAcceptsTheOthersOfTheCase()
    {
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        maker.open(m_fixture->card(0));
        maker.addItem(examined);
        maker.addItem(u"birth-registration"_s);
        QVERIFY(maker.complete(m_fixture->certificatesOf(m_fixture->card(0))));
        maker.receive();
        QVERIFY(!m_fixture->commands.submit(ExchangeFixture::clerk(), maker.takeBatch())->results.last().error);
        const auto whole = m_fixture->cases.caseById(ExchangeFixture::clerk(), maker.value().id)->snapshot;
        QCOMPARE(whole.parts.at(0).state, PartState::Received);
        QCOMPARE(whole.parts.at(1).state, PartState::Accepted);
        QCOMPARE(whole.stage, domain::CaseStage::InProgress);
    }
    void theDepartmentAccepts()
    {
        setTime(QDate(2026, 11, 4), QTime(10, 0));
        QCOMPARE(act(ReviewVerb::Take), u"CASE-001"_s);
        QCOMPARE(act(ReviewVerb::Accept), QString());
        const domain::Case whole = m_fixture->cases.caseById(ExchangeFixture::clerk(), m_caseId)->snapshot;
        QCOMPARE(part().state, PartState::Accepted);
        QCOMPARE(part().number, domain::partNumber(whole.number, 1));
        QCOMPARE(part().acceptedOn, QDate(2026, 11, 4));
        // Both limits run from the acceptance, not from the receipt two days before.
        QCOMPARE(part().promisedDue, QDate(2026, 11, 9));
        QCOMPARE(part().statutoryDue, QDate(2026, 11, 13));
        QCOMPARE(partEvents().first().command.actor, actorOf(m_justice));
        QCOMPARE(act(ReviewVerb::Accept), u"CASE-001"_s);
        QCOMPARE(act(ReviewVerb::Take), QString());
        QVERIFY(!m_fixture->cases.reviews(m_justice, {}, {}, 10)->entries.first().answerDue.isValid());
    }
    void theDepartmentDoesNotAccept()
    {
        QCOMPARE(reject(u"不属于本机关职权范围"_s, {}), u"CASE-012"_s);
        QCOMPARE(reject({}, u"《中华人民共和国行政许可法》第三十二条"_s), u"CASE-012"_s);
        QCOMPARE(reject(u"不属于本机关职权范围"_s, u"《中华人民共和国行政许可法》第三十二条"_s), QString());
        QCOMPARE(part().state, PartState::NotAccepted);
        QVERIFY(part().number.isEmpty());
        QCOMPARE(m_fixture->cases.caseById(ExchangeFixture::clerk(), m_caseId)->snapshot.stage, domain::CaseStage::Finished);
        m_fixture->clock.advance(qint64(30) * 24 * 3600 * 1000);
        QVERIFY(m_fixture->commands.acceptUnanswered());
        QCOMPARE(part().state, PartState::NotAccepted);
    }
    void aCorrectionStopsTheTimeToAnswer_data()
    {
        QTest::addColumn<bool>("answered");
        QTest::newRow("the department accepts in the end") << true;
        QTest::newRow("nobody answers what came back") << false;
    }
    void aCorrectionStopsTheTimeToAnswer()
    {
        QFETCH(bool, answered);
        setTime(QDate(2026, 11, 9), QTime(10, 0));
        QCOMPARE(askCorrection(QDate(2026, 11, 30)), QString());
        setTime(QDate(2026, 11, 16), QTime(10, 0));
        QVERIFY(m_fixture->commands.acceptUnanswered());
        QCOMPARE(part().state, PartState::CorrectionAsked);
        answerCorrection();
        QCOMPARE(part().state, PartState::Received);
        QCOMPARE(m_fixture->cases.reviews(m_justice, {}, {}, 10)->entries.first().answerDue, QDate(2026, 11, 23));
        QCOMPARE(askCorrection(QDate(2026, 11, 30)), u"CASE-013"_s);
        setTime(QDate(2026, 11, 23), QTime(16, 59));
        QVERIFY(m_fixture->commands.acceptUnanswered());
        QCOMPARE(part().state, PartState::Received);
        if (answered) {
            QCOMPARE(act(ReviewVerb::Accept), QString());
            QCOMPARE(part().acceptedOn, QDate(2026, 11, 23));
            QCOMPARE(part().promisedDue, QDate(2026, 11, 26));
            return;
        }
        setTime(QDate(2026, 11, 24), QTime(9, 0));
        QVERIFY(m_fixture->commands.acceptUnanswered());
        QCOMPARE(part().acceptedOn, QDate(2026, 11, 16));
        QCOMPARE(part().promisedDue, QDate(2026, 11, 19));
    }
    void whatNobodyAnswersIsAcceptedFromTheDayOfReceipt()
    {
        setTime(QDate(2026, 11, 9), QTime(16, 59));
        QVERIFY(m_fixture->commands.acceptUnanswered());
        QCOMPARE(part().state, PartState::Received);
        // The last day ends with the office hours.
        setTime(QDate(2026, 11, 9), QTime(17, 0));
        QVERIFY(m_fixture->commands.acceptUnanswered());
        QCOMPARE(part().state, PartState::Accepted);
        QCOMPARE(part().acceptedOn, QDate(2026, 11, 2));
        QCOMPARE(part().promisedDue, QDate(2026, 11, 5));
        QCOMPARE(part().statutoryDue, QDate(2026, 11, 11));
        QVERIFY(!part().number.isEmpty());
        QCOMPARE(partEvents().size(), 1);
        const domain::CaseEvent event = partEvents().first();
        QCOMPARE(event.command.actor.role, domain::Role::System);
        QCOMPARE(event.command.body, domain::CommandBody(domain::command::AcceptPart{true}));
        QCOMPARE(event.stamp.receivedAt, m_fixture->clock.now());
        QVERIFY(m_fixture->commands.acceptUnanswered());
        QCOMPARE(partEvents().size(), 1);
    }
    void anAnswerAfterTheTimeComesTooLate()
    {
        setTime(QDate(2026, 11, 10), QTime(9, 0));
        QCOMPARE(reject(u"不属于本机关职权范围"_s, u"第三十二条"_s), u"CASE-002"_s);
        QCOMPARE(part().state, PartState::Accepted);
        QCOMPARE(part().acceptedOn, QDate(2026, 11, 2));
        QCOMPARE(reject(u"不属于本机关职权范围"_s, u"第三十二条"_s), u"CASE-001"_s);
        QCOMPARE(partEvents().size(), 1);
    }
    void manyCasesInSeveralTransactions()
    {
        constexpr int cases = 120;
        const domain::Case original = m_fixture->cases.caseById(ExchangeFixture::clerk(), m_caseId)->snapshot;
        QVERIFY(m_fixture->database.write([&](exchange::Session &session) -> domain::Result<void> {
            for (int i = 1; i < cases; ++i) {
                domain::Case copy = original;
                copy.id = m_fixture->clock.newId();
                copy.parts.first().id = m_fixture->clock.newId();
                if (const auto saved = exchange::casestore::save(session, copy, m_fixture->catalogue(), 0); !saved)
                    return saved;
            }
            return {};
        }));
        setTime(QDate(2026, 11, 10), QTime(9, 0));
        QVERIFY(m_fixture->commands.acceptUnanswered());
        QCOMPARE(m_fixture->cases.reviews(m_justice, u"received"_s, {}, 200)->entries.size(), 0);
        QCOMPARE(m_fixture->cases.reviews(m_justice, u"accepted"_s, {}, 200)->entries.size(), cases);
    }
    void aFailingDatabaseLeavesItForTheNextRound()
    {
        setTime(QDate(2026, 11, 10), QTime(9, 0));
        m_fixture->database.setFault([] { return true; });
        QCOMPARE(codeOf(m_fixture->commands.acceptUnanswered()), u"SVC-013"_s);
        m_fixture->database.setFault({});
        QCOMPARE(part().state, PartState::Received);
        QVERIFY(m_fixture->commands.acceptUnanswered());
        QCOMPARE(part().state, PartState::Accepted);
    }
    void theTimerTellsTheFeed()
    {
        std::atomic<int> events = 0;
        const qint64 now = m_fixture->cases.caseById(ExchangeFixture::clerk(), m_caseId)->events.last().sequence;
        exchange::AcceptanceTimer timer(m_fixture->commands, std::chrono::milliseconds(5));
        m_fixture->feed.ask(ExchangeFixture::clerk(), now, 10, 25, [&](const auto &answer) { events += int(answer ? answer->events.size() : 100); });
        setTime(QDate(2026, 11, 9), QTime(17, 0));
        QTRY_COMPARE(events.load(), 1);
        QCOMPARE(part().state, PartState::Accepted);
    }
    void theTimeGoesOnWhileTheExchangeStands()
    {
        setTime(QDate(2026, 11, 27), QTime(9, 0));
        exchange::Options options;
        options.dataFolder = m_fixture->folder.path();
        options.clock = &m_fixture->clock;
        exchange::Server server(options);
        QVERIFY(server.start());
        QTRY_COMPARE(part().state, PartState::Accepted);
        QCOMPARE(part().acceptedOn, QDate(2026, 11, 2));
        server.stop();
    }

private:
    std::unique_ptr<ExchangeFixture> m_fixture;
    domain::CaseId m_caseId;
    const wire::Operator m_justice = ExchangeFixture::reviewer(u"justice"_s);
};

QTEST_GUILESS_MAIN(DepartmentAcceptanceTest)
#include "tst_departmentacceptance.moc"
