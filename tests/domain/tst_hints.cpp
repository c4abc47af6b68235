// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <testcatalogue.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 23);

CertificateSummary until(const QString &identifier, qint64 days, const QString &type = u"passport"_s)
{
    CertificateSummary made = certificate(identifier, type);
    made.validTo = today.addDays(days);
    return made;
}

QStringList hinted(const QList<CertificateSummary> &certificates)
{
    const Catalogue catalogue = Catalogue::make(newbornContent(), 1).value();
    QStringList found;
    const QList<Hint> hints = hintsFor(catalogue, certificates, today);
    for (const Hint &hint : hints)
        found.append(u"%1 %2 %3"_s.arg(int(hint.kind)).arg(hint.certificateIdentifier).arg(hint.days));
    return found;
}

/** Who holds an id card or a birth certificate is expected in a household register; a birth certificate alone speaks of a marriage. */
Catalogue expectingCatalogue()
{
    Catalogue::Content content = newbornContent();
    content.lifeEvents.clear();
    content.certificateTypes[1].expectedWith = {u"id-card"_s, u"birth-certificate"_s};
    content.certificateTypes[1].issueItem = u"birth-registration"_s;
    content.certificateTypes[2].expectedWith = {u"birth-certificate"_s};
    return Catalogue::make(content, 1).value();
}

CertificateSummary ofChild(const QString &identifier, const QString &type, const QString &child = u"first"_s)
{
    CertificateSummary made = certificate(identifier, type, Relation::Child);
    made.holderId = child;
    made.holderName = child + u'*';
    return made;
}

CertificateSummary changed(CertificateSummary made, const std::function<void(CertificateSummary &)> &change)
{
    change(made);
    return made;
}

/** What is said to be missing: type, reason, proposal, holder. */
QStringList missed(const Catalogue &catalogue, const QList<CertificateSummary> &certificates, QDate day = today)
{
    QStringList found;
    const QList<Hint> hints = hintsFor(catalogue, certificates, day);
    for (const Hint &hint : hints) {
        if (hint.kind == Hint::Kind::Missing)
            found.append(u"%1 for %2 by %3 of %4"_s.arg(hint.missingType, hint.certificateIdentifier, hint.itemId, hint.holderName));
    }
    return found;
}

} // namespace

/** Proactive hints from the certificates just listed. */
class TestHints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hints_data()
    {
        QTest::addColumn<int>("at");
        for (int at = 0; at < hintRows().size(); ++at)
            QTest::newRow(qPrintable(hintRows().at(at).name)) << at;
    }

    void hints()
    {
        QFETCH(int, at);
        QCOMPARE(hinted(hintRows().at(at).certificates), hintRows().at(at).hints);
    }

    void theHintProposesAnItem()
    {
        const Catalogue catalogue = Catalogue::make(newbornContent(), 1).value();
        QCOMPARE(hintsFor(catalogue, {until(u"p"_s, 5)}, today).constFirst().itemId, u"passport"_s);
        QCOMPARE(hintsFor(catalogue, {until(u"m"_s, 5, u"marriage-certificate"_s)}, today).constFirst().itemId, QString());
        QCOMPARE(hintsFor(catalogue, {certificate(u"b"_s, u"birth-certificate"_s)}, today).constFirst().lifeEventId, u"newborn"_s);
        QCOMPARE(hintsFor(catalogue, {until(u"p"_s, 5)}, QDate(2025, 1, 1)), QList<Hint>());
    }

    void lifeEventsFollowWhoseItIsAndWhen_data()
    {
        QTest::addColumn<Relation>("relation");
        QTest::addColumn<QDate>("issued");
        QTest::addColumn<bool>("hinted");
        QTest::newRow("a child just born") << Relation::Child << today.addDays(-3) << true;
        QTest::newRow("on the last day") << Relation::Child << today.addDays(-180) << true;
        QTest::newRow("a day later") << Relation::Child << today.addDays(-181) << false;
        QTest::newRow("nine years ago") << Relation::Child << today.addYears(-9) << false;
        QTest::newRow("not yet issued") << Relation::Child << today.addDays(1) << false;
        QTest::newRow("without a day") << Relation::Child << QDate() << false;
        for (const Relation other : {Relation::Self, Relation::Spouse, Relation::Parent, Relation::Deceased, Relation::Household, Relation::Organisation})
            QTest::addRow("of relation %d", int(other)) << other << today.addDays(-3) << false;
    }

    void lifeEventsFollowWhoseItIsAndWhen()
    {
        QFETCH(Relation, relation);
        QFETCH(QDate, issued);
        Catalogue::Content content = newbornContent();
        content.lifeEvents[0].hintRelation = Relation::Child;
        content.lifeEvents[0].hintDays = 180;
        CertificateSummary birth = certificate(u"b"_s, u"birth-certificate"_s, relation);
        birth.issueDate = issued;
        const QList<Hint> hints = hintsFor(Catalogue::make(content, 1).value(), {birth}, today);
        QTEST(std::any_of(hints.cbegin(), hints.cend(), [](const Hint &hint) { return hint.kind == Hint::Kind::LifeEvent; }), "hinted");
    }

    void missing_data()
    {
        QTest::addColumn<QList<CertificateSummary>>("certificates");
        QTest::addColumn<QStringList>("found");
        const CertificateSummary card = certificate(u"i"_s, u"id-card"_s);
        const CertificateSummary birth = certificate(u"b"_s, u"birth-certificate"_s);
        const CertificateSummary entry = certificate(u"h"_s, u"household-register"_s);
        const QString ownRegister = u"household-register for i by birth-registration of "_s;
        QTest::newRow("nothing listed") << QList<CertificateSummary>{} << QStringList{};
        QTest::newRow("own") << QList{card} << QStringList{ownRegister};
        QTest::newRow("listed") << QList{card, entry} << QStringList{};
        QTest::newRow("listed before its reason") << QList{entry, card} << QStringList{};
        QTest::newRow("listed, but revoked") << QList{card, changed(entry, [](auto &one) { one.status = CertificateStatus::Revoked; })} << QStringList{};
        QTest::newRow("without an item") << QList{birth, entry} << QStringList{u"marriage-certificate for b by  of "_s};
        QTest::newRow("two reasons are one hint") << QList{birth, card, certificate(u"m"_s, u"marriage-certificate"_s)}
                                                  << QStringList{u"household-register for b by birth-registration of "_s};
        QTest::newRow("reason expired") << QList{changed(card, [](auto &one) { one.validTo = today.addDays(-1); })} << QStringList{};
        QTest::newRow("reason revoked") << QList{changed(card, [](auto &one) { one.status = CertificateStatus::Revoked; })} << QStringList{};
        QTest::newRow("a child's, though the parent has one") << QList{card, entry, ofChild(u"c"_s, u"id-card"_s)}
                                                              << QStringList{u"household-register for c by birth-registration of first*"_s};
        QTest::newRow("each child's") << QList{ofChild(u"d"_s, u"id-card"_s, u"second"_s), ofChild(u"c"_s, u"id-card"_s)}
                                      << QStringList{u"household-register for c by birth-registration of first*"_s, u"household-register for d by birth-registration of second*"_s};
        for (const Relation other : {Relation::Spouse, Relation::Parent, Relation::Deceased, Relation::Household, Relation::Organisation})
            QTest::addRow("of relation %d", int(other)) << QList{certificate(u"o"_s, u"id-card"_s, other)} << QStringList{};
    }

    void missing()
    {
        QFETCH(QList<CertificateSummary>, certificates);
        QTEST(missed(expectingCatalogue(), certificates), "found");
    }

    void missingProposesWhatIsInForce()
    {
        const QList listed{certificate(u"i"_s, u"id-card"_s)};
        QCOMPARE(missed(expectingCatalogue(), listed, QDate(2025, 1, 1)), QStringList{u"household-register for i by  of "_s});
        Catalogue::Content content = expectingCatalogue().content();
        content.items[1].state = ItemState::Suspended;
        QCOMPARE(missed(Catalogue::make(content, 1).value(), listed), QStringList{u"household-register for i by  of "_s});
    }

    void expiringIsNotSaidAgainAsMissing()
    {
        Catalogue::Content content = expectingCatalogue().content();
        content.certificateTypes[1].issueItem = u"passport"_s;
        content.certificateTypes[1].expectedWith = {u"passport"_s};
        const Catalogue catalogue = Catalogue::make(content, 1).value();
        QCOMPARE(missed(catalogue, {until(u"p"_s, 400)}), QStringList{u"household-register for p by passport of "_s});
        const QList<Hint> hints = hintsFor(catalogue, {until(u"p"_s, 4)}, today);
        QCOMPARE(hints.size(), 1);
        QCOMPARE(hints.constFirst().kind, Hint::Kind::ExpiresSoon);
    }

    void missingComesLastAndHintsAreFew()
    {
        QList<CertificateSummary> listed;
        for (int child = 10; child < 40; ++child)
            listed.append(ofChild(u"c%1"_s.arg(child), u"id-card"_s, QString::number(child)));
        listed.append(until(u"p"_s, -3));
        const QList<Hint> hints = hintsFor(expectingCatalogue(), listed, today);
        QCOMPARE(hints.size(), mostHints);
        QCOMPARE(hints.constFirst().certificateIdentifier, u"p"_s);
        QCOMPARE(hints.at(1).certificateIdentifier, u"c10"_s);
        QCOMPARE(hints.constLast().certificateIdentifier, u"c20"_s);
        std::reverse(listed.begin(), listed.end());
        QCOMPARE(hintsFor(expectingCatalogue(), listed, today), hints);
    }

private:
    struct HintRow {
        QString name;
        QList<CertificateSummary> certificates;
        QStringList hints;
    };

    static QList<HintRow> hintRows()
    {
        CertificateSummary revoked = until(u"p"_s, 5);
        revoked.status = CertificateStatus::Revoked;
        CertificateSummary lapsed = until(u"p"_s, -5);
        lapsed.status = CertificateStatus::Lapsed;
        CertificateSummary ofChild = until(u"c"_s, 3);
        ofChild.relation = Relation::Child;
        ofChild.holderId = u"child"_s;
        CertificateSummary ofDeceased = ofChild;
        ofDeceased.relation = Relation::Deceased;
        return {
            {u"far"_s, {until(u"p"_s, 31)}, {}},
            {u"soon"_s, {until(u"p"_s, 30)}, {u"0 p 30"_s}},
            {u"today"_s, {until(u"p"_s, 0)}, {u"0 p 0"_s}},
            {u"expired"_s, {until(u"p"_s, -1)}, {u"1 p -1"_s}},
            {u"lapsed"_s, {lapsed}, {u"1 p -5"_s}},
            {u"expired without renewal"_s, {until(u"m"_s, -1, u"marriage-certificate"_s)}, {}},
            {u"unlimited"_s, {certificate(u"p"_s, u"passport"_s)}, {}},
            {u"revoked"_s, {revoked}, {}},
            {u"renewed already"_s, {until(u"old"_s, -1), until(u"new"_s, 900)}, {}},
            {u"a child's"_s, {ofChild, until(u"p"_s, 900)}, {u"0 c 3"_s}},
            {u"of the dead"_s, {ofDeceased}, {}},
            {u"unknown type"_s, {until(u"x"_s, 1, u"unknown"_s)}, {}},
            {u"most urgent first"_s, {certificate(u"b"_s, u"birth-certificate"_s), until(u"m"_s, 9, u"marriage-certificate"_s), until(u"p"_s, -3)},
             {u"1 p -3"_s, u"0 m 9"_s, u"2 b 0"_s}},
        };
    }
};

QTEST_GUILESS_MAIN(TestHints)
#include "tst_hints.moc"
