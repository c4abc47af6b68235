// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"

using namespace Qt::StringLiterals;
using namespace yichuang;
using desk::FileState;
using domain::FailureCode;
using test::await;
using test::DeskWorld;
using test::World;

namespace {

constexpr int patienceMs = 20000;
constexpr auto filesPath = "POST /api/v1/certificate-files";

} // namespace

/** The annotated copy of a certificate at the desk: by the right of the pull, on record, kept for its case, never half shown. */
class TestDeskFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(120); }
    void init();
    void cleanup();
    void onlyWithFaceData();
    void openedByTheItemsRight();
    void openedOnConsent();
    void eachOpeningIsOnRecord();
    void noRecordNoFile();
    void keptForThisCaseWhileOffline();
    void keptOutlivesTheProgram();
    void notKeptBeyondItsTime();
    void offlineWithNothingKept();
    void refusalCountsForWhatIsKept();
    void consentOutlivesTheProgram();
    void withoutARightOnlyWhatIsKept();
    void answerForAClosedFile();
    void goesWithItsCase();

private:
    /** Opens the retirement case of its person and waits until a certificate's face data is there; that certificate. */
    QString pulledByItem();
    QString pulledByConsent();
    void awaitFile(FileState state);
    [[nodiscard]] const desk::CertificateFileView &file() const { return m_desk->view().file; }
    [[nodiscard]] QString textOfFile() const;
    /** The exchange's records of this case, asked as its supervisor. */
    QList<wire::LookupRecord> lookups();
    [[nodiscard]] const domain::CertificateSummary *summaryOf(const QString &identifier) const;

    std::unique_ptr<World> m_world;
    std::unique_ptr<DeskWorld> m_desk;
    std::atomic<bool> m_failStatements = false;
};

void TestDeskFile::init()
{
    m_failStatements = false;
    m_desk = std::make_unique<DeskWorld>(*m_world);
    m_desk->failStatement = [this] { return m_failStatements.load(); };
    m_desk->enter();
}

void TestDeskFile::cleanup()
{
    m_world->network.setDown(false);
    m_world->network.setScript({});
    m_desk.reset();
}

QString TestDeskFile::pulledByItem()
{
    m_desk->place(m_desk->placeOf(u"retirement"_s));
    m_desk->awaitListing();
    m_desk->counter->chooseLifeEvent(u"retirement"_s);
    QString identifier;
    const auto there = [&] {
        for (const desk::CertificateView &view : m_desk->view().certificates) {
            if (view.hasFace && view.usedByItems > 0)
                identifier = view.summary.identifier;
        }
        return !identifier.isEmpty();
    };
    if (!QTest::qWaitFor(there, patienceMs))
        qFatal("no face data was pulled");
    m_desk->awaitSaved();
    return identifier;
}

QString TestDeskFile::pulledByConsent()
{
    m_desk->place(0);
    m_desk->awaitListing();
    const QString identifier = m_desk->view().certificates.last().summary.identifier;
    m_desk->counter->pullWithConsent(identifier);
    if (!QTest::qWaitFor([&] { return m_desk->view().openedCertificate.has_value(); }, patienceMs))
        qFatal("no face data was pulled");
    return identifier;
}

void TestDeskFile::awaitFile(FileState state)
{
    QTRY_VERIFY2_WITH_TIMEOUT(file().state == state, qPrintable(file().error ? domain::failureText(file().error->code) : QString::number(int(file().state))), patienceMs);
}

QString TestDeskFile::textOfFile() const
{
    QStringList lines;
    for (const document::Sheet &sheet : file().sheets) {
        for (const document::TextRun &run : sheet.runs)
            lines << run.text;
    }
    return lines.join(u'\n');
}

QList<wire::LookupRecord> TestDeskFile::lookups()
{
    const auto page = await(m_desk->client->findLookups({{}, m_desk->view().openCase.id.toString(QUuid::WithoutBraces)}));
    return page ? page->lookups : QList<wire::LookupRecord>();
}

const domain::CertificateSummary *TestDeskFile::summaryOf(const QString &identifier) const
{
    for (const desk::CertificateView &view : m_desk->view().certificates) {
        if (view.summary.identifier == identifier)
            return &view.summary;
    }
    return nullptr;
}

void TestDeskFile::onlyWithFaceData()
{
    m_desk->place(0);
    m_desk->awaitListing();
    const int before = m_world->network.count(filesPath);
    m_desk->counter->openFile(m_desk->view().certificates.first().summary.identifier);
    m_desk->counter->openFile(u"none of theirs"_s);
    QCOMPARE(file().state, FileState::Closed);
    QCOMPARE(m_world->network.count(filesPath), before);
    QVERIFY(await(m_desk->store().auditToSend(u"clerk01"_s, 10))->isEmpty());
}

void TestDeskFile::openedByTheItemsRight()
{
    const QString identifier = pulledByItem();
    m_desk->counter->openFile(identifier);
    QCOMPARE(file().state, FileState::Loading);
    awaitFile(FileState::Ready);
    QCOMPARE(file().identifier, identifier);
    QVERIFY(!file().error);
    const domain::Case &open = m_desk->view().openCase;
    const domain::CertificateSummary *summary = summaryOf(identifier);
    const QString text = textOfFile();
    QVERIFY(text.startsWith(summary->typeName));
    const QList<wire::LookupRecord> records = lookups();
    const wire::LookupRecord &last = records.last();
    QVERIFY2(text.contains(last.purpose->reason), "the purpose stands across the copy");
    QVERIFY2(text.contains(last.id.toString(QUuid::WithoutBraces)), "and so does the number of the record");
    QCOMPARE(last.kind, wire::LookupKind::File);
    QCOMPARE(last.outcome, wire::LookupOutcome::Answered);
    QCOMPARE(last.operatorId, u"clerk01"_s);
    QCOMPARE(last.personId, open.applicant->personId);
    QCOMPARE(last.purpose->consent, domain::UsePurpose::Consent::ItemRequires);
    QCOMPARE(last.purpose->caseId, open.id.toString(QUuid::WithoutBraces));
    QVERIFY(std::any_of(open.parts.begin(), open.parts.end(), [&](const domain::CasePart &part) { return part.itemId == last.purpose->itemId; }));
    QCOMPARE(last.found.first().typeId, summary->typeId);
    const auto kept = await(m_desk->store().certificateFile(open.id, identifier));
    QVERIFY(kept && kept->content.startsWith("%PDF-"));
    QCOMPARE(kept->usableUntil, file().usableUntil);
    QVERIFY(file().usableUntil > m_world->deskClock.now());
}

void TestDeskFile::openedOnConsent()
{
    const QString identifier = pulledByConsent();
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Ready);
    const wire::LookupRecord last = lookups().last();
    QCOMPARE(last.kind, wire::LookupKind::File);
    QCOMPARE(last.purpose->consent, domain::UsePurpose::Consent::ExplicitConsent);
    QVERIFY(last.purpose->itemId.isEmpty());
}

void TestDeskFile::eachOpeningIsOnRecord()
{
    const QString identifier = pulledByItem();
    const QString typeId = summaryOf(identifier)->typeId;
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Ready);
    m_desk->counter->closeFile();
    QCOMPARE(file(), desk::CertificateFileView());
    // The record must be there before the network is asked, so it is there without any.
    QTRY_VERIFY_WITH_TIMEOUT(await(m_desk->store().auditToSend(u"clerk01"_s, 10))->isEmpty(), patienceMs);
    m_world->network.setDown(true);
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Kept);
    const auto waiting = await(m_desk->store().auditToSend(u"clerk01"_s, 10));
    QCOMPARE(waiting->size(), 1);
    QCOMPARE(waiting->first().action, u"reveal"_s);
    QCOMPARE(waiting->first().subject, u"file:"_s + typeId);
    QCOMPARE(waiting->first().caseId, m_desk->view().openCase.id.toString(QUuid::WithoutBraces));
}

void TestDeskFile::noRecordNoFile()
{
    const QString identifier = pulledByItem();
    const int before = m_world->network.count(filesPath);
    m_failStatements = true;
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Failed);
    m_failStatements = false;
    QCOMPARE(file().error->code, FailureCode::StoreFailed);
    QVERIFY(file().sheets.isEmpty());
    QCOMPARE(m_world->network.count(filesPath), before);
}

void TestDeskFile::keptForThisCaseWhileOffline()
{
    const QString identifier = pulledByItem();
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Ready);
    const auto sheets = file().sheets;
    const QDateTime fetchedAt = file().fetchedAt;
    m_desk->counter->closeFile();
    m_world->network.setDown(true);
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Kept);
    QCOMPARE(file().sheets, sheets);
    QCOMPARE(file().fetchedAt.toMSecsSinceEpoch(), fetchedAt.toMSecsSinceEpoch());
    QVERIFY(file().error && file().error->retryable);
    // Another case of the same person has nothing of it.
    m_desk->counter->newCase();
    m_desk->place(m_desk->placeOf(u"retirement"_s));
    m_desk->awaitListing();
    QCOMPARE(m_desk->view().listing, desk::ListingState::Cached);
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Failed);
    QCOMPARE(file().error->code, FailureCode::ConsentRequired);
    QVERIFY(file().sheets.isEmpty());
}

void TestDeskFile::keptOutlivesTheProgram()
{
    const QString identifier = pulledByItem();
    const domain::CaseId id = m_desk->view().openCase.id;
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Ready);
    const auto sheets = file().sheets;
    m_desk->quit();
    m_desk->enter();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().openCase.id == id && !m_desk->view().certificates.isEmpty(), patienceMs);
    // Nobody's card and no consent of this start: what is kept is shown, and nothing is asked for.
    const int before = m_world->network.count(filesPath);
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Kept);
    QCOMPARE(file().sheets, sheets);
    QVERIFY(!file().error);
    QCOMPARE(m_world->network.count(filesPath), before);
}

void TestDeskFile::notKeptBeyondItsTime()
{
    const QString identifier = pulledByItem();
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Ready);
    const QDateTime until = file().usableUntil;
    m_desk->counter->closeFile();
    m_world->network.setDown(true);
    const qint64 ms = m_world->deskClock.now().msecsTo(until);
    m_world->deskClock.aheadMs += ms;
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Offline);
    m_world->deskClock.aheadMs -= ms;
}

void TestDeskFile::offlineWithNothingKept()
{
    const QString identifier = pulledByItem();
    m_world->network.setDown(true);
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Offline);
    QVERIFY(file().error && file().error->retryable);
    m_world->network.setDown(false);
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Ready);
}

/** The exchange no longer gives it: then the copy of before is not shown either, though it stays. */
void TestDeskFile::refusalCountsForWhatIsKept()
{
    const QString identifier = pulledByConsent();
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Ready);
    m_desk->counter->closeFile();
    // The case turns out to be another clerk's: what is asked for in its name is refused from now on.
    domain::CaseCommand opening = m_desk->session->makeCommand(m_desk->view().openCase.id, {}, domain::Case().revision, domain::command::OpenCase{m_world->clock.today()});
    opening.actor = test::actorOf(World::clerk(u"clerk02"_s));
    const auto sent = await(m_world->direct(u"clerk02"_s)->push({{opening}}));
    QVERIFY(sent);
    QCOMPARE(sent->results.first().outcome, wire::CommandOutcome::Applied);
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Failed);
    QCOMPARE(file().error->code, FailureCode::ConsentRequired);
    QVERIFY(file().sheets.isEmpty());
    QVERIFY(await(m_desk->store().certificateFile(m_desk->view().openCase.id, identifier)));
}

/** The holder agreed for this case: their word counts in its draft after a restart, and in no other case. */
void TestDeskFile::consentOutlivesTheProgram()
{
    const QString identifier = pulledByConsent();
    const domain::CaseId id = m_desk->view().openCase.id;
    m_desk->quit();
    m_desk->enter();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().openCase.id == id && !m_desk->view().certificates.isEmpty(), patienceMs);
    QVERIFY(m_desk->view().holderAbsent);
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Ready);
    const wire::LookupRecord last = lookups().last();
    QCOMPARE(last.kind, wire::LookupKind::File);
    QCOMPARE(last.purpose->consent, domain::UsePurpose::Consent::ExplicitConsent);
    m_world->network.setDown(true);
    m_desk->counter->newCase();
    m_desk->place(0);
    m_desk->awaitListing();
    QCOMPARE(m_desk->view().listing, desk::ListingState::Cached);
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Failed);
    QCOMPARE(file().error->code, FailureCode::ConsentRequired);
}

void TestDeskFile::withoutARightOnlyWhatIsKept()
{
    const QString identifier = pulledByItem();
    const domain::CaseId id = m_desk->view().openCase.id;
    m_desk->quit();
    m_desk->enter();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().openCase.id == id && !m_desk->view().certificates.isEmpty(), patienceMs);
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Failed);
    QCOMPARE(file().error->code, FailureCode::ConsentRequired);
}

void TestDeskFile::answerForAClosedFile()
{
    const QString identifier = pulledByItem();
    m_world->network.setScript([](const QByteArray &, const QByteArray &path) {
        return path.endsWith("/certificate-files") ? test::Fault{test::Fault::Kind::SlowAnswer, 300} : test::Fault{};
    });
    const int before = m_world->network.count(filesPath);
    m_desk->counter->openFile(identifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->network.count(filesPath) > before, patienceMs);
    m_desk->counter->closeFile();
    QTest::qWait(600);
    QCOMPARE(file().state, FileState::Closed);
    QVERIFY(file().sheets.isEmpty());
}

void TestDeskFile::goesWithItsCase()
{
    const QString identifier = pulledByItem();
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Ready);
    m_desk->signIn->signOut();
    QTRY_COMPARE_WITH_TIMEOUT(file().state, FileState::Closed, patienceMs);
    m_desk->enter();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().certificates.isEmpty(), patienceMs);
    QCOMPARE(file().state, FileState::Closed);
    m_desk->counter->openFile(identifier);
    awaitFile(FileState::Kept);
    m_desk->counter->newCase();
    QCOMPARE(file(), desk::CertificateFileView());
}

QTEST_MAIN(TestDeskFile)
#include "tst_deskfile.moc"
