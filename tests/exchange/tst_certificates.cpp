// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "exchangefixture.h"

#include <domain/masking.h>

#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;
using Consent = domain::UsePurpose::Consent;

/** Listing and pulling: who may, what comes, what stays on record. */
class CertificatesTest : public QObject
{
    Q_OBJECT

    static inline const QString someCase = u"0191f2a0-0000-7000-8000-000000000001"_s;
    static domain::UsePurpose purpose(Consent consent = Consent::HolderPresent, const QString &itemId = {}, const QString &caseId = someCase)
    {
        return {u"apply-item"_s, itemId, caseId, u"窗口办理"_s, consent};
    }
    wire::ListingRequest request(int place) const
    {
        const domain::IdCard card = m_fixture->card(place);
        return {{card.documentKind(), card.number, card.name}, purpose()};
    }
    QList<wire::LookupRecord> records() { return m_fixture->certificates.lookups(ExchangeFixture::with(domain::Role::Auditor), {})->lookups; }
    domain::Result<wire::PullAnswer> pull(const wire::Operator &who, const wire::ListingAnswer &listing, const domain::UsePurpose &use)
    {
        return m_fixture->certificates.pull(who, {listing.personId, {identifierOf(listing, u"birth-medical-certificate"_s, domain::Relation::Child)}, use});
    }
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
    void purposesLackNothing_data()
    {
        QTest::addColumn<domain::UsePurpose>("use");
        QTest::newRow("no case") << purpose(Consent::HolderPresent, {}, {});
        QTest::newRow("a case that is no id") << purpose(Consent::HolderPresent, {}, u"1"_s);
        QTest::newRow("no item that requires it") << purpose(Consent::ItemRequires);
    }
    void purposesLackNothing()
    {
        QFETCH(const domain::UsePurpose, use);
        auto asked = request(0);
        asked.purpose = use;
        const auto listing = m_fixture->certificates.list(ExchangeFixture::clerk(), asked);
        QVERIFY(!listing);
        QCOMPARE(domain::failureText(listing.error().code), u"SVC-008"_s);
        QCOMPARE(records().size(), 0);
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
        const QString caseId = someCase;
        QTest::newRow("item asks") << Consent::ItemRequires << u"birth-registration"_s << caseId << QString();
        QTest::newRow("consent") << Consent::ExplicitConsent << QString() << caseId << QString();
        QTest::newRow("item does not ask") << Consent::ItemRequires << u"disabled-free-bus"_s << caseId << u"SVC-009"_s;
        QTest::newRow("item unknown") << Consent::ItemRequires << u"no-such-item"_s << caseId << u"SVC-009"_s;
        QTest::newRow("item without case") << Consent::ItemRequires << u"birth-registration"_s << QString() << u"SVC-008"_s;
        QTest::newRow("consent without case") << Consent::ExplicitConsent << QString() << QString() << u"SVC-008"_s;
        QTest::newRow("no case at all") << Consent::ItemRequires << u"birth-registration"_s << u"no case at all"_s << u"SVC-008"_s;
        QTest::newRow("another case than listed for") << Consent::ItemRequires << u"birth-registration"_s << u"0191f2a0-0000-7000-8000-00000000000f"_s << u"SVC-009"_s;
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
        // What has no purpose is no query yet; every query is on record, refused or not.
        const bool isQuery = code != u"SVC-008"_s;
        QCOMPARE(records().size(), isQuery ? 2 : 1);
        if (!isQuery)
            return;
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
        const auto pdf = m_fixture->certificates.file(ExchangeFixture::clerk(), {other->personId, mother->certificates.first().identifier, purpose(Consent::ExplicitConsent)});
        QCOMPARE(pdf ? QString() : domain::failureText(pdf.error().code), u"SVC-011"_s);
    }
    void onlyWhoListedMayPull()
    {
        const auto listing = m_fixture->certificates.list(ExchangeFixture::clerk(1), request(0));
        const auto stranger = ExchangeFixture::clerk(2);
        for (const auto &use : {purpose(Consent::ItemRequires, u"birth-registration"_s), purpose(Consent::ExplicitConsent)}) {
            const auto pulled = pull(stranger, *listing, use);
            QCOMPARE(pulled ? QString() : domain::failureText(pulled.error().code), u"SVC-009"_s);
            QCOMPARE(records().last().outcome, wire::LookupOutcome::Refused);
            const auto pdf = m_fixture->certificates.file(stranger, {listing->personId, listing->certificates.first().identifier, use});
            QCOMPARE(pdf ? QString() : domain::failureText(pdf.error().code), u"SVC-009"_s);
        }
        // A listing that failed on the name is none.
        auto asked = request(0);
        asked.holder.name = u"别人示例"_s;
        QVERIFY(!m_fixture->certificates.list(stranger, asked));
        QVERIFY(!pull(stranger, *listing, purpose(Consent::ExplicitConsent)));
        QVERIFY(pull(ExchangeFixture::clerk(1), *listing, purpose(Consent::ExplicitConsent)));
    }
    void aListingHasItsTime()
    {
        const auto listing = m_fixture->certificates.list(ExchangeFixture::clerk(), request(0));
        m_fixture->clock.advance((exchange::usableHours * 3600 - 1) * 1000LL);
        QVERIFY(pull(ExchangeFixture::clerk(), *listing, purpose(Consent::ExplicitConsent)));
        m_fixture->clock.advance(2000);
        QVERIFY(!pull(ExchangeFixture::clerk(), *listing, purpose(Consent::ExplicitConsent)));
    }
    void aKnownCaseMustFit_data()
    {
        QTest::addColumn<int>("applicant");
        QTest::addColumn<int>("clerk");
        QTest::addColumn<QString>("item");
        QTest::addColumn<bool>("withdrawn");
        QTest::addColumn<bool>("given");
        QTest::newRow("fits") << 0 << 1 << u"birth-registration"_s << false << true;
        QTest::newRow("somebody else's applicant") << 1 << 1 << u"birth-registration"_s << false << false;
        QTest::newRow("another clerk's case") << 0 << 2 << u"birth-registration"_s << false << false;
        QTest::newRow("item is no part") << 0 << 1 << u"vaccination-record"_s << false << false;
        QTest::newRow("withdrawn") << 0 << 1 << u"birth-registration"_s << true << false;
    }
    void aKnownCaseMustFit()
    {
        QFETCH(int, applicant);
        QFETCH(int, clerk);
        QFETCH(QString, item);
        QFETCH(bool, withdrawn);
        QFETCH(bool, given);
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk(1));
        maker.open(m_fixture->card(applicant));
        maker.addItem(u"birth-registration"_s);
        if (withdrawn)
            maker.give(domain::command::DiscardDraft{u"r"_s});
        const auto sent = m_fixture->commands.submit(ExchangeFixture::clerk(1), maker.takeBatch());
        QVERIFY(sent);
        QCOMPARE(sent->results.last().outcome, wire::CommandOutcome::Applied);
        auto asked = request(0);
        asked.purpose->caseId = maker.value().id.toString(QUuid::WithoutBraces);
        const auto who = ExchangeFixture::clerk(clerk);
        const auto listing = m_fixture->certificates.list(who, asked);
        QVERIFY(listing);
        QCOMPARE(pull(who, *listing, purpose(Consent::ItemRequires, item, asked.purpose->caseId)).has_value(), given);
    }
    void annotatedCopyIsAPdfWithTheReason()
    {
        const auto listing = m_fixture->certificates.list(ExchangeFixture::clerk(), request(0));
        const auto pdf = m_fixture->certificates.file(ExchangeFixture::clerk(), {listing->personId, listing->certificates.first().identifier, purpose(Consent::ExplicitConsent)});
        QVERIFY(pdf);
        QVERIFY(pdf->startsWith("%PDF-1.4"));
        QVERIFY(pdf->endsWith("%%EOF\n"));
        QVERIFY2(pdf->contains("7a9753e3529e7406"), "the reason stands in the watermark as UTF-16");
        QCOMPARE(records().last().kind, wire::LookupKind::File);
    }
    void refusedLookupsSayWhoWasAskedFor()
    {
        const domain::IdCard card = m_fixture->card(0);
        auto asked = request(0);
        asked.holder.name = u"别人示例"_s;
        QVERIFY(!m_fixture->certificates.list(ExchangeFixture::clerk(), asked));
        const wire::LookupRecord other = records().last();
        QCOMPARE(other.outcome, wire::LookupOutcome::NameDiffers);
        QCOMPARE(other.askedFor, domain::maskNumber(card.number));
        const auto person = m_fixture->certificates.list(ExchangeFixture::clerk(), request(0))->personId;
        QCOMPARE(other.personId, person);
        // The clerk who only guessed a number does not learn whose it is.
        const auto own = m_fixture->certificates.lookups(ExchangeFixture::clerk(), {{}, someCase});
        QCOMPARE(own->lookups.first().outcome, wire::LookupOutcome::NameDiffers);
        QVERIFY(own->lookups.first().personId.isEmpty());
        asked.holder.number = u"99010119900101001X"_s;
        QVERIFY(!m_fixture->certificates.list(ExchangeFixture::clerk(), asked));
        QCOMPARE(records().last().outcome, wire::LookupOutcome::HolderUnknown);
        QCOMPARE(records().last().askedFor, u"990101********001X"_s);
        QVERIFY(records().last().personId.isEmpty());
    }
    void clerksSeeOnlyTheirOwnLookups()
    {
        const QString caseId = someCase;
        QVERIFY(m_fixture->certificates.list(ExchangeFixture::clerk(1), request(0)));
        QCOMPARE(m_fixture->certificates.lookups(ExchangeFixture::clerk(1), {{}, caseId})->lookups.size(), 1);
        QCOMPARE(m_fixture->certificates.lookups(ExchangeFixture::clerk(2), {{}, caseId})->lookups.size(), 0);
        QVERIFY(!m_fixture->certificates.lookups(ExchangeFixture::clerk(1), {}));
        QVERIFY(!m_fixture->certificates.lookups(ExchangeFixture::reviewer(u"tax"_s), {{}, caseId}));
    }
    void lookupsOfACitizen()
    {
        const auto mother = m_fixture->certificates.list(ExchangeFixture::clerk(1), request(0));
        auto asked = request(0);
        asked.purpose->caseId = u"0191f2a0-0000-7000-8000-00000000000f"_s;
        QVERIFY(m_fixture->certificates.list(ExchangeFixture::clerk(2), asked));
        QVERIFY(m_fixture->certificates.list(ExchangeFixture::clerk(1), request(1)));
        const auto supervisor = ExchangeFixture::with(domain::Role::Supervisor);
        const auto all = m_fixture->certificates.lookups(supervisor, {mother->personId, {}});
        QCOMPARE(all->lookups.size(), 2);
        QCOMPARE(all->lookups.first().operatorId, u"clerk01"_s);
        QCOMPARE(all->lookups.last().purpose->caseId, asked.purpose->caseId);
        QCOMPARE(m_fixture->certificates.lookups(supervisor, {mother->personId, asked.purpose->caseId})->lookups.size(), 1);
        QCOMPARE(m_fixture->certificates.lookups(ExchangeFixture::clerk(1), {mother->personId, {}})->lookups.size(), 1);
    }

private:
    std::unique_ptr<ExchangeFixture> m_fixture;
};

QTEST_GUILESS_MAIN(CertificatesTest)
#include "tst_certificates.moc"
