// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <app/hands.h>
#include <app/realworld.h>

#include <QCoroTask>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace yichuang;
using domain::PartState;
using Kind = domain::Missing::Kind;

/**
 * The whole product: a desktop on a real keychain, a card simulator on a pty, an exchange over TLS in a process of its own.
 * YICHUANG_SYSTEM_FOLDER keeps what was written, for the search for people's data.
 */
class TestSystem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cardIsRead();
    void caseIsReceived();
    void departmentDecides();
    void decisionIsKept();
    void cleanupTestCase();

private:
    QTemporaryDir m_temporary;
    QString m_folder;
    std::unique_ptr<testing::RealWorld> m_world;
    std::unique_ptr<testing::Hands> m_hands;
    domain::CaseId m_case;
};

void TestSystem::initTestCase()
{
    m_folder = qEnvironmentVariable("YICHUANG_SYSTEM_FOLDER", m_temporary.path());
    m_world = std::make_unique<testing::RealWorld>(m_folder);
    QCOMPARE(m_world->start(), QString());
    m_hands = std::make_unique<testing::Hands>(m_world->options(), m_world->secret());
    QCOMPARE(m_hands->start(), QString());
    QCoro::waitFor(m_hands->stage().driver.activate());
    QCoro::waitFor(app::typeSignIn(&m_hands->stage()));
    QCOMPARE(m_hands->fault(), QString());
}

void TestSystem::cardIsRead()
{
    app::Stage &stage = m_hands->stage();
    m_world->placeCard(m_world->card(5));
    QTRY_VERIFY_WITH_TIMEOUT(stage.view().listing == desk::ListingState::Ready, 20000);
    QVERIFY(stage.view().openCase.applicant);
    QCOMPARE(stage.view().openCase.applicant->number, m_world->card(5).number);
    QVERIFY(!stage.view().certificates.isEmpty());
    m_case = stage.openCase();
}

void TestSystem::caseIsReceived()
{
    app::Stage &stage = m_hands->stage();
    const QStringList scans{m_folder + u"/front.png"_s, m_folder + u"/back.png"_s};
    QPixmap page(210, 297);
    for (const QString &scan : scans) {
        page.fill(scan == scans.first() ? Qt::white : Qt::lightGray);
        QVERIFY(page.save(scan));
    }
    m_hands->setPages(scans);
    QCoro::waitFor(app::chooseByInitials(&stage, u"social-security-card-application"_s, false));
    QTRY_VERIFY(!stage.view().items.isEmpty());
    QCoro::waitFor(app::fillWhatIsMissing(&stage, {Kind::Answer, Kind::Field, Kind::Material}));
    QCOMPARE(m_hands->fault(), QString());
    QCoro::waitFor(stage.driver.press(Qt::Key_F9));
    QTRY_COMPARE(stage.view().phase, desk::CounterPhase::Received);
    const auto there = QCoro::waitFor(stage.facts.atExchange(m_case, [](const domain::Case &now) { return !now.number.isEmpty(); }));
    QVERIFY(!there.number.isEmpty());
    QCOMPARE(there.parts.size(), stage.view().items.size());
    QTRY_COMPARE(stage.view().openCase.number, there.number);
}

void TestSystem::departmentDecides()
{
    app::Stage &stage = m_hands->stage();
    const auto there = QCoro::waitFor(stage.facts.atExchange(m_case, [](const domain::Case &now) {
        return !now.parts.isEmpty() && now.parts.first().state == PartState::Accepted;
    }));
    QVERIFY(!there.parts.isEmpty());
    QCOMPARE(there.parts.first().state, PartState::Accepted);
    wire::ReviewAction action;
    action.opinion = u"予以办理"_s;
    action.resultName = there.parts.first().itemName;
    const domain::PartId part = there.parts.first().id;
    const QString wrong = QCoro::waitFor(stage.facts.review(part, there.parts.first().departmentId, remote::ReviewVerb::Approve, action));
    QCOMPARE(wrong, QString());
    QTRY_VERIFY_WITH_TIMEOUT(stage.view().openCase.part(part) && stage.view().openCase.part(part)->state == PartState::Approved, 20000);
}

void TestSystem::decisionIsKept()
{
    // The same desktop, started again: key from the keychain, case from the encrypted store.
    app::Stage &stage = m_hands->stage();
    QVERIFY(stage.program.restart());
    QCoro::waitFor(stage.driver.activate());
    QCoro::waitFor(app::typeSignIn(&stage));
    QCOMPARE(m_hands->fault(), QString());
    const auto stored = QCoro::waitFor(stage.facts.inStore(m_case, [](const store::StoredCase &) { return true; }));
    QCOMPARE(stored.current.id, m_case);
    QVERIFY(!stored.current.parts.isEmpty());
    QCOMPARE(stored.current.parts.first().state, PartState::Approved);
}

void TestSystem::cleanupTestCase()
{
    m_hands.reset();
    m_world.reset();
}

QTEST_MAIN(TestSystem)
#include "tst_system.moc"
