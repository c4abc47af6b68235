// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <casemaker.h>
#include <teststore.h>
#include <testcatalogue.h>

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::test;
using domain::FailureCode;
using store::CommandState;
using store::ListFilter;
namespace cmd = domain::command;

/** The exchange refuses the very opening of a case that was received here: it is a draft again, and nothing of it is lost. */
class TstReopening : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aRefusedOpeningMakesADraft();
    void theWholeGoesAgain();
    void againAndAgain();
    void whatWasRefusedForItselfStaysOut();
    void rulesOfADayThatIsOverAreRenewed_data();
    void rulesOfADayThatIsOverAreRenewed();
    void whatWasEndedHereStaysEnded();

private:
    store::CaseStore &on() { return m_world->open(); }
    store::StoredCase stored() { return *await(on().loadCase(m_maker->id())); }
    QList<store::StoredCommand> pending() { return *await(on().pendingCommands(50, m_world->clock.now())); }
    QList<store::TimelineRow> timeline() { return *await(on().timeline(m_maker->id())); }
    qint64 count(ListFilter filter) { return await(on().counters())->value(int(filter)); }
    /** The materials are taken, and what waits goes to the exchange, which refuses the opening. */
    void receive();
    void refuseOpening(FailureCode code = FailureCode::CaseForbidden);

    std::unique_ptr<TestStore> m_world;
    std::unique_ptr<CaseMaker> m_maker;
    ReferenceExchange m_exchange;
};

void TstReopening::init()
{
    m_world = std::make_unique<TestStore>();
    m_maker = std::make_unique<CaseMaker>(1);
    m_exchange = {};
    QVERIFY(await(on().submitAll(m_maker->draft(), m_maker->stamp())));
    QVERIFY(await(on().submitAll({m_maker->give(setField(u"phone"_s, u"13800000000"_s)), m_maker->give(cmd::SetMaterial{u"photo"_s, material(domain::MaterialWay::OriginalSeen)})}, m_maker->stamp())));
}

void TstReopening::receive()
{
    m_maker->now = stored().current;
    QVERIFY(await(on().submit(m_maker->receive(), m_maker->stamp())));
}

void TstReopening::refuseOpening(FailureCode code)
{
    const store::StoredCommand first = pending().first();
    QVERIFY(std::holds_alternative<cmd::OpenCase>(first.command.body));
    QVERIFY(await(on().markRefused(first.command.id, {code, u"why"_s, false})));
}

void TstReopening::aRefusedOpeningMakesADraft()
{
    receive();
    const domain::Case before = stored().current;
    QCOMPARE(before.stage, domain::CaseStage::Received);
    refuseOpening();
    const store::StoredCase back = stored();
    QVERIFY(back.refused);
    QCOMPARE(back.current.stage, domain::CaseStage::Draft);
    QVERIFY(back.current.provisionalReceipt.isEmpty());
    QCOMPARE(back.current.fields, before.fields);
    QCOMPARE(back.current.materials, before.materials);
    QCOMPARE(back.current.applicant, before.applicant);
    QCOMPARE(back.current.openedBy, before.openedBy);
    QCOMPARE(back.current.rulesDay, before.rulesDay);
    QCOMPARE(back.current.parts.size(), before.parts.size());
    QCOMPARE(back.current.parts.first().id, before.parts.first().id);
    QCOMPARE(back.current.parts.first().state, domain::PartState::Draft);
    // It stands among the drafts and what was returned, under the number that was given out.
    const store::CaseListRow row = await(on().listCases({ListFilter::Refused, {}, {}, 10, {}, {}, {}}))->rows.value(0);
    QCOMPARE(row.id, m_maker->id());
    QCOMPARE(row.number, m_maker->receipt());
    QVERIFY(row.provisional);
    QCOMPARE(count(ListFilter::Drafts), 1);
    QCOMPARE(count(ListFilter::InProgress), 0);
    QVERIFY(pending().isEmpty());
    QCOMPARE(await(on().lastDraft(clerk().operatorId))->current.id, m_maker->id());
    // What was refused is told still, each with its reason, and the journal holds the same again under ids of its own.
    QStringList told;
    QSet<domain::CommandId> ids;
    for (const store::TimelineRow &one : timeline()) {
        ids.insert(one.command.id);
        told.append(domain::commandName(one.command.body) + (one.state == CommandState::Refused ? u" refused "_s + domain::failureText(one.error->code) : u" journal"_s));
    }
    const QStringList sent{u"open-case"_s, u"set-applicant"_s, u"add-item"_s, u"set-field"_s, u"set-material"_s, u"receive-materials"_s};
    QStringList wanted;
    for (const QString &name : sent)
        wanted.append(name + (name == sent.first() ? u" refused CASE-004"_s : u" refused CASE-021"_s));
    for (const QString &name : sent.first(5))
        wanted.append(name + u" journal"_s);
    QCOMPARE(told, wanted);
    QCOMPARE(ids.size(), told.size());
    // All of it is on disk.
    m_world->close();
    QCOMPARE(stored().current, back.current);
    QVERIFY(stored().refused);
}

void TstReopening::theWholeGoesAgain()
{
    receive();
    refuseOpening();
    m_maker->now = stored().current;
    QVERIFY(await(on().submit(m_maker->give(setField(u"note"_s, u"mended"_s)), m_maker->stamp())));
    receive();
    QVERIFY(!stored().refused);
    const QList<store::StoredCommand> again = pending();
    QCOMPARE(again.size(), 7);
    for (const store::StoredCommand &row : again) {
        const auto taken = m_exchange.take(row.command);
        QVERIFY2(taken, taken ? "" : qPrintable(domain::failureText(taken.error().code)));
        QVERIFY(await(on().markSent(row.command.id, taken->sequence, taken->stamp)));
    }
    QVERIFY(await(on().applyEvents(m_exchange.events, u"clerk01"_s, m_exchange.events.size())));
    QCOMPARE(stored().current, m_exchange.cases.value(m_maker->id()));
    QCOMPARE(stored().current.fields.value(u"phone"_s).value, u"13800000000"_s);
    QCOMPARE(count(ListFilter::InProgress), 1);
    QCOMPARE(count(ListFilter::Refused), 0);
}

void TstReopening::againAndAgain()
{
    for (int time = 0; time < 3; ++time) {
        receive();
        refuseOpening();
        QCOMPARE(stored().current.stage, domain::CaseStage::Draft);
        QCOMPARE(stored().current.fields.value(u"phone"_s).value, u"13800000000"_s);
        QVERIFY(stored().refused);
    }
    receive();
    QCOMPARE(pending().size(), 6);
}

/** A paper whose file the exchange does not take is missing in the draft: sent again it would be refused again. */
void TstReopening::whatWasRefusedForItselfStaysOut()
{
    receive();
    const QList<store::StoredCommand> rows = pending();
    const auto paper = std::find_if(rows.cbegin(), rows.cend(), [](const store::StoredCommand &row) { return std::holds_alternative<cmd::SetMaterial>(row.command.body); });
    QVERIFY(await(on().markRefused(paper->command.id, {FailureCode::FileKindRefused, {}, false})));
    refuseOpening();
    QVERIFY(stored().current.materials.isEmpty());
    QCOMPARE(stored().current.fields.value(u"phone"_s).value, u"13800000000"_s);
}

void TstReopening::rulesOfADayThatIsOverAreRenewed_data()
{
    QTest::addColumn<int>("offsetDays");
    QTest::newRow("a clock that is right") << 0;
    QTest::newRow("a clock two days ahead, known") << -2;
}

void TstReopening::rulesOfADayThatIsOverAreRenewed()
{
    QFETCH(int, offsetDays);
    const QDate today = m_world->clock.today().addDays(offsetDays);
    domain::Catalogue::Content content = newbornContent();
    content.items[1].version = 3;
    content.items[1].promised = {9, domain::LimitUnit::WorkingDay};
    QCOMPARE(content.items.at(1).id, u"birth-registration"_s);
    QVERIFY(await(on().saveCatalogue(domain::Catalogue::make(content, 1).value())));
    m_maker->now = stored().current;
    domain::CaseCommand receipt = m_maker->receive();
    receipt.time.exchangeOffsetMs = qint64(offsetDays) * 24 * 3600 * 1000;
    QVERIFY(await(on().submit(receipt, m_maker->stamp())));
    QCOMPARE(stored().current.parts.first().itemVersion, 1);
    refuseOpening(FailureCode::CatalogueNotInForce);
    QCOMPARE(stored().current.rulesDay, today);
    QCOMPARE(stored().current.parts.first().itemVersion, 3);
    QCOMPARE(stored().current.parts.first().promised, content.items.at(1).promised);
}

void TstReopening::whatWasEndedHereStaysEnded()
{
    receive();
    m_maker->now = stored().current;
    QVERIFY(await(on().submit(m_maker->give(cmd::WithdrawCase{u"changed their mind"_s}), m_maker->stamp())));
    refuseOpening();
    QCOMPARE(stored().current.stage, domain::CaseStage::Withdrawn);
    QVERIFY(!stored().refused);
    QCOMPARE(count(ListFilter::Drafts), 0);
}

QTEST_GUILESS_MAIN(TstReopening)
#include "tst_reopening.moc"
