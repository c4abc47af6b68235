// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"

#include <algorithm>
#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace yichuang;
using desk::PartyEntry;
using domain::FailureCode;
using test::await;
using test::DeskWorld;
using test::World;

namespace {

constexpr int patienceMs = 20000;
const QString phone = u"13800009999"_s;

} // namespace

/** A save that fails, of a full disk for example, takes nothing of what the clerk typed. */
class TestDeskUnsaved : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(120); }
    void init();
    void cleanup() { m_desk.reset(); }
    void lettersStayAndGoWithTheNextEdit_data();
    void lettersStayAndGoWithTheNextEdit();
    void lettersStayUntilSavedByHand();
    void lettersGoWithF9();
    void scratchStaysWhenTheCommandFails();
    void newerLettersStay();
    void phoneStays();
    void answerThatIsNotKeptIsNotShown();
    void caseThatWasNeverKeptIsKeptLater();
    void caseThatWasLeftUnkeptIsKeptLater();
    void leftCaseKeepsItsLetters();

private:
    /** So many statements of the store fail from now on; 0: none. */
    void fail(int statements) { m_failing = statements; }
    static constexpr int all = 1 << 30;
    [[nodiscard]] QStringList freeFields() const;
    [[nodiscard]] QString shown(const QString &field) const;
    [[nodiscard]] QString kept(const QString &field) { return m_desk->stored(m_id).fields.value(field).value; }
    void typeAndLeave(const QString &field, const QString &text);
    void awaitFailure(FailureCode code = FailureCode::StoreFailed);

    std::mutex m_gate; ///< held, the store stands before its next statement
    std::atomic_int m_failing{0};
    domain::CaseId m_id;
    std::unique_ptr<World> m_world;
    std::unique_ptr<DeskWorld> m_desk;
};

void TestDeskUnsaved::init()
{
    fail(0);
    m_world->network.setDown(false);
    m_desk = std::make_unique<DeskWorld>(*m_world);
    m_desk->failStatement = [this] {
        const std::lock_guard gate(m_gate);
        return m_failing > 0 && m_failing-- > 0;
    };
    m_desk->enter();
    m_desk->place(0);
    m_desk->awaitListing();
    m_id = m_desk->view().openCase.id;
    for (const domain::LifeEvent *event : m_world->catalogue().lifeEventsOn(m_world->clock.today())) {
        m_desk->counter->chooseLifeEvent(event->id);
        if (freeFields().size() >= 2)
            break;
    }
    QVERIFY(freeFields().size() >= 2);
    m_desk->awaitSaved();
    // The exchange would have the store written to at moments of its own.
    m_world->network.setDown(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->sync->view().connection, desk::Connection::Offline, patienceMs);
}

QStringList TestDeskUnsaved::freeFields() const
{
    QStringList found;
    for (const domain::PlannedField &field : m_desk->view().plan.fields) {
        if (field.field.type == domain::FieldType::Text && field.value.value.isEmpty())
            found << field.field.id;
    }
    return found;
}

QString TestDeskUnsaved::shown(const QString &field) const
{
    const QList<domain::PlannedField> &fields = m_desk->view().plan.fields;
    const auto found = std::find_if(fields.cbegin(), fields.cend(), [&field](const domain::PlannedField &one) { return one.field.id == field; });
    return found == fields.cend() ? QString() : found->value.value;
}

void TestDeskUnsaved::typeAndLeave(const QString &field, const QString &text)
{
    m_desk->counter->typeField(field, text);
    m_desk->counter->leaveField(field, text);
}

void TestDeskUnsaved::awaitFailure(FailureCode code)
{
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().error, patienceMs);
    QCOMPARE(m_desk->view().error->code, code);
    // What follows a failure is over as well.
    QTest::qWait(200);
    QVERIFY2(m_desk->view().error, "it stays told");
}

void TestDeskUnsaved::lettersStayAndGoWithTheNextEdit_data()
{
    QTest::addColumn<int>("statements");
    QTest::newRow("nothing can be written or read") << all;
    QTest::newRow("one step fails") << 1;
}

void TestDeskUnsaved::lettersStayAndGoWithTheNextEdit()
{
    QFETCH(const int, statements);
    const QStringList fields = freeFields();
    if (statements == all)
        fail(all);
    m_desk->counter->typeField(fields.at(0), u"一号示例"_s);
    if (statements != all) {
        QTRY_VERIFY_WITH_TIMEOUT(await(m_desk->store().loadCase(m_id))->scratch.contains(fields.at(0)), patienceMs);
        fail(statements);
    }
    m_desk->counter->leaveField(fields.at(0), u"一号示例"_s);
    awaitFailure();
    QCOMPARE(shown(fields.at(0)), u"一号示例"_s);
    QVERIFY(m_desk->view().hasUnsavedScratch);
    fail(0);
    QCOMPARE(kept(fields.at(0)), QString());
    typeAndLeave(fields.at(1), u"二号示例"_s);
    QTRY_COMPARE_WITH_TIMEOUT(kept(fields.at(0)), u"一号示例"_s, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(kept(fields.at(1)), u"二号示例"_s, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().error && !m_desk->view().hasUnsavedScratch, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(await(m_desk->store().loadCase(m_id))->scratch.isEmpty(), patienceMs);
    QCOMPARE(shown(fields.at(0)), u"一号示例"_s);
}

void TestDeskUnsaved::lettersStayUntilSavedByHand()
{
    const QStringList fields = freeFields();
    fail(all);
    m_desk->counter->typeField(fields.at(0), u"一号示例"_s);
    m_desk->counter->saveNow();
    awaitFailure();
    QCOMPARE(shown(fields.at(0)), u"一号示例"_s);
    m_desk->counter->saveNow();
    awaitFailure();
    QCOMPARE(shown(fields.at(0)), u"一号示例"_s);
    fail(0);
    m_desk->counter->saveNow();
    QTRY_COMPARE_WITH_TIMEOUT(kept(fields.at(0)), u"一号示例"_s, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().error && !m_desk->view().hasUnsavedScratch, patienceMs);
}

void TestDeskUnsaved::lettersGoWithF9()
{
    QVERIFY(m_desk->completeByDesk());
    const QStringList fields = m_desk->view().openCase.fields.keys();
    const QString field = *std::find_if(fields.cbegin(), fields.cend(), [this](const QString &id) {
        const QList<domain::PlannedField> &planned = m_desk->view().plan.fields;
        const QDate today = m_world->clock.today();
        return std::any_of(planned.cbegin(), planned.cend(), [&](const domain::PlannedField &one) { return one.field.id == id && domain::checkFieldValue(one.field, u"末了示例"_s, today); });
    });
    m_desk->awaitSaved();
    fail(all);
    typeAndLeave(field, u"末了示例"_s);
    awaitFailure();
    m_desk->counter->receive();
    awaitFailure();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().phase, desk::CounterPhase::Draft, patienceMs);
    QCOMPARE(shown(field), u"末了示例"_s);
    fail(0);
    m_desk->counter->receive();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().phase, desk::CounterPhase::Received, patienceMs);
    QCOMPARE(kept(field), u"末了示例"_s);
}

void TestDeskUnsaved::scratchStaysWhenTheCommandFails()
{
    const QString field = freeFields().constFirst();
    m_desk->counter->typeField(field, u"一号示例"_s);
    QTRY_VERIFY_WITH_TIMEOUT(await(m_desk->store().loadCase(m_id))->scratch.contains(field), patienceMs);
    fail(1);
    m_desk->counter->leaveField(field, u"一号示例"_s);
    awaitFailure();
    // Killed now, the clerk goes on at the last letter.
    QCOMPARE(await(m_desk->store().readBack(m_id))->scratch.value(field), u"一号示例"_s);
    m_desk->quit();
    m_desk->enter();
    m_world->network.setDown(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, m_id, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(kept(field), u"一号示例"_s, patienceMs);
}

void TestDeskUnsaved::newerLettersStay()
{
    const QString field = freeFields().constFirst();
    fail(all);
    {
        // The command is under way while they are typed; else it may have failed before, and what is being typed is not drawn.
        const std::lock_guard gate(m_gate);
        typeAndLeave(field, u"一号示例"_s);
        m_desk->counter->typeField(field, u"一号示例再"_s);
    }
    awaitFailure();
    // The letters' own way fails first; on a busy machine the command's a while later.
    QTRY_COMPARE_WITH_TIMEOUT(shown(field), u"一号示例再"_s, patienceMs);
    fail(0);
    m_desk->counter->leaveField(field, u"一号示例再"_s);
    QTRY_COMPARE_WITH_TIMEOUT(kept(field), u"一号示例再"_s, patienceMs);
}

void TestDeskUnsaved::phoneStays()
{
    fail(all);
    m_desk->counter->typeEntry(PartyEntry::ApplicantPhone, phone);
    m_desk->counter->setApplicantPhone(phone);
    awaitFailure();
    fail(0);
    const bool inCase = m_desk->view().openCase.applicant->phone == phone;
    QVERIFY(inCase || m_desk->view().entries.value(PartyEntry::ApplicantPhone) == phone);
    typeAndLeave(freeFields().constFirst(), u"一号示例"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(m_id).applicant->phone, phone, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().entries.isEmpty(), patienceMs);
}

void TestDeskUnsaved::answerThatIsNotKeptIsNotShown()
{
    QVERIFY(!m_desk->view().plan.situations.isEmpty());
    const domain::PlannedSituation situation = m_desk->view().plan.situations.constFirst();
    const QStringList before = m_desk->view().openCase.answers.value(situation.key);
    fail(1);
    m_desk->counter->answer(situation.key, {situation.situation.answers.constLast().id});
    awaitFailure();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.answers.value(situation.key), before, patienceMs);
    QCOMPARE(m_desk->stored(m_id).answers.value(situation.key), before);
    m_desk->counter->answer(situation.key, {situation.situation.answers.constLast().id});
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(m_id).answers.value(situation.key), QStringList{situation.situation.answers.constLast().id}, patienceMs);
    QVERIFY(!m_desk->view().error);
}

void TestDeskUnsaved::caseThatWasNeverKeptIsKeptLater()
{
    fail(all);
    m_desk->counter->newCase();
    m_desk->place(1);
    awaitFailure();
    QVERIFY(m_desk->view().openCase.applicant);
    m_id = m_desk->view().openCase.id;
    const QString name = m_desk->view().openCase.applicant->name;
    fail(0);
    m_desk->counter->saveNow();
    QTRY_VERIFY_WITH_TIMEOUT(await(m_desk->store().loadCase(m_id)), patienceMs);
    QCOMPARE(m_desk->stored(m_id).applicant->name, name);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().error, patienceMs);
}

/** The clerk went on to the next applicant while nothing could be written: the one before is among the drafts once it can. */
void TestDeskUnsaved::caseThatWasLeftUnkeptIsKeptLater()
{
    fail(all);
    m_desk->counter->newCase();
    m_desk->place(1);
    awaitFailure();
    m_id = m_desk->view().openCase.id;
    const QString name = m_desk->view().openCase.applicant->name;
    m_desk->counter->newCase();
    m_desk->place(2);
    QTest::qWait(200);
    const domain::CaseId next = m_desk->view().openCase.id;
    QVERIFY(next != m_id);
    fail(0);
    QVERIFY(!await(m_desk->store().loadCase(m_id)));
    m_desk->counter->saveNow();
    QTRY_VERIFY_WITH_TIMEOUT(await(m_desk->store().loadCase(next)), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(await(m_desk->store().loadCase(m_id)), patienceMs);
    QCOMPARE(m_desk->stored(m_id).applicant->name, name);
}

void TestDeskUnsaved::leftCaseKeepsItsLetters()
{
    const QStringList fields = freeFields();
    fail(all);
    typeAndLeave(fields.at(0), u"一号示例"_s);
    m_desk->counter->typeField(fields.at(1), u"半"_s);
    m_desk->counter->newCase();
    QTest::qWait(200);
    fail(0);
    QCOMPARE(kept(fields.at(0)), QString());
    m_desk->counter->openDraft(m_id);
    QTRY_COMPARE_WITH_TIMEOUT(kept(fields.at(0)), u"一号示例"_s, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(kept(fields.at(1)), u"半"_s, patienceMs);
    // Who signs out in the middle of it finds it again as well.
    fail(all);
    m_desk->counter->typeField(fields.at(1), u"半个"_s);
    QTest::qWait(200);
    m_desk->signIn->signOut();
    fail(0);
    m_desk->world.network.setDown(false);
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, m_id, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(kept(fields.at(1)), u"半个"_s, patienceMs);
}

QTEST_MAIN(TestDeskUnsaved)
#include "tst_deskunsaved.moc"
