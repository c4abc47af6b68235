// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"

using namespace Qt::StringLiterals;
using namespace yichuang;
using domain::MaterialStatus;
using domain::MaterialWay;
using test::await;
using test::DeskWorld;
using test::World;

namespace {

constexpr int patienceMs = 20000;

const domain::PlannedMaterial *materialOf(const desk::CounterView &view, const QString &key)
{
    for (const domain::PlannedMaterial &material : view.plan.materials) {
        if (material.key == key)
            return &material;
    }
    return nullptr;
}

} // namespace

/** Materials and certificates of an open case. */
class TestDeskEvidence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(120); }
    void init();
    void cleanup() { m_desk.reset(); }
    void eachWay_data();
    void eachWay();
    void certificateIsProposedAndPulled();
    void certificateDetail();
    void consentPull();

private:
    /** Adds items until one asks for a material that may be satisfied this way; its key. */
    QString materialFor(MaterialWay way);

    std::unique_ptr<World> m_world;
    std::unique_ptr<DeskWorld> m_desk;
};

void TestDeskEvidence::init()
{
    m_desk = std::make_unique<DeskWorld>(*m_world);
    m_desk->enter();
    m_desk->place(0);
    m_desk->awaitListing();
}

QString TestDeskEvidence::materialFor(MaterialWay way)
{
    const QList<const domain::ServiceItem *> items = m_world->catalogue().itemsOn(m_world->clock.today());
    for (const domain::ServiceItem *item : items) {
        m_desk->counter->addItem(item->id);
        for (const domain::PlannedMaterial &material : m_desk->view().plan.materials) {
            const bool open = material.ways.contains(way) && material.status == MaterialStatus::Missing;
            if (open)
                return material.key;
        }
        if (!m_desk->view().openCase.parts.isEmpty())
            m_desk->counter->removeItem(m_desk->view().openCase.parts.last().id);
    }
    return {};
}

void TestDeskEvidence::eachWay_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("trust");
    QTest::newRow("original seen") << int(MaterialWay::OriginalSeen) << int(MaterialStatus::OriginalSeen) << int(domain::TrustLevel::B);
    QTest::newRow("self-made") << int(MaterialWay::SelfMade) << int(MaterialStatus::SelfMade) << int(domain::TrustLevel::D);
    QTest::newRow("promise") << int(MaterialWay::Promise) << int(MaterialStatus::Promised) << int(domain::TrustLevel::D);
    QTest::newRow("deferred") << int(MaterialWay::Deferred) << int(MaterialStatus::Deferred) << int(domain::TrustLevel::D);
}

void TestDeskEvidence::eachWay()
{
    QFETCH(int, way);
    QFETCH(int, status);
    QFETCH(int, trust);
    const QString key = materialFor(MaterialWay(way));
    QVERIFY2(!key.isEmpty(), "the demo catalogue has a material of this way");
    const QDate due = MaterialWay(way) == MaterialWay::Deferred ? m_world->clock.today().addDays(10) : QDate();
    m_desk->counter->satisfyMaterial(key, MaterialWay(way), u"note"_s, due);
    QVERIFY2(!m_desk->view().error, m_desk->view().error ? qPrintable(m_desk->view().error->detail) : "");
    QCOMPARE(int(materialOf(m_desk->view(), key)->status), status);
    m_desk->awaitSaved();
    const domain::MaterialState kept = m_desk->stored(m_desk->view().openCase.id).materials.value(key);
    QCOMPARE(int(kept.way), way);
    QCOMPARE(int(kept.trust), trust);
    QCOMPARE(kept.note, u"note"_s);
    QCOMPARE(kept.due, due);
    QCOMPARE(kept.by, u"clerk01"_s);
    QCOMPARE(kept.originals, MaterialWay(way) == MaterialWay::OriginalSeen ? 1 : 0);
    m_desk->counter->undo();
    QCOMPARE(materialOf(m_desk->view(), key)->status, MaterialStatus::Missing);
    m_desk->counter->redo();
    QCOMPARE(int(materialOf(m_desk->view(), key)->status), status);
    m_desk->counter->clearMaterial(key);
    QCOMPARE(materialOf(m_desk->view(), key)->status, MaterialStatus::Missing);
    m_desk->awaitSaved();
    QVERIFY(!m_desk->stored(m_desk->view().openCase.id).materials.contains(key));
}

void TestDeskEvidence::certificateIsProposedAndPulled()
{
    // The story's person has what their life event asks for.
    m_desk->counter->newCase();
    m_desk->place(m_desk->placeOf(u"retirement"_s));
    m_desk->awaitListing();
    const int before = m_world->network.count("POST /api/v1/certificate-pulls");
    m_desk->counter->chooseLifeEvent(u"retirement"_s);
    QVERIFY(!m_desk->view().openCase.parts.isEmpty());
    QString key;
    for (const domain::PlannedMaterial &material : m_desk->view().plan.materials) {
        if (material.status == MaterialStatus::FromCertificate)
            key = material.key;
    }
    QVERIFY2(!key.isEmpty(), "a certificate satisfies a material by itself");
    QTRY_VERIFY_WITH_TIMEOUT(m_world->network.count("POST /api/v1/certificate-pulls") > before, patienceMs);
    const QString identifier = materialOf(m_desk->view(), key)->certificateIdentifier;
    const auto faceThere = [&] {
        for (const desk::CertificateView &view : m_desk->view().certificates) {
            if (view.summary.identifier == identifier)
                return view.hasFace && view.usedByItems > 0;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(faceThere(), patienceMs);
    m_desk->counter->useCertificate(key, identifier);
    m_desk->awaitSaved();
    QCOMPARE(m_desk->stored(m_desk->view().openCase.id).materials.value(key).certificateIdentifier, identifier);
    QCOMPARE(m_desk->view().certificates.first().usedByItems > 0, true);
}

/** Without an item that asks for it there is a summary and no face data. */
void TestDeskEvidence::certificateDetail()
{
    const int before = m_world->network.count("POST /api/v1/certificate-pulls");
    const QString identifier = m_desk->view().certificates.first().summary.identifier;
    m_desk->counter->openCertificate(identifier);
    QVERIFY(m_desk->view().openedCertificate);
    QCOMPARE(m_desk->view().openedCertificate->summary.identifier, identifier);
    QCOMPARE(m_world->network.count("POST /api/v1/certificate-pulls"), before);
    m_desk->counter->closeCertificate();
    QVERIFY(!m_desk->view().openedCertificate);
    m_desk->counter->openCertificate(u"no such"_s);
    QVERIFY(!m_desk->view().openedCertificate);
}

void TestDeskEvidence::consentPull()
{
    QString identifier;
    QString typeId;
    for (const desk::CertificateView &view : m_desk->view().certificates) {
        if (!view.usable)
            continue;
        identifier = view.summary.identifier;
        typeId = view.summary.typeId;
    }
    QVERIFY(!identifier.isEmpty());
    m_desk->counter->pullWithConsent(u"none of theirs"_s);
    m_world->network.setDown(true);
    m_desk->counter->pullWithConsent(identifier);
    // The record names the type of the certificate, and never the certificate.
    const auto waiting = await(m_desk->store().auditToSend(u"clerk01"_s, 10));
    QCOMPARE(waiting->size(), 1);
    QCOMPARE(waiting->first().action, u"consent"_s);
    QCOMPARE(waiting->first().subject, typeId);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().error, patienceMs);
    m_world->network.setDown(false);
    m_desk->counter->pullWithConsent(identifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().openedCertificate, patienceMs);
    QCOMPARE(m_desk->view().openedCertificate->summary.identifier, identifier);
    QVERIFY(!m_desk->view().openedCertificate->number.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(await(m_desk->store().auditToSend(u"clerk01"_s, 10))->isEmpty(), patienceMs);
    // What cannot be put on record is not shown in full, and not opened again.
    m_desk->sync.reset();
    m_desk->cases.reset();
    m_desk->session->setStore({});
    m_desk->counter->revealCertificate();
    QTRY_VERIFY(m_desk->view().error);
    QVERIFY(!m_desk->view().contentsRevealed);
    m_desk->counter->closeCertificate();
    m_desk->counter->openCertificate(identifier);
    QTRY_VERIFY(m_desk->view().error);
    QCOMPARE(m_desk->view().error->code, domain::FailureCode::StoreClosed);
    QVERIFY(!m_desk->view().openedCertificate->fetchedAt.isValid());
}

QTEST_MAIN(TestDeskEvidence)
#include "tst_deskevidence.moc"
