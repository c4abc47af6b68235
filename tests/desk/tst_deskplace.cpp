// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace yichuang;
using desk::WorkPlace;
using Part = desk::WorkPlace::Part;
using test::await;
using test::DeskWorld;
using test::World;

namespace {

constexpr int patienceMs = 20000;
/** The first thirteen figures of it are an account too: no check says when it is whole. */
const QString account = u"6217990000000001234"_s;

bool isSecret(const domain::PlannedField &one)
{
    return one.field.type == domain::FieldType::Text && one.field.id.endsWith("account"_L1, Qt::CaseInsensitive);
}

bool isFree(const domain::PlannedField &one)
{
    return one.field.type == domain::FieldType::Text && one.value.value.isEmpty() && one.field.maxLength >= 20 && !isSecret(one);
}

} // namespace

/** Where the clerk works in a draft: kept with it, given back to whoever made it, and what they see in clear there. */
class TestDeskPlace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(120); }
    void init();
    void cleanup() { m_desk.reset(); }
    void textGoesBothWays();
    void comesBack_data();
    void comesBack();
    void typingBringsItsPlace();
    void onlyWhereTheKeyboardRests();
    void nowhereIsNoPlace();
    void eachDraftHasItsOwn();
    void goneLeadsToWhatIsMissing();
    void workEndsIt();
    void onlyForItsMaker();
    void receiptEndsIt();
    void halfTypedIsGoneOnWithUntilLeft();
    void applicantsNumberIsNoHalfTypedText();
    void fieldIsRevealedOnRecord();
    void fieldOffTheRecordStaysHidden();
    void fieldThatWasLeftStaysHidden();

private:
    /** Chooses a life event whose form has such a field, and gives the last of them. */
    [[nodiscard]] QString chooseEventWith(bool (*wanted)(const domain::PlannedField &));
    void reopen();
    [[nodiscard]] QString keptPlace() { return await(m_desk->store().loadCase(m_id))->place; }
    [[nodiscard]] QStringList audited();

    domain::CaseId m_id;
    std::unique_ptr<World> m_world;
    std::unique_ptr<DeskWorld> m_desk;
};

void TestDeskPlace::init()
{
    m_world->network.setDown(false);
    m_desk = std::make_unique<DeskWorld>(*m_world);
    m_desk->enter();
    m_desk->place(0);
    m_desk->awaitListing();
    m_id = m_desk->view().openCase.id;
}

QString TestDeskPlace::chooseEventWith(bool (*wanted)(const domain::PlannedField &))
{
    for (const domain::LifeEvent *event : m_world->catalogue().lifeEventsOn(m_world->clock.today())) {
        m_desk->counter->chooseLifeEvent(event->id);
        const QList<domain::PlannedField> fields = m_desk->view().plan.fields;
        const auto found = std::find_if(fields.crbegin(), fields.crend(), wanted);
        if (found == fields.crend())
            continue;
        m_desk->awaitSaved();
        return found->field.id;
    }
    return {};
}

void TestDeskPlace::reopen()
{
    m_desk->quit();
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, m_id, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().plan.fields.isEmpty(), patienceMs);
}

QStringList TestDeskPlace::audited()
{
    QStringList found;
    const auto waiting = await(m_desk->store().auditToSend(u"clerk01"_s, 100));
    for (const store::AuditEntry &one : *waiting)
        found << one.action + u' ' + one.subject;
    return found;
}

void TestDeskPlace::textGoesBothWays()
{
    for (int part = int(Part::Nowhere); part <= int(Part::Agent); ++part) {
        for (const QString &key : {QString(), u"a"_s, u"newborn/married"_s, u"a:b"_s}) {
            const WorkPlace place{Part(part), key};
            const bool kept = place.part != Part::Nowhere && place.part != Part::Missing;
            QCOMPARE(desk::textOf(place).isEmpty(), !kept);
            QCOMPARE(desk::workPlaceFrom(desk::textOf(place)), kept ? place : WorkPlace());
        }
    }
    for (const QString &other : {u"form"_s, u"forms:a"_s, u":a"_s, u"missing:"_s, u"Form:a"_s, u"示例"_s})
        QCOMPARE(desk::workPlaceFrom(other), WorkPlace());
}

void TestDeskPlace::comesBack_data()
{
    QTest::addColumn<int>("part");
    QTest::addColumn<bool>("whole");
    const auto row = [](const char *name, Part part, bool whole) { QTest::newRow(name) << int(part) << whole; };
    row("certificates", Part::Certificates, true);
    row("items", Part::Items, true);
    row("question", Part::Situations, false);
    row("field", Part::Form, false);
    row("form", Part::Form, true);
    row("material", Part::Materials, false);
    row("list", Part::Materials, true);
    row("applicant", Part::Applicant, false);
}

void TestDeskPlace::comesBack()
{
    QFETCH(const int, part);
    QFETCH(const bool, whole);
    const QString field = chooseEventWith(isFree);
    QVERIFY(!field.isEmpty());
    const domain::CasePlan &plan = m_desk->view().plan;
    WorkPlace place{Part(part), {}};
    if (!whole) {
        place.key = place.part == Part::Situations ? plan.situations.last().key
            : place.part == Part::Materials       ? plan.materials.last().key
            : place.part == Part::Form            ? field : u"phoneLineEdit"_s;
    }
    m_desk->counter->noteWork({Part::Items, {}});
    m_desk->counter->noteWork(place);
    QVERIFY(!m_desk->view().resumeAt);
    QTRY_COMPARE_WITH_TIMEOUT(keptPlace(), desk::textOf(place), patienceMs);
    reopen();
    QCOMPARE(m_desk->view().resumeAt, std::optional(place));
    // It is asked of the plan again with every change, and stays until somebody works.
    m_desk->awaitListing();
    QCOMPARE(m_desk->view().resumeAt, std::optional(place));
    m_desk->counter->noteWork(place);
    QVERIFY(!m_desk->view().resumeAt);
    reopen();
    QCOMPARE(m_desk->view().resumeAt, std::optional(place));
}

/** In one transaction with the letters: there is no moment at which the text is kept and its place is not. */
void TestDeskPlace::typingBringsItsPlace()
{
    const QString field = chooseEventWith(isFree);
    m_desk->counter->noteWork({Part::Items, {}});
    QTRY_COMPARE_WITH_TIMEOUT(keptPlace(), u"items:"_s, patienceMs);
    m_desk->counter->typeField(field, u"半"_s);
    const auto stored = await(m_desk->store().loadCase(m_id));
    QCOMPARE(stored->scratch.value(field), u"半"_s);
    QCOMPARE(stored->place, u"form:"_s + field);
}

void TestDeskPlace::onlyWhereTheKeyboardRests()
{
    const QString field = chooseEventWith(isFree);
    m_desk->counter->noteWork({Part::Items, {}});
    m_desk->counter->noteWork({Part::Form, u"passed"_s});
    m_desk->counter->noteWork({Part::Form, field});
    QCOMPARE(keptPlace(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(keptPlace(), u"form:"_s + field, patienceMs);
    // Whoever ends the program before it rests goes on there all the same.
    m_desk->counter->noteWork({Part::Certificates, {}});
    reopen();
    QCOMPARE(m_desk->view().resumeAt, std::optional(WorkPlace{Part::Certificates, {}}));
}

void TestDeskPlace::nowhereIsNoPlace()
{
    const QString field = chooseEventWith(isFree);
    m_desk->counter->noteWork({Part::Form, field});
    m_desk->counter->noteWork({});
    m_desk->counter->noteWork({Part::Missing, {}});
    reopen();
    QCOMPARE(m_desk->view().resumeAt, std::optional(WorkPlace{Part::Form, field}));
}

void TestDeskPlace::eachDraftHasItsOwn()
{
    const QString field = chooseEventWith(isFree);
    m_desk->counter->noteWork({Part::Form, field});
    m_desk->counter->newCase();
    m_desk->place(1);
    m_desk->awaitListing();
    const domain::CaseId second = m_desk->view().openCase.id;
    QVERIFY(second != m_id);
    m_desk->counter->noteWork({Part::Items, {}});
    m_desk->counter->openDraft(m_id);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().resumeAt, std::optional(WorkPlace{Part::Form, field}), patienceMs);
    m_desk->counter->openDraft(second);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().resumeAt, std::optional(WorkPlace{Part::Items, {}}), patienceMs);
    // Nothing is known of a new one.
    m_desk->counter->newCase();
    m_desk->place(2);
    m_desk->awaitListing();
    QVERIFY(!m_desk->view().resumeAt);
    QCOMPARE(await(m_desk->store().loadCase(m_desk->view().openCase.id))->place, QString());
}

void TestDeskPlace::goneLeadsToWhatIsMissing()
{
    const QString field = chooseEventWith(isFree);
    m_desk->counter->noteWork({Part::Form, field});
    while (!m_desk->view().items.isEmpty())
        m_desk->counter->removeItem(m_desk->view().items.first().partId);
    m_desk->awaitSaved();
    m_desk->quit();
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, m_id, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().resumeAt, std::optional(WorkPlace{Part::Missing, {}}), patienceMs);
}

void TestDeskPlace::workEndsIt()
{
    const QString field = chooseEventWith(isFree);
    m_desk->counter->noteWork({Part::Form, field});
    reopen();
    QVERIFY(m_desk->view().resumeAt);
    m_desk->counter->noteWork({});
    QVERIFY(m_desk->view().resumeAt);
    m_desk->counter->typeField(field, u"示"_s);
    QVERIFY(!m_desk->view().resumeAt);
    m_desk->counter->leaveField(field, u"示"_s);
    QVERIFY(!m_desk->view().resumeAt);
}

void TestDeskPlace::onlyForItsMaker()
{
    const QString field = chooseEventWith(isSecret);
    QVERIFY(!field.isEmpty());
    m_desk->counter->typeField(field, account.left(13));
    QTRY_COMPARE_WITH_TIMEOUT(keptPlace(), u"form:"_s + field, patienceMs);
    m_desk->quit();
    m_desk->enter(u"super01"_s);
    m_desk->counter->openDraft(m_id);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().error, patienceMs);
    QCOMPARE(m_desk->view().error->code, domain::FailureCode::CaseForbidden);
    QVERIFY(m_desk->view().openCase.id.isNull());
    QVERIFY(!m_desk->view().resumeAt);
    QVERIFY(m_desk->view().fieldInClear.isEmpty());
    // Nor does a supervisor's try move it.
    m_desk->counter->noteWork({Part::Items, {}});
    m_desk->counter->newCase();
    QCOMPARE(keptPlace(), u"form:"_s + field);
}

void TestDeskPlace::receiptEndsIt()
{
    m_desk->counter->chooseLifeEvent(m_world->catalogue().lifeEventsOn(m_world->clock.today()).first()->id);
    QVERIFY(m_desk->completeByDesk());
    m_desk->counter->noteWork({Part::Materials, {}});
    QTRY_COMPARE_WITH_TIMEOUT(keptPlace(), u"materials:"_s, patienceMs);
    m_desk->counter->noteWork({Part::Items, {}});
    m_desk->counter->receive();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().phase, desk::CounterPhase::Received, patienceMs);
    m_desk->counter->noteWork({Part::Certificates, {}});
    m_desk->counter->newCase();
    QCOMPARE(keptPlace(), QString());
}

/** kill -9 in the middle of an account: its clerk sees it and goes on; once they went elsewhere it is a secret like any other. */
void TestDeskPlace::halfTypedIsGoneOnWithUntilLeft()
{
    const QString field = chooseEventWith(isSecret);
    QVERIFY(!field.isEmpty());
    m_desk->counter->typeField(field, account.left(13));
    reopen();
    const WorkPlace place{Part::Form, field};
    QCOMPARE(m_desk->view().resumeAt, std::optional(place));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.fields.value(field).value, account.left(13), patienceMs);
    QCOMPARE(m_desk->view().fieldInClear, field);
    m_desk->counter->noteWork(place);
    QCOMPARE(m_desk->view().fieldInClear, field);
    m_desk->counter->noteWork({});
    QCOMPARE(m_desk->view().fieldInClear, QString());
    m_desk->counter->noteWork(place);
    QCOMPARE(m_desk->view().fieldInClear, QString());
    // Left as it should be, it is finished.
    m_desk->counter->typeField(field, account);
    m_desk->counter->leaveField(field, account);
    m_desk->awaitSaved();
    reopen();
    QCOMPARE(m_desk->view().resumeAt, std::optional(place));
    QCOMPARE(m_desk->view().fieldInClear, QString());
    QVERIFY(!audited().contains(u"reveal field:"_s + field));
}

void TestDeskPlace::applicantsNumberIsNoHalfTypedText()
{
    const QString field = chooseEventWith(isSecret);
    m_desk->counter->typeField(field, m_desk->view().openCase.applicant->number);
    reopen();
    QCOMPARE(m_desk->view().resumeAt, std::optional(WorkPlace{Part::Form, field}));
    QCOMPARE(m_desk->view().fieldInClear, QString());
}

void TestDeskPlace::fieldIsRevealedOnRecord()
{
    const QString field = chooseEventWith(isSecret);
    m_desk->counter->leaveField(field, account);
    m_desk->awaitSaved();
    m_world->network.setDown(true);
    m_desk->counter->revealField(u"none"_s);
    m_desk->counter->noteWork({Part::Form, field});
    m_desk->counter->revealField(field);
    QCOMPARE(m_desk->view().fieldInClear, QString());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().fieldInClear, field, patienceMs);
    QVERIFY2(!m_desk->view().numberRevealed, "one field was asked for");
    QCOMPARE(audited().filter(u"reveal"_s), QStringList{u"reveal field:"_s + field});
    m_desk->counter->noteWork({Part::Form, field});
    QCOMPARE(m_desk->view().fieldInClear, field);
    m_desk->counter->noteWork({Part::Items, {}});
    QCOMPARE(m_desk->view().fieldInClear, QString());
}

void TestDeskPlace::fieldOffTheRecordStaysHidden()
{
    const QString field = chooseEventWith(isSecret);
    m_desk->counter->leaveField(field, account);
    m_desk->awaitSaved();
    m_desk->counter->noteWork({Part::Form, field});
    // The store goes, as when its disk does; whoever else reads it goes first.
    m_desk->sync.reset();
    m_desk->cases.reset();
    m_desk->session->setStore({});
    m_desk->counter->revealField(field);
    QTRY_VERIFY(m_desk->view().error);
    QCOMPARE(m_desk->view().error->code, domain::FailureCode::StoreClosed);
    QCOMPARE(m_desk->view().fieldInClear, QString());
}

void TestDeskPlace::fieldThatWasLeftStaysHidden()
{
    const QString field = chooseEventWith(isSecret);
    m_desk->counter->leaveField(field, account);
    m_desk->awaitSaved();
    m_world->network.setDown(true);
    m_desk->counter->noteWork({Part::Form, field});
    m_desk->counter->revealField(field);
    m_desk->counter->noteWork({Part::Items, {}});
    QTRY_COMPARE_WITH_TIMEOUT(audited().filter(u"reveal"_s).size(), 1, patienceMs);
    QTest::qWait(0);
    QCOMPARE(m_desk->view().fieldInClear, QString());
}

QTEST_MAIN(TestDeskPlace)
#include "tst_deskplace.moc"
