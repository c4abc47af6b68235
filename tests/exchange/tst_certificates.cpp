// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "exchangefixture.h"

#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;
using Consent = domain::UsePurpose::Consent;

/** Listing and pulling: who may, what comes, what stays on record. */
class CertificatesTest : public QObject
{
    Q_OBJECT

    static domain::UsePurpose purpose(Consent consent = Consent::HolderPresent, const QString &itemId = {}, const QString &caseId = {})
    {
        return {u"apply-item"_s, itemId, caseId, u"窗口办理"_s, consent};
    }
    wire::ListingRequest request(int place) const
    {
        const domain::IdCard card = m_fixture->card(place);
        return {{card.documentKind(), card.number, card.name}, purpose()};
    }
    QList<wire::LookupRecord> records() { return m_fixture->certificates.lookups(ExchangeFixture::with(domain::Role::Auditor), {})->lookups; }
    QString identifierOf(const wire::ListingAnswer &listing, const QString &typeId, domain::Relation relation) const
    {
        for (const auto &certificate : listing.certificates) {
            if (certificate.typeId == typeId && certificate.relation == relation)
                return certificate.identifier;
        }
        return {};
    }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ExchangeFixture>(60); }
    void cleanup() { m_fixture.reset(); }

    void motherFindsHerChildsCertificateMasked()
    {
        const auto listing = m_fixture->certificates.list(ExchangeFixture::clerk(), request(0));
        QVERIFY2(listing, listing ? "" : qPrintable(domain::failureText(listing.error().code)));
        const QString identifier = identifierOf(*listing, u"birth-medical-certificate"_s, domain::Relation::Child);
        QVERIFY(!identifier.isEmpty());
        for (const auto &certificate : listing->certificates) {
            QVERIFY(!certificate.typeName.isEmpty());
            if (certificate.relation != domain::Relation::Self)
                QVERIFY2(certificate.holderName.contains(u'*'), "only the holder present is named in full");
        }
        const auto rows = records();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().id, listing->lookupId);
        QCOMPARE(rows.first().personId, listing->personId);
    }
    void refusedListings_data()
    {
        QTest::addColumn<domain::Role>("role");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("category");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("recorded");
        QTest::newRow("unknown number") << domain::Role::Clerk << u"99010119900101001X"_s << u"apply-item"_s << u"SVC-010"_s << 1;
        QTest::newRow("no purpose") << domain::Role::Clerk << QString() << QString() << u"SVC-008"_s << 0;
        QTest::newRow("purpose unknown") << domain::Role::Clerk << QString() << u"curiosity"_s << u"SVC-008"_s << 0;
        QTest::newRow("reviewer") << domain::Role::Reviewer << QString() << u"apply-item"_s << u"AUTH-005"_s << 0;
        QTest::newRow("auditor") << domain::Role::Auditor << QString() << u"apply-item"_s << u"AUTH-005"_s << 0;
    }
    void refusedListings()
    {
        QFETCH(domain::Role, role);
        QFETCH(QString, number);
        QFETCH(QString, category);
        QFETCH(QString, code);
        QFETCH(int, recorded);
        auto asked = request(0);
        asked.purpose->category = category;
        if (!number.isEmpty())
            asked.holder.number = number;
        const auto listing = m_fixture->certificates.list(ExchangeFixture::with(role), asked);
        QVERIFY(!listing);
        QCOMPARE(domain::failureText(listing.error().code), code);
        QCOMPARE(records().size(), recorded);
    }
    void aNumberWithAnotherNameOpensNothing()
    {
        auto asked = request(0);
        asked.holder.name = u"别人示例"_s;
        const auto listing = m_fixture->certificates.list(ExchangeFixture::clerk(), asked);
        QVERIFY(!listing);
        QCOMPARE(domain::failureText(listing.error().code), u"SVC-010"_s);
    }
    void pulls_data()
    {
        QTest::addColumn<Consent>("consent");
        QTest::addColumn<QString>("item");
        QTest::addColumn<QString>("caseId");
        QTest::addColumn<QString>("code");
        const QString caseId = u"0191f2a0-0000-7000-8000-000000000001"_s;
        QTest::newRow("item asks") << Consent::ItemRequires << u"birth-registration"_s << caseId << QString();
        QTest::newRow("consent") << Consent::ExplicitConsent << QString() << QString() << QString();
        QTest::newRow("item does not ask") << Consent::ItemRequires << u"disabled-free-bus"_s << caseId << u"SVC-009"_s;
        QTest::newRow("item without case") << Consent::ItemRequires << u"birth-registration"_s << QString() << u"SVC-009"_s;
        QTest::newRow("only present") << Consent::HolderPresent << u"birth-registration"_s << caseId << u"SVC-009"_s;
    }
    void pulls()
    {
        QFETCH(Consent, consent);
        QFETCH(QString, item);
        QFETCH(QString, caseId);
        QFETCH(QString, code);
        const auto listing = m_fixture->certificates.list(ExchangeFixture::clerk(), request(0));
        const QString identifier = identifierOf(*listing, u"birth-medical-certificate"_s, domain::Relation::Child);
        const auto pulled = m_fixture->certificates.pull(ExchangeFixture::clerk(), {listing->personId, {identifier, u"1.2.nothing"_s}, purpose(consent, item, caseId)});
        QCOMPARE(pulled ? QString() : domain::failureText(pulled.error().code), code);
        QCOMPARE(records().size(), 2);
        if (!pulled) {
            QCOMPARE(records().last().refused, 2);
            return;
        }
        QCOMPARE(pulled->certificates.size(), 1);
        QVERIFY(!pulled->certificates.first().face.value(u"childName"_s).isEmpty());
        QCOMPARE(pulled->refused.size(), 1);
        QCOMPARE(pulled->refused.first().code, domain::FailureCode::CertificateUnknown);
    }
    void strangersCertificateIsNotFound()
    {
        const auto mother = m_fixture->certificates.list(ExchangeFixture::clerk(), request(0));
        const auto other = m_fixture->certificates.list(ExchangeFixture::clerk(), request(1));
        QVERIFY(mother && other);
        const auto pulled = m_fixture->certificates.pull(ExchangeFixture::clerk(), {other->personId, {mother->certificates.first().identifier}, purpose(Consent::ExplicitConsent)});
        QVERIFY(pulled);
        QVERIFY(pulled->certificates.isEmpty());
    }
    void annotatedCopyIsAPdfWithTheReason()
    {
        const auto listing = m_fixture->certificates.list(ExchangeFixture::clerk(), request(0));
        const auto pdf = m_fixture->certificates.file(ExchangeFixture::clerk(), {listing->certificates.first().identifier, purpose(Consent::ExplicitConsent)});
        QVERIFY(pdf);
        QVERIFY(pdf->startsWith("%PDF-1.4"));
        QVERIFY(pdf->endsWith("%%EOF\n"));
        QVERIFY2(pdf->contains("7a9753e3529e7406"), "the reason stands in the watermark as UTF-16");
        QCOMPARE(records().last().kind, wire::LookupKind::File);
    }
    void clerksSeeOnlyTheirOwnLookups()
    {
        auto asked = request(0);
        asked.purpose->caseId = u"c1"_s;
        QVERIFY(m_fixture->certificates.list(ExchangeFixture::clerk(1), asked));
        QCOMPARE(m_fixture->certificates.lookups(ExchangeFixture::clerk(1), u"c1"_s)->lookups.size(), 1);
        QCOMPARE(m_fixture->certificates.lookups(ExchangeFixture::clerk(2), u"c1"_s)->lookups.size(), 0);
        QVERIFY(!m_fixture->certificates.lookups(ExchangeFixture::clerk(1), {}));
    }

private:
    std::unique_ptr<ExchangeFixture> m_fixture;
};

QTEST_GUILESS_MAIN(CertificatesTest)
#include "tst_certificates.moc"
