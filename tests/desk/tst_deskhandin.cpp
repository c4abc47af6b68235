// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace yichuang;
using desk::CounterPhase;
using domain::FailureCode;
using domain::MaterialWay;
using domain::PartState;
using test::await;
using test::DeskWorld;
using test::World;

namespace {
constexpr int patienceMs = 30000;
} // namespace

/** What follows after receipt: corrections and deferred materials, with and without the exchange. */
class TestDeskHandIn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(120); }
    void init();
    void cleanup() { m_desk.reset(); }
    void correction_data();
    void correction();
    void typedTextGoesWithTheAnswer();
    void typedTextGoesWithTheAnswerFromTheCases();
    void whatDoesNotFitWaitsAtTheDesk();
    void whatDoesNotFitHoldsBackTheAnswer_data();
    void whatDoesNotFitHoldsBackTheAnswer();
    void certificatesNeedNotBeListedAgain();
    void deferredMaterial();
    void nothingIsOpenOtherwise();
    void someoneElsesCase();
    void applicantsCardStaysWithTheCase();
    void anotherCardAsks();
    void typedAnswerIsKept();
    void editsWhileF9IsSaved();
    void cardBeforeSignIn();
    void twoReaders();
    void cardWhileF9IsSaved();
    void anAnswerComesBackWithWhatItWasToBring();

private:
    /** A newborn's case taken by this desk and accepted at the exchange. */
    domain::CaseId receive();
    /** A case with one material that follows later. */
    domain::CaseId receiveDeferring();
    domain::CaseId receiveComplete();
    /** The department of the first free part asks for a correction, and the desk has heard of it. */
    domain::PartId askCorrection(const domain::CaseId &id);
    /** A material of the open case that takes this way. */
    QString materialWith(MaterialWay way, bool fresh = true, const QString &except = {}) const;
    /** The last text field of the open form. */
    QString textField() const;
    /** The first required phone number of the open form. */
    QString phoneField() const;
    QString missing() const { return domain::describeMissing(m_desk->view().handIn.corrections.first().missing); }
    void openForHandIn(const domain::CaseId &id);
    /** Nobody has a draft there that comes back at sign-in. */
    void inAFreshCity();
    QString scan(const QString &name = u"复印件.pdf"_s);

    QTemporaryDir m_folder;
    std::unique_ptr<World> m_world;
    std::unique_ptr<DeskWorld> m_desk;
};

void TestDeskHandIn::init()
{
    m_world->network.setDown(false);
    m_desk = std::make_unique<DeskWorld>(*m_world);
    m_desk->enter();
}

void TestDeskHandIn::inAFreshCity()
{
    m_desk.reset();
    m_world = std::make_unique<World>(120);
    init();
}

QString TestDeskHandIn::scan(const QString &name)
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("%PDF-1.7 " + name.toUtf8()) < 0)
        qFatal("no scan");
    return path;
}

QString TestDeskHandIn::materialWith(MaterialWay way, bool fresh, const QString &except) const
{
    for (const domain::PlannedMaterial &material : m_desk->view().plan.materials) {
        const auto now = m_desk->view().openCase.materials.constFind(material.key);
        const bool other = now == m_desk->view().openCase.materials.cend() || now->way != way;
        if (material.ways.contains(way) && material.produces.isEmpty() && (other || !fresh) && material.key != except)
            return material.key;
    }
    return {};
}

domain::CaseId TestDeskHandIn::receive()
{
    m_desk->counter->newCase();
    m_desk->place(m_desk->placeOf(u"newborn"_s));
    m_desk->awaitListing();
    m_desk->counter->chooseLifeEvent(u"newborn"_s);
    if (!m_desk->completeByDesk())
        qFatal("the case does not get complete");
    return receiveComplete();
}

domain::CaseId TestDeskHandIn::receiveDeferring()
{
    m_desk->place(0);
    m_desk->awaitListing();
    const QList<const domain::ServiceItem *> items = m_world->catalogue().itemsOn(m_world->clock.today());
    for (const domain::ServiceItem *item : items) {
        if (item->acceptance.by != domain::Acceptance::By::Window)
            continue;
        m_desk->counter->addItem(item->id);
        if (!materialWith(MaterialWay::Deferred).isEmpty() && m_desk->completeByDesk() && !materialWith(MaterialWay::Deferred).isEmpty())
            break;
        m_desk->counter->removeItem(m_desk->view().openCase.parts.last().id);
    }
    const QString key = materialWith(MaterialWay::Deferred);
    if (key.isEmpty())
        qFatal("nothing may be deferred");
    m_desk->counter->satisfyMaterial(key, MaterialWay::Deferred, {}, m_world->deskClock.today().addDays(10));
    return receiveComplete();
}

domain::CaseId TestDeskHandIn::receiveComplete()
{
    m_desk->counter->receive();
    const domain::CaseId id = m_desk->view().openCase.id;
    const auto accepted = [&] {
        const QList<domain::CasePart> parts = m_desk->stored(id).parts;
        return std::all_of(parts.cbegin(), parts.cend(), [](const domain::CasePart &part) { return part.state == PartState::Accepted; });
    };
    if (!QTest::qWaitFor(accepted, patienceMs))
        qFatal("the case was not accepted");
    return id;
}

domain::PartId TestDeskHandIn::askCorrection(const domain::CaseId &id)
{
    const QList<domain::CasePart> parts = m_desk->stored(id).parts;
    int place = 0;
    while (place < parts.size() && !parts.at(place).dependsOn.isEmpty())
        ++place;
    const domain::PartId partId = parts.at(place).id;
    if (!m_world->review(id, place, remote::ReviewVerb::Take) || !m_world->review(id, place, remote::ReviewVerb::AskCorrection))
        qFatal("no correction could be asked");
    if (!QTest::qWaitFor([&] { return m_desk->stored(id).part(partId)->state == PartState::CorrectionAsked; }, patienceMs))
        qFatal("the desk does not hear of the correction");
    return partId;
}

void TestDeskHandIn::openForHandIn(const domain::CaseId &id)
{
    m_desk->counter->newCase();
    m_desk->counter->openDraft(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().phase, CounterPhase::HandingIn, patienceMs);
    m_desk->awaitListing();
}

void TestDeskHandIn::correction_data()
{
    QTest::addColumn<bool>("online");
    QTest::newRow("online") << true;
    QTest::newRow("offline") << false;
}

void TestDeskHandIn::correction()
{
    QFETCH(bool, online);
    const domain::CaseId id = receive();
    const domain::PartId partId = askCorrection(id);
    if (!online) {
        m_world->network.setDown(true);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->sync->view().connection, desk::Connection::Offline, patienceMs);
    }
    openForHandIn(id);
    QCOMPARE(m_desk->view().handIn.corrections.size(), 1);
    QCOMPARE(m_desk->view().handIn.corrections.first().partId, partId);
    QVERIFY(!m_desk->view().handIn.corrections.first().points.isEmpty());
    QVERIFY(m_desk->view().edits.fields);
    const QString file = materialWith(MaterialWay::FileAttached, false);
    const QString paper = materialWith(MaterialWay::OriginalSeen, true, file);
    QVERIFY(!file.isEmpty() && !paper.isEmpty());
    const auto files = [this, &file] { return m_desk->view().openCase.materials.value(file).files; };
    m_desk->counter->attachFiles(file, {scan()});
    QTRY_COMPARE_WITH_TIMEOUT(files().size(), 1, patienceMs);
    // What was received is not taken back; a better scan comes first, and then the old one goes.
    const QString first = files().first().id;
    m_desk->counter->removeFile(file, first);
    QCOMPARE(files().size(), 1);
    m_desk->counter->attachFiles(file, {scan(u"清晰复印件.pdf"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(files().size(), 2, patienceMs);
    m_desk->counter->removeFile(file, first);
    QCOMPARE(files().size(), 1);
    QCOMPARE(files().first().name, u"清晰复印件.pdf"_s);
    m_desk->counter->satisfyMaterial(paper, MaterialWay::OriginalSeen, {}, {});
    QVERIFY2(!m_desk->view().error, m_desk->view().error ? qPrintable(m_desk->view().error->detail) : "");
    m_desk->counter->answerCorrection(partId, u"已重新提供"_s);
    QVERIFY(!m_desk->view().error);
    // Nothing else was asked for: the receipt shows again.
    QCOMPARE(m_desk->view().phase, CounterPhase::Received);
    QVERIFY(!m_desk->view().canUndo);
    if (!online) {
        m_desk->awaitSaved();
        QVERIFY(m_world->truth(id)->part(partId)->state == PartState::CorrectionAsked);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->sync->view().waiting >= 3, patienceMs);
        m_world->network.setDown(false);
        m_desk->sync->retryNow();
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_world->truth(id)->part(partId)->correction->answeredAt.isValid(), patienceMs);
    const domain::Case there = *m_world->truth(id);
    QCOMPARE(there.materials.value(file).way, MaterialWay::FileAttached);
    QCOMPARE(there.materials.value(file).files.size(), 1);
    QCOMPARE(there.materials.value(file).files.first().name, u"清晰复印件.pdf"_s);
    QCOMPARE(there.materials.value(paper).way, MaterialWay::OriginalSeen);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(id), *m_world->truth(id), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase, *m_world->truth(id), patienceMs);
    // The file itself went along.
    QVERIFY(test::await(m_world->direct(u"super01"_s)->attachment(there.materials.value(file).files.first().id)).has_value());
}

void TestDeskHandIn::typedTextGoesWithTheAnswer()
{
    const domain::CaseId id = receive();
    const domain::PartId partId = askCorrection(id);
    openForHandIn(id);
    const QString fieldId = textField();
    m_desk->counter->typeField(fieldId, u"改正示例"_s);
    m_desk->counter->leaveField(fieldId, u"改正示例"_s);
    m_desk->counter->typeField(fieldId, u"再改示例"_s);
    m_desk->counter->answerCorrection(partId, u"已改正"_s);
    QVERIFY2(!m_desk->view().error, m_desk->view().error ? qPrintable(m_desk->view().error->detail) : "");
    QTRY_VERIFY_WITH_TIMEOUT(m_world->truth(id)->part(partId)->correction->answeredAt.isValid(), patienceMs);
    QCOMPARE(m_world->truth(id)->fields.value(fieldId).value, u"再改示例"_s);
    QVERIFY(!m_desk->view().hasUnsavedScratch);
    // Answered is answered: the form is shut again.
    m_desk->counter->leaveField(fieldId, u"too late"_s);
    QCOMPARE(m_desk->view().openCase.fields.value(fieldId).value, u"再改示例"_s);
}

QString TestDeskHandIn::textField() const
{
    QString fieldId;
    for (const domain::PlannedField &planned : m_desk->view().plan.fields) {
        if (planned.field.type == domain::FieldType::Text)
            fieldId = planned.field.id;
    }
    if (fieldId.isEmpty())
        qFatal("the form has no text field");
    return fieldId;
}

void TestDeskHandIn::typedTextGoesWithTheAnswerFromTheCases()
{
    const domain::CaseId id = receive();
    const domain::PartId partId = askCorrection(id);
    openForHandIn(id);
    const QString fieldId = textField();
    QSignalSpy opened(m_desk->cases.get(), &desk::CaseDesk::caseOpened);
    QSignalSpy failed(m_desk->cases.get(), &desk::CaseDesk::failed);
    m_desk->cases->openCase(id);
    QTRY_VERIFY_WITH_TIMEOUT(!opened.isEmpty(), patienceMs);
    // Text that the case cannot take holds the answer back: nothing goes, and nothing is lost.
    const QString tooLong(2001, u'例');
    m_desk->counter->typeField(fieldId, tooLong);
    m_desk->cases->answerCorrection(partId, u"已改正"_s);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patienceMs);
    QCOMPARE(m_desk->stored(id).part(partId)->state, PartState::CorrectionAsked);
    QCOMPARE(test::await(m_desk->store().loadCase(id))->scratch.value(fieldId), tooLong);
    m_desk->counter->typeField(fieldId, u"只打了一半"_s);
    m_desk->cases->answerCorrection(partId, u"已改正"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->truth(id)->part(partId)->correction->answeredAt.isValid(), patienceMs);
    QCOMPARE(m_world->truth(id)->fields.value(fieldId).value, u"只打了一半"_s);
    QCOMPARE(failed.size(), 1);
    QVERIFY(test::await(m_desk->store().loadCase(id))->scratch.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().phase, CounterPhase::Received, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().hasUnsavedScratch, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(id), *m_world->truth(id), patienceMs);
}

QString TestDeskHandIn::phoneField() const
{
    for (const domain::PlannedField &planned : m_desk->view().plan.fields) {
        if (planned.field.type == domain::FieldType::Phone && planned.field.required)
            return planned.field.id;
    }
    qFatal("the form asks for no phone number");
}

/** An edit after receipt is sent at once, and the exchange takes no half number: it stays here, is told, and is gone on with. */
void TestDeskHandIn::whatDoesNotFitWaitsAtTheDesk()
{
    const domain::CaseId id = receive();
    const domain::PartId partId = askCorrection(id);
    openForHandIn(id);
    const QString phone = phoneField();
    const domain::FieldValue received = m_desk->view().openCase.fields.value(phone);
    QCOMPARE(missing(), QString());
    const auto planned = [&] {
        const QList<domain::PlannedField> &fields = m_desk->view().plan.fields;
        return *std::find_if(fields.cbegin(), fields.cend(), [&](const domain::PlannedField &field) { return field.field.id == phone; });
    };
    m_desk->counter->typeField(phone, u"1"_s);
    QVERIFY2(!planned().problem && missing().isEmpty(), "it is being typed still");
    for (const QString &text : {u"13"_s, QString()}) {
        m_desk->counter->typeField(phone, text);
        m_desk->counter->leaveField(phone, text);
        QCOMPARE(planned().value.value, text);
        QVERIFY(planned().problem);
        QCOMPARE(missing(), u"field:"_s + phone);
        QCOMPARE(m_desk->view().openCase.fields.value(phone), received);
        m_desk->counter->answerCorrection(partId, u"已改正"_s);
        QCOMPARE(m_desk->view().error->code, domain::FailureCode::CaseMaterialsMissing);
        QCOMPARE(m_desk->view().openCase.part(partId)->state, PartState::CorrectionAsked);
    }
    // Neither save nor the way to another case and back sends it, nor the program's end.
    m_desk->counter->typeField(phone, u"139"_s);
    m_desk->counter->leaveField(phone, u"139"_s);
    m_desk->counter->saveNow();
    m_desk->awaitSaved();
    m_desk->quit();
    m_desk->enter();
    openForHandIn(id);
    QCOMPARE(planned().value.value, u"139"_s);
    QCOMPARE(missing(), u"field:"_s + phone);
    QCOMPARE(m_desk->stored(id).fields.value(phone), received);
    QCOMPARE(m_world->truth(id)->fields.value(phone), received);
    // Who answers at once has left the field as well.
    m_desk->counter->typeField(phone, u"1390000"_s);
    m_desk->counter->answerCorrection(partId, u"已改正"_s);
    QCOMPARE(m_desk->view().error->code, domain::FailureCode::CaseMaterialsMissing);
    QCOMPARE(m_desk->view().error->detail, u"field:"_s + phone);
    m_desk->counter->typeField(phone, u"13900000001"_s);
    m_desk->counter->leaveField(phone, u"13900000001"_s);
    QVERIFY(!planned().problem);
    QCOMPARE(missing(), QString());
    QVERIFY(!m_desk->view().hasUnsavedScratch);
    m_desk->counter->answerCorrection(partId, u"已改正"_s);
    QVERIFY(!m_desk->view().error);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->truth(id)->part(partId)->correction->answeredAt.isValid(), patienceMs);
    QCOMPARE(m_world->truth(id)->fields.value(phone).value, u"13900000001"_s);
    QVERIFY(test::await(m_desk->store().loadCase(id))->scratch.isEmpty());
}

void TestDeskHandIn::whatDoesNotFitHoldsBackTheAnswer_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sent");
    QTest::newRow("half a number") << u"13"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("a number among blanks") << u" 13900000001 "_s << u"13900000001"_s;
}

/** The page of cases sends what was typed at the counter along, and by the same rule. */
void TestDeskHandIn::whatDoesNotFitHoldsBackTheAnswer()
{
    QFETCH(QString, text);
    QFETCH(QString, sent);
    const domain::CaseId id = receive();
    const domain::PartId partId = askCorrection(id);
    openForHandIn(id);
    const QString phone = phoneField();
    const domain::FieldValue received = m_desk->view().openCase.fields.value(phone);
    m_desk->counter->typeField(phone, text);
    desk::CaseDetail seen;
    QSignalSpy failed(m_desk->cases.get(), &desk::CaseDesk::failed);
    connect(m_desk->cases.get(), &desk::CaseDesk::caseOpened, this, [&](const desk::CaseDetail &detail) { seen = detail; });
    m_desk->cases->openCase(id);
    QTRY_COMPARE_WITH_TIMEOUT(seen.handIn.corrections.size(), 1, patienceMs);
    QCOMPARE(domain::describeMissing(seen.handIn.corrections.first().missing), sent.isEmpty() ? u"field:"_s + phone : QString());
    m_desk->cases->answerCorrection(partId, u"已改正"_s);
    if (sent.isEmpty()) {
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patienceMs);
        QCOMPARE(failed.first().at(1).value<domain::Error>().code, domain::FailureCode::CaseMaterialsMissing);
        QCOMPARE(m_desk->stored(id).part(partId)->state, PartState::CorrectionAsked);
        QCOMPARE(m_desk->stored(id).fields.value(phone), received);
        QCOMPARE(test::await(m_desk->store().loadCase(id))->scratch.value(phone), text);
    } else {
        QTRY_VERIFY_WITH_TIMEOUT(m_world->truth(id)->part(partId)->correction->answeredAt.isValid(), patienceMs);
        QCOMPARE(m_world->truth(id)->fields.value(phone).value, sent);
        QVERIFY(failed.isEmpty());
    }
    m_desk->cases->disconnect(this);
}

/** The exchange knows the certificates of the case, whether the applicant came along with their card or not. */
void TestDeskHandIn::certificatesNeedNotBeListedAgain()
{
    const domain::CaseId id = receive();
    const domain::PartId partId = askCorrection(id);
    m_world->network.setScript([](const QByteArray &, const QByteArray &path) {
        return path.startsWith("/api/v1/certificate-listings") ? test::Fault{test::Fault::Kind::Refuse, 0} : test::Fault();
    });
    const auto back = qScopeGuard([this] { m_world->network.setScript({}); });
    m_desk->quit();
    // What was kept of the listing is not usable any more.
    m_world->deskClock.aheadMs += qint64(2) * 24 * 3600 * 1000;
    const auto clock = qScopeGuard([this] { m_world->deskClock.aheadMs -= qint64(2) * 24 * 3600 * 1000; });
    m_desk->enter();
    m_desk->counter->newCase();
    m_desk->counter->openDraft(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().phase, CounterPhase::HandingIn, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().handIn.corrections.isEmpty() && m_desk->view().listing != desk::ListingState::Loading, patienceMs);
    QVERIFY(m_desk->view().certificates.isEmpty());
    const auto &given = m_desk->view().openCase.materials;
    QVERIFY(std::any_of(given.cbegin(), given.cend(), [](const domain::MaterialState &one) { return one.way == MaterialWay::Certificate; }));
    QCOMPARE(missing(), QString());
    m_desk->counter->answerCorrection(partId, u"已改正"_s);
    QVERIFY(!m_desk->view().error);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->truth(id)->part(partId)->correction->answeredAt.isValid(), patienceMs);
}

void TestDeskHandIn::deferredMaterial()
{
    const domain::CaseId id = receiveDeferring();
    openForHandIn(id);
    QCOMPARE(m_desk->view().handIn.deferred.size(), 1);
    const desk::DeferredView awaited = m_desk->view().handIn.deferred.first();
    QVERIFY(!awaited.name.isEmpty() && awaited.due.isValid());
    QVERIFY(!m_desk->view().edits.fields);
    QCOMPARE(m_desk->view().edits.materials, QSet<QString>{awaited.key});
    const QString other = materialWith(MaterialWay::OriginalSeen, true, awaited.key);
    const domain::Case before = m_desk->view().openCase;
    m_desk->counter->satisfyMaterial(other, MaterialWay::OriginalSeen, {}, {});
    m_desk->counter->attachFiles(other, {scan()});
    QCOMPARE(m_desk->view().openCase, before);
    m_desk->counter->satisfyMaterial(awaited.key, MaterialWay::OriginalSeen, {}, {});
    QVERIFY(!m_desk->view().error);
    QCOMPARE(m_desk->view().phase, CounterPhase::Received);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->truth(id)->materials.value(awaited.key).way, MaterialWay::OriginalSeen, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(id), *m_world->truth(id), patienceMs);
}

void TestDeskHandIn::nothingIsOpenOtherwise()
{
    const domain::CaseId id = receive();
    m_desk->counter->newCase();
    m_desk->counter->openDraft(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, id, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().phase, CounterPhase::Received, patienceMs);
    const domain::Case before = m_desk->view().openCase;
    m_desk->counter->satisfyMaterial(materialWith(MaterialWay::OriginalSeen, false), MaterialWay::OriginalSeen, {}, {});
    m_desk->counter->answerCorrection(before.parts.first().id, u"x"_s);
    m_desk->counter->typeField(m_desk->view().plan.fields.first().field.id, u"x"_s);
    QCOMPARE(m_desk->view().openCase, before);
    QVERIFY(!m_desk->view().hasUnsavedScratch);
    QVERIFY(!m_desk->view().error);
}

void TestDeskHandIn::someoneElsesCase()
{
    const domain::CaseId id = receive();
    askCorrection(id);
    desk::CaseDetail seen;
    connect(m_desk->cases.get(), &desk::CaseDesk::caseOpened, this, [&](const desk::CaseDetail &detail) { seen = detail; });
    m_desk->cases->openCase(id);
    QTRY_COMPARE_WITH_TIMEOUT(seen.handIn.corrections.size(), 1, patienceMs);
    m_desk->cases->closeCase();
    m_desk->signIn->signOut();
    m_desk->enter(u"clerk02"_s);
    seen = {};
    m_desk->cases->openCase(id);
    QTRY_COMPARE_WITH_TIMEOUT(seen.whole.id, id, patienceMs);
    QVERIFY(!seen.handIn.isOpen());
    m_desk->cases->disconnect(this);
}

void TestDeskHandIn::applicantsCardStaysWithTheCase()
{
    const domain::CaseId id = receive();
    askCorrection(id);
    openForHandIn(id);
    m_desk->place(m_desk->placeOf(u"newborn"_s));
    QCOMPARE(m_desk->view().openCase.id, id);
    QVERIFY(m_desk->view().cardPresent);
    m_desk->awaitListing();
    QCOMPARE(m_desk->view().phase, CounterPhase::HandingIn);
}

void TestDeskHandIn::anotherCardAsks()
{
    const domain::CaseId id = receive();
    askCorrection(id);
    openForHandIn(id);
    m_desk->place(m_desk->placeOf(u"newborn"_s) == 1 ? 2 : 1);
    QVERIFY2(m_desk->view().newcomer, "an open hand-in is not thrown away unasked");
    QCOMPARE(m_desk->view().openCase.id, id);
    QCOMPARE(m_desk->view().phase, CounterPhase::HandingIn);
    m_desk->counter->resolveNewcomer(desk::NewcomerChoice::Ignore);
    QCOMPARE(m_desk->view().openCase.id, id);
    m_desk->place(m_desk->placeOf(u"newborn"_s) == 1 ? 2 : 1);
    m_desk->counter->resolveNewcomer(desk::NewcomerChoice::NewCase);
    QVERIFY(m_desk->view().openCase.id != id);
    QCOMPARE(m_desk->view().phase, CounterPhase::Draft);
    m_desk->awaitListing();
}

void TestDeskHandIn::typedAnswerIsKept()
{
    const domain::CaseId id = receive();
    const domain::PartId partId = askCorrection(id);
    openForHandIn(id);
    QCOMPARE(m_desk->view().handIn.corrections.first().note, QString());
    m_desk->counter->typeAnswer(partId, u"只打了一半"_s);
    const QString fieldId = textField();
    m_desk->counter->typeField(fieldId, u"改正示例"_s);
    // Leaving carries the field into the case; the answer waits.
    openForHandIn(id);
    QCOMPARE(m_desk->view().openCase.fields.value(fieldId).value, u"改正示例"_s);
    QCOMPARE(m_desk->view().handIn.corrections.first().note, u"只打了一半"_s);
    m_desk->counter->typeAnswer(partId, u"只打了一半又一点"_s);
    m_desk->quit();
    m_desk->enter();
    openForHandIn(id);
    QCOMPARE(m_desk->view().handIn.corrections.first().note, u"只打了一半又一点"_s);
    QVERIFY(!m_desk->view().hasUnsavedScratch);
    m_desk->counter->answerCorrection(partId, u"已改正"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->truth(id)->part(partId)->correction->answeredAt.isValid(), patienceMs);
    QVERIFY(test::await(m_desk->store().loadCase(id))->scratch.isEmpty());
}

void TestDeskHandIn::editsWhileF9IsSaved()
{
    m_desk->place(m_desk->placeOf(u"newborn"_s));
    m_desk->awaitListing();
    m_desk->counter->chooseLifeEvent(u"newborn"_s);
    QVERIFY(m_desk->completeByDesk());
    const QString key = materialWith(MaterialWay::OriginalSeen, false);
    const QString fieldId = m_desk->view().plan.fields.first().field.id;
    m_desk->counter->receive();
    QCOMPARE(m_desk->view().phase, CounterPhase::Receiving);
    const domain::Case before = m_desk->view().openCase;
    m_desk->counter->leaveField(fieldId, u"too late"_s);
    m_desk->counter->satisfyMaterial(key, MaterialWay::OriginalSeen, u"too late"_s, {});
    m_desk->counter->setApplicantPhone(u"13800000009"_s);
    m_desk->counter->attachFiles(key, {scan()});
    QCOMPARE(m_desk->view().openCase, before);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().phase, CounterPhase::Received, patienceMs);
    QVERIFY2(!m_desk->view().error, m_desk->view().error ? qPrintable(m_desk->view().error->detail) : "");
    const domain::CaseId id = m_desk->view().openCase.id;
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().openCase.number.isEmpty(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(id), *m_world->truth(id), patienceMs);
}

void TestDeskHandIn::cardBeforeSignIn()
{
    inAFreshCity();
    m_desk->signIn->signOut();
    m_desk->place(0);
    QVERIFY(m_desk->view().openCase.id.isNull());
    m_desk->place(1); // the next one's; the first was taken up again
    m_desk->enter();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().openCase.applicant, patienceMs);
    QCOMPARE(m_desk->view().openCase.applicant->number, m_desk->card(1).number);
    QVERIFY(m_desk->view().cardPresent);
    m_desk->awaitListing();
    // A card that was taken away again is nobody's.
    m_desk->counter->newCase();
    m_desk->signIn->signOut();
    m_desk->place(2);
    m_desk->counter->cardTaken();
    m_desk->enter();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().openCase.applicant, patienceMs); // the last draft comes back
    QCOMPARE(m_desk->view().openCase.applicant->number, m_desk->card(1).number);
    QVERIFY(!m_desk->view().newcomer);
}

void TestDeskHandIn::twoReaders()
{
    inAFreshCity();
    const auto lay = [this](int place, int reader) {
        device::CardReading reading;
        reading.card = m_desk->card(place);
        m_desk->counter->takeCard(reading, reader);
    };
    m_desk->signIn->signOut();
    lay(4, 1);
    // Another card leaves the other reader; the one that waits lies where it lay.
    m_desk->counter->cardTaken(2);
    m_desk->enter();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().openCase.applicant && m_desk->view().openCase.applicant->number == m_desk->card(4).number, patienceMs);
    m_desk->awaitListing();
    QVERIFY(m_desk->view().cardPresent);
    lay(5, 2);
    QVERIFY(m_desk->view().newcomer);
    m_desk->counter->cardTaken(2);
    QVERIFY2(m_desk->view().cardPresent, "the applicant's card still lies on the first reader");
    m_desk->counter->resolveNewcomer(desk::NewcomerChoice::NewCase);
    QVERIFY2(!m_desk->view().cardPresent, "the newcomer took theirs off before the clerk answered");
    lay(5, 2);
    QVERIFY(m_desk->view().cardPresent);
    m_desk->counter->cardTaken(1);
    QVERIFY(m_desk->view().cardPresent);
    m_desk->counter->cardTaken(2);
    QVERIFY(!m_desk->view().cardPresent);
    m_desk->awaitListing();
}

void TestDeskHandIn::cardWhileF9IsSaved()
{
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->counter->addItem(m_world->simpleItems().first());
    QVERIFY(m_desk->completeByDesk());
    const domain::CaseId id = m_desk->view().openCase.id;
    QSignalSpy received(m_desk->counter.get(), &desk::CounterDesk::caseReceived);
    m_desk->counter->receive();
    m_desk->place(1);
    QCOMPARE(m_desk->view().openCase.id, id);
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), 1, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().openCase.id != id, patienceMs);
    QCOMPARE(m_desk->view().openCase.applicant->number, m_desk->card(1).number);
    QCOMPARE(m_desk->stored(id).stage == domain::CaseStage::Draft, false);
}

/** The new paper is refused for itself: the one answer that there is does not go without it. */
void TestDeskHandIn::anAnswerComesBackWithWhatItWasToBring()
{
    inAFreshCity();
    const domain::CaseId id = receive();
    const domain::PartId part = askCorrection(id);
    openForHandIn(id);
    m_world->network.setDown(true);
    const QString key = materialWith(MaterialWay::FileAttached);
    m_desk->counter->attachFiles(key, {scan()});
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.materials.value(key).way, MaterialWay::FileAttached, patienceMs);
    m_desk->counter->answerCorrection(part, u"已补正"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->stored(id).part(part)->state != PartState::CorrectionAsked, patienceMs);
    const auto waiting = await(m_desk->store().outbox(10));
    QCOMPARE(waiting->size(), 2);
    QVERIFY(await(m_desk->store().markRefused(waiting->first().command.id, {FailureCode::FileKindRefused, {}, false})));
    QCOMPARE(await(m_desk->store().waitingCount()).value(), 0);
    QCOMPARE(m_desk->stored(id).part(part)->state, PartState::CorrectionAsked);
    m_world->network.setDown(false);
    QTest::qWait(200);
    QCOMPARE(m_world->truth(id)->part(part)->state, PartState::CorrectionAsked);
}

QTEST_MAIN(TestDeskHandIn)
#include "tst_deskhandin.moc"
