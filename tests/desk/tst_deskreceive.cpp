// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"

#include <domain/caserules.h>

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace yichuang;
using desk::CounterPhase;
using test::await;
using test::DeskWorld;
using test::World;

namespace {
constexpr int patienceMs = 30000;
} // namespace

/** F9, and what comes back from the exchange. */
class TestDeskReceive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(120); }
    void init();
    void cleanup() { m_desk.reset(); }
    void missingIsRefused();
    void everyLifeEvent_data();
    void everyLifeEvent();
    void offlineReceipt();
    void refusedReceiptSaysWhy_data();
    void refusedReceiptSaysWhy();
    void refusedOpeningComesBack();
    void rulesAreThoseOfTheExchangesDay_data();
    void rulesAreThoseOfTheExchangesDay();
    void decisionsReachTheTimeline();
    void promisedDaysRunFromTheLegalDate();
    void nothingWithoutACase();

private:
    std::unique_ptr<World> m_world;
    std::unique_ptr<DeskWorld> m_desk;
};

void TestDeskReceive::init()
{
    m_world->network.setDown(false);
    m_desk = std::make_unique<DeskWorld>(*m_world);
    m_desk->enter();
}

void TestDeskReceive::missingIsRefused()
{
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->counter->receive();
    QCOMPARE(m_desk->view().error->code, domain::FailureCode::CaseMaterialsMissing);
    QCOMPARE(m_desk->view().phase, CounterPhase::Draft);
    m_desk->counter->chooseLifeEvent(u"newborn"_s);
    QVERIFY(!m_desk->view().error);
    m_desk->counter->receive();
    QCOMPARE(m_desk->view().error->code, domain::FailureCode::CaseMaterialsMissing);
    m_desk->awaitSaved();
    QCOMPARE(m_desk->stored(m_desk->view().openCase.id).stage, domain::CaseStage::Draft);
}

/** Handed in on a Saturday: what the desk promises is what the exchange will stamp, counted from Monday. */
void TestDeskReceive::promisedDaysRunFromTheLegalDate()
{
    const qint64 ahead = m_world->deskClock.aheadMs;
    const auto back = qScopeGuard([this, ahead] { m_world->deskClock.aheadMs = ahead; });
    m_world->deskClock.aheadMs += m_world->deskClock.now().msecsTo(QDateTime(QDate(2026, 11, 7), QTime(2, 0), Qt::UTC));
    m_desk->place(0);
    m_desk->awaitListing();
    const QStringList items = m_world->simpleItems();
    for (const QString &item : items)
        m_desk->counter->addItem(item);
    int promised = 0;
    for (const desk::ItemView &item : m_desk->view().items) {
        if (!item.expectedDue.isValid())
            continue;
        QCOMPARE(item.expectedDue, domain::WorkCalendar::bundled().dueDate(QDate(2026, 11, 9), item.promised)->day);
        ++promised;
    }
    QVERIFY(promised > 0);
    QCOMPARE(m_desk->session->provisionalStamp().legalDate, QDate(2026, 11, 9));
}

void TestDeskReceive::everyLifeEvent_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("none");
    int several = 0;
    for (const domain::LifeEvent *event : m_world->catalogue().lifeEventsOn(m_world->clock.today())) {
        QTest::newRow(qPrintable(event->id)) << event->id << QString();
        for (const domain::Situation &situation : event->situations) {
            if (!situation.multiple)
                continue;
            const QString key = event->id + u'/' + situation.id;
            QTest::newRow(qPrintable(u"none of "_s + key)) << event->id << key;
            ++several;
        }
    }
    QVERIFY2(several >= 3, "the demo city asks questions with several answers");
}

void TestDeskReceive::everyLifeEvent()
{
    QFETCH(QString, id);
    m_desk->place(m_desk->placeOf(id));
    m_desk->awaitListing();
    m_desk->counter->chooseLifeEvent(id);
    QFETCH(QString, none);
    if (!none.isEmpty())
        m_desk->counter->answer(none, {});
    QVERIFY(m_desk->completeByDesk());
    QCOMPARE(m_desk->view().openCase.answers.contains(none) && m_desk->view().openCase.answers.value(none).isEmpty(), !none.isEmpty());
    QSignalSpy received(m_desk->counter.get(), &desk::CounterDesk::caseReceived);
    m_desk->counter->receive();
    QVERIFY2(!m_desk->view().error, m_desk->view().error ? qPrintable(m_desk->view().error->detail) : "");
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), 1, patienceMs);
    const domain::CaseId caseId = received.first().at(0).toUuid();
    QCOMPARE(m_desk->view().phase, CounterPhase::Received);
    QCOMPARE(received.first().at(1).toString(), m_desk->view().openCase.provisionalReceipt);
    QVERIFY(m_desk->view().openCase.provisionalReceipt.startsWith(u"SJ20261102-"));
    // The exchange agrees with the desk's plan, and its numbers come down to the open screen.
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().openCase.number.isEmpty(), patienceMs);
    for (const domain::CasePart &part : m_desk->view().openCase.parts) {
        const bool examined = domain::departmentAccepts(m_world->catalogue(), part);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.part(part.id)->state, examined ? domain::PartState::Received : domain::PartState::Accepted, patienceMs);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase, *m_world->truth(caseId), patienceMs);
    for (const desk::ItemView &item : m_desk->view().items) {
        QCOMPARE(item.number.isEmpty(), item.departmentAccepts);
        QCOMPARE(item.answerDue.isValid(), item.departmentAccepts);
        QCOMPARE(item.expectedDue.isValid(), !item.departmentAccepts && item.waitsFor.isEmpty());
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->sync->view().waiting == 0 && m_desk->sync->view().waitingRows.isEmpty(), patienceMs);
    for (const desk::OutboxRow &row : m_desk->sync->view().recentRows)
        QVERIFY(row.state == desk::OutboxRow::State::Confirmed);
}

void TestDeskReceive::offlineReceipt()
{
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->counter->addItem(m_world->simpleItems().first());
    QVERIFY(m_desk->completeByDesk());
    m_world->network.setDown(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->sync->view().connection, desk::Connection::Offline, patienceMs);
    m_desk->counter->receive();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().phase, CounterPhase::Received, patienceMs);
    QVERIFY(m_desk->view().openCase.number.isEmpty());
    QCOMPARE(m_desk->view().openCase.parts.first().state, domain::PartState::Received);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->sync->view().waitingRows.isEmpty(), patienceMs);
    QVERIFY(m_desk->sync->view().reason);
    const desk::OutboxRow row = m_desk->sync->view().waitingRows.first();
    QCOMPARE(row.commandName, u"open-case"_s);
    QVERIFY(!row.title.isEmpty());
    QVERIFY(row.queuedAt.isValid());
    for (const desk::TimelineEntry &entry : m_desk->view().timeline)
        QVERIFY(entry.provisional);
    m_world->network.setDown(false);
    m_desk->sync->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().openCase.number.isEmpty(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->sync->view().connection, desk::Connection::Online, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->sync->view().waiting, 0, patienceMs);
}

void TestDeskReceive::refusedReceiptSaysWhy_data()
{
    QTest::addColumn<bool>("listsAgain");
    QTest::newRow("listed again") << true;
    QTest::newRow("cannot list") << false;
}

void TestDeskReceive::refusedReceiptSaysWhy()
{
    QFETCH(bool, listsAgain);
    m_desk->place(4);
    m_desk->awaitListing();
    domain::PlannedMaterial material;
    for (const domain::ServiceItem *item : m_world->catalogue().itemsOn(m_world->clock.today())) {
        m_desk->counter->addItem(item->id);
        const QList<domain::PlannedMaterial> planned = m_desk->view().plan.materials;
        const auto found = std::find_if(planned.cbegin(), planned.cend(), [](const domain::PlannedMaterial &one) {
            return one.status == domain::MaterialStatus::FromCertificate && one.candidates.size() == 1 && one.necessity == domain::Necessity::Required
                && one.ways.contains(domain::MaterialWay::OriginalSeen);
        });
        if (found != planned.cend() && m_desk->completeByDesk()) {
            material = *found;
            break;
        }
        if (!m_desk->view().openCase.parts.isEmpty())
            m_desk->counter->removeItem(m_desk->view().openCase.parts.last().id);
    }
    QVERIFY2(!material.key.isEmpty(), "no item asks this person for a certificate");
    m_world->setCertificateStatus(material.certificateIdentifier, u"revoked"_s);
    if (!listsAgain)
        m_world->network.setScript([](const QByteArray &, const QByteArray &path) {
            return path.startsWith("/api/v1/certificate-listings") ? test::Fault{test::Fault::Kind::Refuse, 0} : test::Fault();
        });
    m_desk->counter->receive();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().returned, patienceMs);
    const desk::ReturnedView returned = *m_desk->view().returned;
    QCOMPARE(m_desk->view().phase, CounterPhase::Draft);
    QVERIFY(returned.receipt.startsWith(u"SJ20261102-"));
    QCOMPARE(returned.error.code, domain::FailureCode::CaseMaterialsMissing);
    QCOMPARE(returned.missing.size(), 1);
    QCOMPARE(returned.missing.first().text, material.name);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().returned->listedBefore, !listsAgain, patienceMs);
    QVERIFY(m_desk->view().returned->unusable.contains(material.key));
    // The line of missing things names it, so that F9 does not go round in a circle.
    QCOMPARE(m_desk->view().plan.missing.size(), 1);
    QCOMPARE(m_desk->view().plan.missing.first().target, material.key);
    // Nothing says that all is synchronised while it stands.
    const auto returnedCases = [this] { return m_desk->sync->view().refusedCases; };
    QTRY_COMPARE_WITH_TIMEOUT(returnedCases(), 1, patienceMs);
    // It outlives the way to another case and back.
    const domain::CaseId id = m_desk->view().openCase.id;
    m_desk->counter->newCase();
    m_desk->counter->openDraft(id);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().returned, patienceMs);
    m_desk->awaitListing();
    m_desk->counter->satisfyMaterial(material.key, domain::MaterialWay::OriginalSeen, {}, {});
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().returned, patienceMs);
    m_desk->awaitSaved();
    m_desk->counter->receive();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().openCase.number.isEmpty(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(returnedCases(), 0, patienceMs);
    m_world->network.setScript({});
    m_world->setCertificateStatus(material.certificateIdentifier, u"valid"_s);
}

/** Opened while this computer's clock was days ahead: the exchange knows no such case, and its clerk hands it in once more. */
void TestDeskReceive::refusedOpeningComesBack()
{
    const qint64 days = qint64(3) * 24 * 3600 * 1000;
    m_world->deskClock.aheadMs += days;
    m_desk->place(5);
    m_world->deskClock.aheadMs -= days;
    const domain::CaseId id = m_desk->view().openCase.id;
    QCOMPARE(m_desk->view().openCase.rulesDay, m_world->clock.today().addDays(3));
    m_desk->awaitListing();
    m_desk->counter->addItem(m_world->simpleItems().first());
    QVERIFY(m_desk->completeByDesk());
    m_desk->counter->receive();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().returned, patienceMs);
    QCOMPARE(m_desk->view().openCase.id, id);
    QCOMPARE(m_desk->view().phase, CounterPhase::Draft);
    QVERIFY(m_desk->view().returned->receipt.startsWith(u"SJ20261102-"));
    // The reason is that of the opening, not that nothing was known of the case afterwards.
    QCOMPARE(m_desk->view().returned->error.code, domain::FailureCode::CatalogueNotInForce);
    QVERIFY(m_desk->view().plan.missing.isEmpty());
    const auto returnedCases = [this] { return m_desk->sync->view().refusedCases; };
    QTRY_COMPARE_WITH_TIMEOUT(returnedCases(), 1, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->sync->view().waiting, 0, patienceMs);
    // An edit does not mend it: what is to be done stays told, in another program run too.
    m_desk->counter->setApplicantPhone(u"13800000008"_s);
    m_desk->awaitSaved();
    m_desk->quit();
    m_desk->enter();
    m_desk->counter->newCase();
    m_desk->counter->openDraft(id);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().returned, patienceMs);
    QCOMPARE(m_desk->view().openCase.rulesDay, m_world->clock.today());
    m_desk->awaitListing();
    QVERIFY(m_desk->completeByDesk());
    m_desk->counter->receive();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().openCase.number.isEmpty(), patienceMs);
    QVERIFY(!m_desk->view().returned);
    QTRY_COMPARE_WITH_TIMEOUT(returnedCases(), 0, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(id), *m_world->truth(id), patienceMs);
}

void TestDeskReceive::rulesAreThoseOfTheExchangesDay_data()
{
    QTest::addColumn<bool>("measured");
    QTest::newRow("the error is known") << true;
    QTest::newRow("not measured yet") << false;
}

/** Nothing is wrong with an application but this computer's clock, which is a day ahead. */
void TestDeskReceive::rulesAreThoseOfTheExchangesDay()
{
    QFETCH(bool, measured);
    const qint64 day = qint64(24) * 3600 * 1000;
    const auto back = qScopeGuard([this] { m_world->deskClock.aheadMs -= day; });
    if (measured)
        m_desk->quit();
    m_world->deskClock.aheadMs += day;
    if (measured) {
        m_desk->enter();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->client->offsetMs().value_or(0) < -day / 2, patienceMs);
    }
    m_desk->counter->newCase();
    m_desk->place(measured ? 6 : 7);
    const domain::CaseId id = m_desk->view().openCase.id;
    QCOMPARE(m_desk->view().openCase.rulesDay, m_world->clock.today().addDays(measured ? 0 : 1));
    m_desk->awaitListing();
    m_desk->counter->addItem(m_world->simpleItems().first());
    QVERIFY(m_desk->completeByDesk());
    m_desk->counter->receive();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().openCase.number.isEmpty(), patienceMs);
    QVERIFY(!m_desk->view().returned);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(id), *m_world->truth(id), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.rulesDay, m_world->clock.today(), patienceMs);
}

void TestDeskReceive::decisionsReachTheTimeline()
{
    m_desk->place(1);
    m_desk->awaitListing();
    m_desk->counter->addItem(m_world->simpleItems().first());
    QVERIFY(m_desk->completeByDesk());
    m_desk->counter->receive();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().openCase.number.isEmpty(), patienceMs);
    const domain::CaseId id = m_desk->view().openCase.id;
    QVERIFY(m_world->review(id, 0, remote::ReviewVerb::Take).has_value());
    QVERIFY(m_world->review(id, 0, remote::ReviewVerb::Approve).has_value());
    const auto shown = [&] {
        for (const desk::TimelineEntry &entry : m_desk->view().timeline) {
            if (entry.commandName == u"approve-part"_s)
                return entry.note == u"同意"_s && !entry.provisional && !entry.departmentName.isEmpty();
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(shown(), patienceMs);
    for (const desk::TimelineEntry &entry : m_desk->view().timeline) {
        if (entry.role == domain::Role::Reviewer) {
            QVERIFY2(entry.whoIsName && entry.who.endsWith(u"审批员示例"_s), qPrintable(entry.who));
            QCOMPARE(entry.place, entry.departmentName);
        } else if (entry.role == domain::Role::Clerk) {
            QVERIFY2(entry.whoIsName && entry.who.startsWith(u"窗口"_s) && entry.place.isEmpty(), qPrintable(entry.who + entry.place));
        }
    }
    QCOMPARE(m_desk->view().openCase.parts.first().state, domain::PartState::Approved);
    QCOMPARE(m_desk->view().items.first().state, domain::PartState::Approved);
    // The next card starts the next case; the old one stays as it is.
    m_desk->place(2);
    QCOMPARE(m_desk->view().phase, CounterPhase::Draft);
    QVERIFY(m_desk->view().openCase.id != id);
}

void TestDeskReceive::nothingWithoutACase()
{
    m_desk->counter->receive();
    QCOMPARE(m_desk->view().phase, CounterPhase::Idle);
    m_desk->counter->undo();
    m_desk->counter->redo();
    m_desk->counter->saveNow();
    m_desk->counter->discardDraft(u"reason"_s);
    m_desk->counter->typeField(u"a"_s, u"b"_s);
    m_desk->counter->leaveField(u"a"_s, u"b"_s);
    m_desk->counter->refreshCertificates();
    m_desk->counter->satisfyMaterial(u"a"_s, domain::MaterialWay::OriginalSeen, {}, {});
    QCOMPARE(m_desk->view().phase, CounterPhase::Idle);
    QVERIFY(m_desk->view().openCase.id.isNull());
}

QTEST_MAIN(TestDeskReceive)
#include "tst_deskreceive.moc"
