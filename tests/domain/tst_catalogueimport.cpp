// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <testcatalogue.h>

#include <domain/catalogue.h>

#include <QtTest>
#include <functional>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

using Content = Catalogue::Content;

/** The newborn catalogue with everything an exchange wants before it serves it. */
Content importable()
{
    Content content = newbornContent();
    const QStringList codes{u"11990100009901016C"_s, u"11990100009902019W"_s, u"11990100009904014U"_s};
    QHash<QString, QString> organisations;
    for (qsizetype at = 0; at < codes.size(); ++at) {
        content.departments[at].organisationCode = codes.at(at);
        organisations.insert(content.departments.at(at).id, codes.at(at));
    }
    for (qsizetype at = 0; at < content.certificateTypes.size(); ++at)
        content.certificateTypes[at].code = codes.at(1) + u"%1"_s.arg(at + 1, 3, 10, QChar(u'0'));
    for (qsizetype at = 0; at < content.items.size(); ++at) {
        ServiceItem &item = content.items[at];
        item.itemType = u"20"_s;
        item.basicCode = u"9920%1"_s.arg(at + 1, 8, 10, QChar(u'0'));
        item.implementationCode = organisations.value(item.departmentId) + u'3' + item.basicCode;
        item.handlingCode = item.implementationCode + u"01"_s;
        item.serves = {ServiceObject::Person};
        item.channels.forms = {HandlingForm::Window};
        item.guide.legalBasis = item.guide.conditions = item.guide.resultName = item.guide.place = item.id;
        item.guide.hours = item.guide.enquiry = item.guide.complaint = item.id;
        item.guide.steps = {{u"step"_s, {}, {}}};
    }
    return content;
}

struct Fault {
    const char *name;
    std::function<void(Content &)> make;
    QString code;
    QString says;
};

QList<Fault> faults()
{
    const auto material = [](Content &c) -> MaterialSpec & { return c.items[1].materials[0]; };
    return {
        {"nothing wrong", [](Content &) {}, {}, {}},
        {"division", [](Content &c) { c.division = u"380100"_s; }, u"CAT-006"_s, u"380100 is refused, ID-006"_s},
        {"division of a province", [](Content &c) { c.division = u"99"_s; }, u"CAT-006"_s, u"6 digits"_s},
        {"no organisation code", [](Content &c) { c.departments[0].organisationCode.clear(); }, u"CAT-006"_s, u"department health"_s},
        {"organisation code", [](Content &c) { c.departments[0].organisationCode = u"11990100009901016D"_s; }, u"CAT-006"_s, u"ID-004"_s},
        {"lower case", [](Content &c) { c.departments[0].organisationCode = u"11990100009901016c"_s; }, u"CAT-006"_s, u"not written"_s},
        {"type code", [](Content &c) { c.certificateTypes[2].code.chop(1); }, u"CAT-006"_s, u"certificate type marriage-certificate"_s},
        {"issuer in a type code", [](Content &c) { c.certificateTypes[2].code[0] = u'2'; }, u"CAT-006"_s, u"ID-004"_s},
        {"item type", [](Content &c) { c.items[1].itemType = u"11"_s; }, u"CAT-006"_s, u"item type 11"_s},
        {"basic code", [](Content &c) { c.items[1].basicCode = u"1"_s; }, u"CAT-006"_s, u"item birth-registration v1"_s},
        {"another level", [](Content &c) { c.items[1].authority.level = Authority::Level::County; }, u"CAT-006"_s, u"implementation code"_s},
        {"another department", [](Content &c) { c.items[1].departmentId = u"health"_s; }, u"CAT-006"_s, u"implementation code"_s},
        {"handling code", [](Content &c) { c.items[1].handlingCode.chop(1); }, u"CAT-006"_s, u"handling code"_s},
        {"two items with one code", [](Content &c) {
             ServiceItem twin = c.items[1];
             twin.id = u"twin"_s;
             twin.handlingCode = twin.implementationCode + u"02"_s;
             c.items.append(twin);
         }, u"CAT-006"_s, u"item twin v1: implementation code 11990100009902019W3992000000002 is that of item birth-registration"_s},
        {"two versions with one code", [](Content &c) {
             c.items.append(c.items[1]);
             c.items.last().version = 2;
         }, {}, {}},
        {"certificate without a type", [=](Content &c) { material(c).certificateTypes.clear(); }, u"CAT-007"_s, u"item birth-registration v1 material id-card"_s},
        {"issued by an authority", [=](Content &c) {
             material(c).certificateTypes.clear();
             material(c).kind = MaterialKind::Other;
             material(c).origin = MaterialOrigin::Authority;
         }, u"CAT-007"_s, u"material id-card"_s},
        {"named as a type is", [=](Content &c) {
             material(c).certificateTypes.clear();
             material(c).kind = MaterialKind::Form;
             material(c).name = c.certificateTypes.last().name;
         }, u"CAT-007"_s, u"material id-card"_s},
        {"made by the applicant", [=](Content &c) {
             material(c).certificateTypes.clear();
             material(c).kind = MaterialKind::Form;
             material(c).name = u"statement"_s;
         }, {}, {}},
        {"for nobody", [](Content &c) { c.items[1].serves.clear(); }, u"CAT-008"_s, u"service objects"_s},
        {"in no way", [](Content &c) { c.items[1].channels.forms.clear(); }, u"CAT-008"_s, u"handling forms"_s},
        {"no law", [](Content &c) { c.items[1].guide.legalBasis.clear(); }, u"CAT-008"_s, u"legal basis"_s},
        {"no steps", [](Content &c) { c.items[1].guide.steps.clear(); }, u"CAT-008"_s, u"steps"_s},
        {"no complaint", [](Content &c) { c.items[1].guide.complaint.clear(); }, u"CAT-008"_s, u"complaint"_s},
    };
}

} // namespace

/** What an exchange wants of a catalogue before it brings it into force. */
class TestCatalogueImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void check_data()
    {
        QTest::addColumn<int>("at");
        const QList<Fault> all = faults();
        for (int at = 0; at < all.size(); ++at)
            QTest::newRow(all.at(at).name) << at;
    }

    void check()
    {
        QFETCH(int, at);
        const Fault fault = faults().at(at);
        Content content = importable();
        fault.make(content);
        const auto checked = checkForImport(content);
        QCOMPARE(checked ? QString() : failureText(checked.error().code), fault.code);
        if (!checked)
            QVERIFY2(checked.error().detail.contains(fault.says), qPrintable(checked.error().detail));
    }

    void everyFindingIsNamed()
    {
        Content content = importable();
        content.departments[0].organisationCode = u"1"_s;
        for (ServiceItem &item : content.items) {
            for (MaterialSpec &spec : item.materials)
                spec.certificateTypes.clear();
        }
        const auto checked = checkForImport(content);
        QVERIFY(!checked);
        QCOMPARE(failureText(checked.error().code), u"CAT-006"_s);
        const QStringList lines = checked.error().detail.split(u'\n');
        QCOMPARE(lines.filter(u"(CAT-007)"_s).size(), 6);
        QCOMPARE(lines.filter(u"item insurance v1 material household-register"_s).size(), 1);
        // The department itself, and the code of its only item that holds it.
        QCOMPARE(lines.filter(u"(CAT-006)"_s).size(), 2);
    }

    void aSuspendedItemIsNotOffered()
    {
        Content content = newbornContent();
        const QDate day(2026, 11, 23);
        const auto offered = [&] { return Catalogue::make(content, 1).value().itemsOn(day).size(); };
        QCOMPARE(offered(), 5);
        content.items[0].state = ItemState::Suspended;
        content.items[1].state = ItemState::Draft;
        QCOMPARE(offered(), 3);
        content.items[1].state = ItemState::Cancelled;
        content.items[1].effectiveTo = day;
        QCOMPARE(offered(), 4);
        content.items[1].effectiveTo = day.addDays(-1);
        QCOMPARE(offered(), 3);
        const Catalogue catalogue = Catalogue::make(content, 1).value();
        QVERIFY(catalogue.item(content.items[0].id, day));
        QCOMPARE(catalogue.offeredItem(content.items[0].id, day), nullptr);
        QCOMPARE(catalogue.offeredItem(content.items[2].id, day), catalogue.item(content.items[2].id, day));
        QCOMPARE(catalogue.suspendedOn(day), QList{catalogue.item(content.items[0].id, day)});
        QVERIFY(catalogue.suspendedOn(content.items[0].effectiveFrom.addDays(-1)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCatalogueImport)
#include "tst_catalogueimport.moc"
