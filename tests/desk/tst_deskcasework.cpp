// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"

#include <domain/caserules.h>

#include <QSignalSpy>
#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;
using namespace yichuang;
using desk::CounterPhase;
using test::await;
using test::DeskWorld;
using test::World;

namespace {

constexpr int patienceMs = 20000;

const domain::PlannedField *fieldOf(const desk::CounterView &view, const QString &id)
{
    for (const domain::PlannedField &field : view.plan.fields) {
        if (field.field.id == id)
            return &field;
    }
    return nullptr;
}

/** A text field of the plan that nothing fills by itself. */
QString freeField(const desk::CounterView &view)
{
    for (const domain::PlannedField &field : view.plan.fields) {
        if (field.field.type == domain::FieldType::Text && !field.prefilled && field.value.value.isEmpty())
            return field.field.id;
    }
    return {};
}

} // namespace

/** Items, life events, answers and fields of a draft. */
class TestDeskCasework : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(120); }
    void init();
    void cleanup() { m_desk.reset(); }
    void lifeEvents_data();
    void lifeEvents();
    void answersChangeParts();
    void changedAnswerBringsItsWaitingPartsBack();
    void oneUndoTakesBackAnAnswer();
    void handAddedItemsStay();
    void itemsComeAndGo();
    void unknownNames();
    void aSuspendedItemIsNotAdded();
    void scratchSurvives();
    void interruptedFieldIsNotMissing();
    void leftFieldIsACommand();
    void editsOfAFieldAreOneCommand();
    void undoAndRedo();
    void prefillNamesItsSource();
    void phoneOfTheFormIsTheApplicants();
    void draftIsContinued();
    void discard();
    void tokenExpiryKeepsTheDraft();
    void emptiedFieldSurvivesAnEnd();
    void typingThatIsNotKeptIsTold();
    void searchIsThere();

private:
    QString chooseEventWithFreeField();

    std::unique_ptr<World> m_world;
    std::unique_ptr<DeskWorld> m_desk;
};

void TestDeskCasework::init()
{
    m_desk = std::make_unique<DeskWorld>(*m_world);
    m_desk->enter();
    m_desk->place(0);
    m_desk->awaitListing();
}

QString TestDeskCasework::chooseEventWithFreeField()
{
    for (const domain::LifeEvent *event : m_world->catalogue().lifeEventsOn(m_world->clock.today())) {
        m_desk->counter->chooseLifeEvent(event->id);
        if (const QString field = freeField(m_desk->view()); !field.isEmpty())
            return field;
    }
    return {};
}

void TestDeskCasework::lifeEvents_data()
{
    QTest::addColumn<QString>("id");
    for (const domain::LifeEvent *event : m_world->catalogue().lifeEventsOn(m_world->clock.today()))
        QTest::newRow(qPrintable(event->id)) << event->id;
}

void TestDeskCasework::lifeEvents()
{
    QFETCH(QString, id);
    m_desk->counter->chooseLifeEvent(id);
    QVERIFY2(!m_desk->view().error, m_desk->view().error ? qPrintable(m_desk->view().error->detail) : "");
    const domain::Case now = m_desk->view().openCase;
    QCOMPARE(now.lifeEventId, id);
    QCOMPARE(m_desk->view().items.size(), now.parts.size());
    const domain::LifeEvent *event = m_world->catalogue().lifeEvent(id, m_world->clock.today());
    QCOMPARE(m_desk->view().lifeEventName, event->name);
    const auto steps = domain::selectSteps(m_world->catalogue(), *event, {}, m_world->clock.today());
    QCOMPARE(now.parts.size(), steps.size());
    for (qsizetype i = 0; i < steps.size(); ++i) {
        QCOMPARE(now.parts.at(i).itemId, steps.at(i).item->id);
        QStringList before;
        for (const domain::PartId &part : now.parts.at(i).dependsOn)
            before.append(now.part(part)->itemId);
        QCOMPARE(before, steps.at(i).dependsOnItems);
    }
    m_desk->awaitSaved();
    QCOMPARE(m_desk->stored(now.id).parts, now.parts);
    // An event that begins with a question has its items after the answer.
    QVERIFY(!now.parts.isEmpty() || !m_desk->view().plan.situations.isEmpty());
}

void TestDeskCasework::answersChangeParts()
{
    int changed = 0;
    for (const domain::LifeEvent *event : m_world->catalogue().lifeEventsOn(m_world->clock.today())) {
        m_desk->counter->chooseLifeEvent(event->id);
        const QList<domain::PlannedSituation> situations = m_desk->view().plan.situations;
        for (const domain::PlannedSituation &situation : situations) {
            QSet<QString> seen;
            for (const domain::SituationAnswer &answer : situation.situation.answers) {
                m_desk->counter->answer(situation.key, {answer.id});
                QVERIFY2(!m_desk->view().error, m_desk->view().error ? qPrintable(situation.key + m_desk->view().error->detail) : "");
                const domain::Case now = m_desk->view().openCase;
                const auto steps = domain::selectSteps(m_world->catalogue(), *event, now.answers, now.rulesDay);
                QStringList wanted;
                for (const domain::SelectedStep &step : steps)
                    wanted.append(step.item->id);
                QStringList parts;
                for (const domain::CasePart &part : now.parts)
                    parts.append(part.itemId);
                wanted.sort();
                parts.sort();
                QCOMPARE(parts, wanted);
                QVERIFY(domain::checkPartsFollowAnswers(m_world->catalogue(), now));
                seen.insert(parts.join(u' '));
            }
            changed += seen.size() > 1;
        }
    }
    QVERIFY2(changed > 0, "some answer of the demo's life events brings or takes an item");
    m_desk->awaitSaved();
}

void TestDeskCasework::changedAnswerBringsItsWaitingPartsBack()
{
    m_desk->counter->chooseLifeEvent(u"newborn"_s);
    const QString key = u"newborn/certificate-state"_s;
    m_desk->counter->answer(key, {u"none"_s});
    const QList<domain::CasePart> before = m_desk->view().openCase.parts;
    m_desk->counter->answer(key, {u"issued"_s});
    QCOMPARE(m_desk->view().openCase.parts.size(), before.size() - 1);
    m_desk->counter->answer(key, {u"none"_s});
    const QList<domain::CasePart> after = m_desk->view().openCase.parts;
    QCOMPARE(after.size(), before.size());
    for (qsizetype i = 0; i < after.size(); ++i) {
        QCOMPARE(after.at(i).itemId, before.at(i).itemId);
        QCOMPARE(after.at(i).dependsOn.size(), before.at(i).dependsOn.size());
        QVERIFY2(i == 0 || after.at(i).id == before.at(i).id, "a part that stayed keeps its id");
    }
    QVERIFY(domain::checkPartsFollowAnswers(m_world->catalogue(), m_desk->view().openCase));
    m_desk->awaitSaved();
}

void TestDeskCasework::oneUndoTakesBackAnAnswer()
{
    m_desk->counter->chooseLifeEvent(u"newborn"_s);
    const domain::Case before = m_desk->view().openCase;
    m_desk->counter->answer(u"newborn/certificate-state"_s, {u"issued"_s});
    const domain::Case answered = m_desk->view().openCase;
    QVERIFY(answered.parts != before.parts);
    m_desk->counter->undo();
    QCOMPARE(m_desk->view().openCase.answers, before.answers);
    QCOMPARE(m_desk->view().openCase.parts, before.parts);
    m_desk->counter->redo();
    QCOMPARE(m_desk->view().openCase.answers, answered.answers);
    QCOMPARE(m_desk->view().openCase.parts, answered.parts);
    m_desk->awaitSaved();
}

void TestDeskCasework::handAddedItemsStay()
{
    m_desk->counter->chooseLifeEvent(u"newborn"_s);
    const auto waits = [this](const QString &itemId) {
        const domain::Case &now = m_desk->view().openCase;
        QStringList found{u"not there"_s};
        for (const domain::CasePart &part : now.parts) {
            if (part.itemId != itemId)
                continue;
            found.clear();
            for (const domain::PartId &id : part.dependsOn)
                found.append(now.part(id)->itemId);
        }
        return found;
    };
    // An optional step of the event and an item of none.
    m_desk->counter->addItem(u"maternity-expenses"_s);
    QCOMPARE(waits(u"maternity-expenses"_s), QStringList{u"birth-medical-certificate"_s});
    const domain::LifeEvent *event = m_world->catalogue().lifeEvent(u"newborn"_s, m_world->clock.today());
    QStringList singles = m_world->simpleItems();
    singles.removeIf([&](const QString &id) {
        return std::any_of(event->steps.cbegin(), event->steps.cend(), [&](const domain::LifeEventStep &step) { return step.itemId == id; });
    });
    const QString single = singles.first();
    m_desk->counter->addItem(single);
    m_desk->counter->answer(u"newborn/certificate-state"_s, {u"issued"_s});
    QCOMPARE(waits(u"maternity-expenses"_s), QStringList());
    QCOMPARE(waits(single), QStringList());
    m_desk->counter->addItem(u"birth-medical-certificate"_s);
    QVERIFY2(m_desk->view().error, "an answer says it is not needed");
    QCOMPARE(m_desk->view().error->code, domain::FailureCode::CaseUnknownItem);
    QVERIFY(domain::checkPartsFollowAnswers(m_world->catalogue(), m_desk->view().openCase));
    m_desk->awaitSaved();
}

void TestDeskCasework::itemsComeAndGo()
{
    const QStringList items = m_world->simpleItems();
    m_desk->counter->addItem(items.at(0));
    m_desk->counter->addItem(items.at(1));
    QCOMPARE(m_desk->view().items.size(), 2);
    m_desk->counter->addItem(items.at(0));
    QVERIFY(m_desk->view().error);
    QCOMPARE(m_desk->view().error->code, domain::FailureCode::CaseDuplicateItem);
    QCOMPARE(m_desk->view().items.size(), 2);
    m_desk->counter->removeItem(m_desk->view().openCase.parts.first().id);
    QVERIFY(!m_desk->view().error);
    QCOMPARE(m_desk->view().items.size(), 1);
    QVERIFY(m_desk->view().items.first().expectedDue.isValid());
    m_desk->awaitSaved();
    QCOMPARE(m_desk->stored(m_desk->view().openCase.id).parts.size(), 1);
}

void TestDeskCasework::aSuspendedItemIsNotAdded()
{
    const QList<const domain::ServiceItem *> suspended = m_world->catalogue().suspendedOn(m_world->clock.today());
    QVERIFY(!suspended.isEmpty());
    m_desk->place(0);
    m_desk->counter->addItem(suspended.first()->id);
    QVERIFY(m_desk->view().error);
    QCOMPARE(m_desk->view().error->code, domain::FailureCode::CatalogueSuspended);
    QVERIFY(m_desk->view().openCase.parts.isEmpty());
}

void TestDeskCasework::unknownNames()
{
    const domain::Case before = m_desk->view().openCase;
    m_desk->counter->addItem(u"no such item"_s);
    QCOMPARE(m_desk->view().error->code, domain::FailureCode::CatalogueUnknownItem);
    m_desk->counter->chooseLifeEvent(u"no such event"_s);
    QCOMPARE(m_desk->view().error->code, domain::FailureCode::CatalogueUnknownEvent);
    m_desk->counter->removeItem(QUuid::createUuid());
    QVERIFY(m_desk->view().error);
    QCOMPARE(m_desk->view().openCase, before);
    m_desk->counter->addItem(m_world->simpleItems().first());
    QVERIFY2(!m_desk->view().error, "the next success clears the failure");
}

void TestDeskCasework::scratchSurvives()
{
    const QString field = chooseEventWithFreeField();
    QVERIFY(!field.isEmpty());
    m_desk->awaitSaved();
    const domain::CaseId id = m_desk->view().openCase.id;
    const QString text = u"半句示例"_s;
    for (qsizetype length = 1; length <= text.size(); ++length)
        m_desk->counter->typeField(field, text.left(length));
    QVERIFY(m_desk->view().hasUnsavedScratch);
    QVERIFY(!m_desk->view().openCase.fields.contains(field));
    QTRY_COMPARE(await(m_desk->store().loadCase(id))->scratch.value(field), text);
    m_desk->quit();
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, id, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(fieldOf(m_desk->view(), field), patienceMs);
    // Nobody presses a key: what was typed is in the case as if the field had been left.
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.fields.value(field).value, text, patienceMs);
    QCOMPARE(fieldOf(m_desk->view(), field)->value.value, text);
    QVERIFY(!m_desk->view().hasUnsavedScratch);
    QVERIFY(m_desk->view().canUndo);
    m_desk->awaitSaved();
    QCOMPARE(m_desk->stored(id).fields.value(field).value, text);
    QTRY_VERIFY(await(m_desk->store().loadCase(id))->scratch.isEmpty());
}

void TestDeskCasework::interruptedFieldIsNotMissing()
{
    QVERIFY(!chooseEventWithFreeField().isEmpty());
    const QDate today = m_world->deskClock.today();
    const auto isMissing = [this](const QString &id) {
        const QList<domain::Missing> &all = m_desk->view().plan.missing;
        return std::any_of(all.cbegin(), all.cend(), [&id](const domain::Missing &one) { return one.kind == domain::Missing::Kind::Field && one.target == id; });
    };
    const QList<domain::PlannedField> fields = m_desk->view().plan.fields;
    const auto asked = std::find_if(fields.cbegin(), fields.cend(), [&](const domain::PlannedField &one) {
        return one.field.required && one.field.type == domain::FieldType::Text && one.value.value.isEmpty() && domain::checkFieldValue(one.field, u"整词示例"_s, today);
    });
    QVERIFY(asked != fields.cend());
    const QString field = asked->field.id;
    QVERIFY(isMissing(field));
    m_desk->counter->typeField(field, u" 整词示例 "_s);
    m_desk->awaitSaved();
    const domain::CaseId id = m_desk->view().openCase.id;
    QTRY_VERIFY(await(m_desk->store().loadCase(id))->scratch.contains(field));
    m_desk->quit();
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, id, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(fieldOf(m_desk->view(), field), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!isMissing(field), patienceMs);
    QVERIFY(!fieldOf(m_desk->view(), field)->problem);
    QCOMPARE(m_desk->view().openCase.fields.value(field).value, u"整词示例"_s);
    QCOMPARE(m_desk->view().openCase.fields.value(field).source, domain::FieldSource::Operator);
    m_desk->awaitSaved();
    QTRY_VERIFY(await(m_desk->store().loadCase(id))->scratch.isEmpty());
}

void TestDeskCasework::leftFieldIsACommand()
{
    const QString field = chooseEventWithFreeField();
    m_desk->counter->typeField(field, u"值"_s);
    m_desk->counter->leaveField(field, u"值"_s);
    QCOMPARE(m_desk->view().openCase.fields.value(field).value, u"值"_s);
    QCOMPARE(m_desk->view().openCase.fields.value(field).source, domain::FieldSource::Operator);
    QVERIFY(!m_desk->view().hasUnsavedScratch);
    const qint64 revision = m_desk->view().openCase.revision;
    // Passing through without a change is no command.
    m_desk->counter->leaveField(field, u"值"_s);
    m_desk->counter->typeField(field, u"值"_s);
    m_desk->counter->leaveField(field, u"值"_s);
    QCOMPARE(m_desk->view().openCase.revision, revision);
    m_desk->counter->typeField(field, {});
    m_desk->counter->leaveField(field, {});
    QVERIFY(m_desk->view().openCase.fields.value(field).value.isEmpty());
    m_desk->awaitSaved();
    QTRY_VERIFY(await(m_desk->store().loadCase(m_desk->view().openCase.id))->scratch.isEmpty());
}

void TestDeskCasework::editsOfAFieldAreOneCommand()
{
    const QString field = chooseEventWithFreeField();
    const auto edits = [&] {
        const auto rows = *await(m_desk->store().timeline(m_desk->view().openCase.id));
        QStringList values;
        for (const store::TimelineRow &row : rows) {
            const auto *edit = std::get_if<domain::command::SetField>(&row.command.body);
            if (edit && edit->fieldId == field)
                values << edit->value.value;
        }
        return values;
    };
    // Faster than the store can answer: what is shown and what is stored still agree.
    for (const QString &value : {u"一"_s, u"二"_s, u"三"_s})
        m_desk->counter->leaveField(field, value);
    m_desk->awaitSaved();
    QVERIFY2(!m_desk->view().error, m_desk->view().error ? qPrintable(m_desk->view().error->detail) : "");
    QCOMPARE(edits(), QStringList{u"三"_s});
    QCOMPARE(m_desk->stored(m_desk->view().openCase.id), m_desk->view().openCase);
    m_desk->counter->undo();
    m_desk->counter->undo();
    m_desk->awaitSaved();
    QCOMPARE(edits(), QStringList{u"一"_s});
    m_desk->counter->redo();
    m_desk->counter->redo();
    m_desk->awaitSaved();
    QCOMPARE(edits(), QStringList{u"三"_s});
    // After a new start the journal is the same, and so is the next edit's place.
    const domain::CaseId id = m_desk->view().openCase.id;
    m_desk->quit();
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, id, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().timeline.isEmpty(), patienceMs);
    m_desk->counter->leaveField(field, u"四"_s);
    m_desk->awaitSaved();
    QCOMPARE(edits(), QStringList{u"四"_s});
    QCOMPARE(m_desk->view().openCase.fields.value(field).changedBy, u"clerk01"_s);
    QCOMPARE(m_desk->stored(id), m_desk->view().openCase);
}

void TestDeskCasework::undoAndRedo()
{
    QVERIFY(!m_desk->view().canUndo);
    const QString field = chooseEventWithFreeField();
    m_desk->counter->leaveField(field, u"一"_s);
    m_desk->counter->leaveField(field, u"二"_s);
    QVERIFY(m_desk->view().canUndo);
    QVERIFY(!m_desk->view().canRedo);
    m_desk->counter->undo();
    QCOMPARE(m_desk->view().openCase.fields.value(field).value, u"一"_s);
    m_desk->counter->undo();
    QVERIFY(m_desk->view().openCase.fields.value(field).value.isEmpty());
    m_desk->counter->redo();
    m_desk->counter->redo();
    QCOMPARE(m_desk->view().openCase.fields.value(field).value, u"二"_s);
    QVERIFY(!m_desk->view().canRedo);
    m_desk->counter->redo();
    m_desk->counter->undo();
    m_desk->counter->leaveField(field, u"三"_s);
    QVERIFY2(!m_desk->view().canRedo, "a new edit ends what could be done again");
    for (int i = 0; i < 50 && m_desk->view().canUndo; ++i)
        m_desk->counter->undo();
    QVERIFY(!m_desk->view().canUndo);
    QVERIFY2(!m_desk->view().error, m_desk->view().error ? qPrintable(m_desk->view().error->detail) : "");
    QVERIFY(m_desk->view().openCase.parts.isEmpty());
    QVERIFY(m_desk->view().openCase.applicant);
    m_desk->awaitSaved();
}

void TestDeskCasework::prefillNamesItsSource()
{
    int prefilled = 0;
    for (const domain::LifeEvent *event : m_world->catalogue().lifeEventsOn(m_world->clock.today())) {
        m_desk->counter->newCase();
        m_desk->place(m_desk->placeOf(event->id));
        m_desk->awaitListing();
        m_desk->counter->chooseLifeEvent(event->id);
        for (const domain::PlannedField &field : m_desk->view().plan.fields) {
            if (!field.prefilled)
                continue;
            ++prefilled;
            QVERIFY(!field.value.value.isEmpty());
            // A constant of the form has no source but its name.
            const bool named = field.value.source != domain::FieldSource::None || !field.value.sourceRef.isEmpty();
            QVERIFY2(named && field.value.source != domain::FieldSource::Operator, qPrintable(field.field.id));
        }
    }
    QVERIFY(prefilled > 10);
}

void TestDeskCasework::phoneOfTheFormIsTheApplicants()
{
    QVERIFY(m_desk->view().openCase.applicant->phone.isEmpty());
    const auto takesPhone = [](const domain::PlannedField &field) { return field.field.prefill.contains(u"card.phone"_s); };
    for (const QString &item : m_world->simpleItems()) {
        m_desk->counter->addItem(item);
        const QList<domain::PlannedField> &fields = m_desk->view().plan.fields;
        if (std::any_of(fields.cbegin(), fields.cend(), takesPhone))
            break;
    }
    const QList<domain::PlannedField> fields = m_desk->view().plan.fields;
    const auto field = std::find_if(fields.cbegin(), fields.cend(), takesPhone);
    QVERIFY(field != fields.cend());
    m_desk->counter->leaveField(field->field.id, u"12"_s); // no number: asked for again in its place
    QVERIFY(m_desk->view().openCase.applicant->phone.isEmpty());
    m_desk->counter->leaveField(field->field.id, u"13900000001"_s);
    QCOMPARE(m_desk->view().openCase.applicant->phone, u"13900000001"_s);
    QCOMPARE(m_desk->view().openCase.fields.value(field->field.id).value, u"13900000001"_s);
    // A number that is there already is not overwritten: the form may name another one on purpose.
    m_desk->counter->leaveField(field->field.id, u"13900000002"_s);
    QCOMPARE(m_desk->view().openCase.applicant->phone, u"13900000001"_s);
    m_desk->counter->undo();
    m_desk->counter->undo();
    QVERIFY2(m_desk->view().openCase.applicant->phone.isEmpty(), "one step back takes field and phone");
}

void TestDeskCasework::draftIsContinued()
{
    m_desk->counter->addItem(m_world->simpleItems().first());
    m_desk->awaitSaved();
    const domain::Case draft = m_desk->view().openCase;
    m_desk->quit();
    m_desk->enter(u"clerk02"_s);
    QTest::qWait(200);
    QVERIFY2(m_desk->view().openCase.id.isNull(), "a colleague does not get my draft");
    m_desk->quit();
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase, draft, patienceMs);
    QCOMPARE(m_desk->view().phase, CounterPhase::Draft);
}

void TestDeskCasework::discard()
{
    m_desk->awaitSaved();
    const domain::CaseId id = m_desk->view().openCase.id;
    m_desk->counter->discardDraft(u"withdrawn by the applicant"_s);
    QCOMPARE(m_desk->view().phase, CounterPhase::Idle);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(id).stage, domain::CaseStage::Discarded, patienceMs);
}

void TestDeskCasework::tokenExpiryKeepsTheDraft()
{
    const QString field = chooseEventWithFreeField();
    m_desk->counter->typeField(field, u"半"_s);
    m_desk->awaitSaved();
    const domain::Case draft = m_desk->view().openCase;
    m_world->clock.advance(31 * 60 * 1000);
    m_desk->counter->refreshCertificates();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->signIn->state(), desk::EntryState::SignedOut, patienceMs);
    QCOMPARE(m_desk->signIn->error()->code, domain::FailureCode::TokenExpired);
    QVERIFY2(m_desk->view().openCase.id.isNull(), "nobody's case shows while nobody is signed in");
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, draft.id, patienceMs);
    m_desk->awaitListing();
    QCOMPARE(m_desk->view().openCase.parts, draft.parts);
    QCOMPARE(fieldOf(m_desk->view(), field)->value.value, u"半"_s);
}

void TestDeskCasework::emptiedFieldSurvivesAnEnd()
{
    const QString field = chooseEventWithFreeField();
    m_desk->counter->typeField(field, u"abc"_s);
    m_desk->counter->leaveField(field, u"abc"_s);
    m_desk->awaitSaved();
    const domain::CaseId id = m_desk->view().openCase.id;
    m_desk->counter->typeField(field, {});
    QTRY_VERIFY_WITH_TIMEOUT(await(m_desk->store().loadCase(id))->scratch.contains(field), patienceMs);
    m_desk->quit();
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, id, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(fieldOf(m_desk->view(), field), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.fields.value(field).value, QString(), patienceMs);
    QVERIFY(!m_desk->view().hasUnsavedScratch);
    m_desk->awaitSaved();
    QCOMPARE(m_desk->stored(id).fields.value(field).value, QString());
    QTRY_VERIFY_WITH_TIMEOUT(await(m_desk->store().loadCase(id))->scratch.isEmpty(), patienceMs);
}

void TestDeskCasework::typingThatIsNotKeptIsTold()
{
    m_desk->quit();
    auto broken = std::make_shared<std::atomic<bool>>(false);
    m_desk->failStatement = [broken] { return broken->load(); };
    m_desk->enter();
    m_desk->place(0);
    m_desk->awaitListing();
    const QString field = chooseEventWithFreeField();
    m_desk->awaitSaved();
    *broken = true;
    m_desk->counter->typeField(field, u"abc"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().error, patienceMs);
    QCOMPARE(m_desk->view().error->code, domain::FailureCode::StoreFailed);
    *broken = false;
    m_desk->counter->typeField(field, u"abcd"_s);
    QTRY_COMPARE_WITH_TIMEOUT(await(m_desk->store().loadCase(m_desk->view().openCase.id))->scratch.value(field), u"abcd"_s, patienceMs);
}

void TestDeskCasework::searchIsThere()
{
    QTRY_VERIFY(!m_desk->counter->search({}, {}).isEmpty());
    const domain::ServiceItem *item = m_world->catalogue().itemsOn(m_world->clock.today()).first();
    QCOMPARE(m_desk->counter->search(item->name, {}).first().id, item->id);
}

QTEST_MAIN(TestDeskCasework)
#include "tst_deskcasework.moc"
