// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <caseworld.h>
#include <testcatalogue.h>

#include <QtTest>
#include <functional>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

using Content = Catalogue::Content;
using Kind = AnswerEffect::Kind;

struct Fault {
    const char *name;
    std::function<void(Content &)> make;
    QString code;
};

ServiceItem &item(Content &content, int at = 1)
{
    return content.items[at];
}

void ask(Content &content, Kind kind, const QString &target, const QString &value = {})
{
    item(content).situations = {yesNo(u"s"_s, {{kind, target, value}})};
}

void field(Content &content, const std::function<void(FormField &)> &change)
{
    FormField made = textField(u"f"_s);
    change(made);
    item(content).fields = {textField(u"g"_s), made};
}

QList<Fault> entryFaults()
{
    const QString bad = u"CAT-001"_s;
    return {
        {"nothing wrong", [](Content &) {}, {}},
        {"department twice", [](Content &c) { c.departments.append(c.departments.first()); }, bad},
        {"category without id", [](Content &c) { c.categories.append(Category()); }, bad},
        {"type twice", [](Content &c) { c.certificateTypes.append(c.certificateTypes.first()); }, bad},
        {"purpose twice", [](Content &c) { c.purposes.append(c.purposes.first()); }, bad},
        {"type of unknown department", [](Content &c) { c.certificateTypes[0].departmentId = u"x"_s; }, bad},
        {"unknown renewal", [](Content &c) { c.certificateTypes[0].renewalItem = u"x"_s; }, bad},
        {"unknown issuing item", [](Content &c) { c.certificateTypes[0].issueItem = u"x"_s; }, bad},
        {"expected with an unknown type", [](Content &c) { c.certificateTypes[0].expectedWith = {u"x"_s}; }, bad},
        {"expected with itself", [](Content &c) { c.certificateTypes[0].expectedWith = {c.certificateTypes[0].id}; }, bad},
        {"negative notice", [](Content &c) { c.certificateTypes[0].expiryNoticeDays = -1; }, bad},
        {"slash in item id", [](Content &c) { item(c).id = u"a/b"_s; }, bad},
        {"version zero", [](Content &c) { item(c).version = 0; }, bad},
        {"no first day", [](Content &c) { item(c).effectiveFrom = {}; }, bad},
        {"ends before it begins", [](Content &c) { item(c).effectiveTo = QDate(2025, 1, 1); }, bad},
        {"unknown department", [](Content &c) { item(c).departmentId = u"x"_s; }, bad},
        {"unknown category", [](Content &c) { item(c).category = u"x"_s; }, bad},
        {"negative limit", [](Content &c) { item(c).promised.value = -1; }, bad},
        {"negative fee", [](Content &c) { item(c).fees = {{{}, -1, {}, {}}}; }, bad},
        {"no time to answer", [](Content &c) { item(c).acceptance.limit.value = 0; }, bad},
        {"answered in calendar days", [](Content &c) { item(c).acceptance.limit.unit = LimitUnit::NaturalDay; }, bad},
        {"immediate, but examined", [](Content &c) { item(c).kind = CaseKind::Immediate; item(c).acceptance.by = Acceptance::By::Department; }, bad},
        {"examined first", [](Content &c) { item(c).acceptance = {Acceptance::By::Department, {3, LimitUnit::WorkingDay}}; }, {}},
        {"unknown result", [](Content &c) { item(c).resultTypes = {u"x"_s}; }, bad},
        {"version twice", [](Content &c) { c.items.append(c.items.first()); }, bad},
        {"versions overlap", [](Content &c) { c.items.append(c.items.last()); c.items.last().version = 2; c.items.last().effectiveFrom = QDate(2026, 6, 1); }, bad},
        {"material twice", [](Content &c) { item(c).materials.append(item(c).materials.first()); }, bad},
        {"colon in key", [](Content &c) { item(c).materials[0].key = u"a:b"_s; }, bad},
        {"material of unknown type", [](Content &c) { item(c).materials[0].certificateTypes = {u"x"_s}; }, bad},
        {"material without a way", [](Content &c) { item(c).materials = {materialSpec(u"m"_s)}; item(c).materials[0].ways.clear(); }, bad},
        {"material only deferred", [](Content &c) { item(c).materials = {materialSpec(u"m"_s)}; item(c).materials[0].ways = {MaterialWay::Deferred}; item(c).materials[0].necessity = Necessity::Deferrable; }, bad},
        {"negative originals", [](Content &c) { item(c).materials[0].originals = -1; }, bad},
        {"same key, other holder", [](Content &c) { item(c).materials[0].holder = MaterialHolder::Spouse; }, bad},
        {"same key, other kind", [](Content &c) { item(c).materials[0].kind = MaterialKind::Form; }, bad},
        {"same key, no common way", [](Content &c) { item(c).materials[0].certificateTypes.clear(); item(c).materials[0].ways = {MaterialWay::Promise}; }, bad},
    };
}

QList<Fault> formFaults()
{
    const QString bad = u"CAT-001"_s;
    return {
        {"adds unknown material", [](Content &c) { ask(c, Kind::AddMaterial, u"x"_s); }, bad},
        {"drops its material", [](Content &c) { ask(c, Kind::DropMaterial, u"id-card"_s); }, {}},
        {"drops another's material", [](Content &c) { ask(c, Kind::DropMaterial, u"allowance:marriage-certificate"_s); }, {}},
        {"drops what another has not", [](Content &c) { ask(c, Kind::DropMaterial, u"allowance:id-card"_s); }, bad},
        {"adds unknown item", [](Content &c) { ask(c, Kind::AddItem, u"x"_s); }, bad},
        {"drops itself", [](Content &c) { ask(c, Kind::DropItem, u"birth-registration"_s); }, bad},
        {"asks unknown", [](Content &c) { ask(c, Kind::Ask, u"x"_s); }, bad},
        {"asks what is always asked", [](Content &c) { ask(c, Kind::Ask, u"s"_s); }, bad},
        {"stops without a word", [](Content &c) { ask(c, Kind::Stop, {}, u" "_s); }, bad},
        {"sets unknown field", [](Content &c) { ask(c, Kind::SetField, u"x"_s); }, bad},
        {"situation twice", [](Content &c) { item(c).situations = {yesNo(u"s"_s, {}), yesNo(u"s"_s, {})}; }, bad},
        {"situation without answers", [](Content &c) { item(c).situations = {Situation()}; }, bad},
        {"answer twice", [](Content &c) { item(c).situations = {yesNo(u"s"_s, {})}; item(c).situations[0].answers[1].id = u"yes"_s; }, bad},
        {"questions in a circle", [](Content &c) {
             item(c).situations = {yesNo(u"a"_s, {{Kind::Ask, u"b"_s, {}}}), yesNo(u"b"_s, {{Kind::Ask, u"c"_s, {}}}), yesNo(u"c"_s, {{Kind::Ask, u"b"_s, {}}})};
             item(c).situations[1].onAsk = item(c).situations[2].onAsk = true;
         }, u"CAT-004"_s},
        {"field length", [](Content &c) { field(c, [](FormField &f) { f.maxLength = 1001; }); }, bad},
        {"field pattern", [](Content &c) { field(c, [](FormField &f) { f.pattern = u"("_s; }); }, bad},
        {"choice without choices", [](Content &c) { field(c, [](FormField &f) { f.type = FieldType::Choice; }); }, bad},
        {"choices of a text", [](Content &c) { field(c, [](FormField &f) { f.choices = {{u"a"_s, u"a"_s}}; }); }, bad},
        {"choice twice", [](Content &c) { field(c, [](FormField &f) { f.type = FieldType::Choice; f.choices = {{u"a"_s, u"a"_s}, {u"a"_s, u"b"_s}}; }); }, bad},
        {"prefill from nowhere", [](Content &c) { field(c, [](FormField &f) { f.prefill = {u"card.photo"_s}; }); }, bad},
        {"prefill of unknown type", [](Content &c) { field(c, [](FormField &f) { f.prefill = {u"certificate:x.name"_s}; }); }, bad},
        {"own prefill of unknown type", [](Content &c) { field(c, [](FormField &f) { f.prefill = {u"own-certificate:x.name"_s}; }); }, bad},
        {"prefill without field", [](Content &c) { field(c, [](FormField &f) { f.prefill = {u"certificate:id-card."_s}; }); }, bad},
        {"good prefills", [](Content &c) { field(c, [](FormField &f) { f.prefill = {u"card.name"_s, u"certificate:id-card.name"_s, u"own-certificate:id-card.name"_s, u"constant:x"_s}; }); }, {}},
        {"shown by a field", [](Content &c) { field(c, [](FormField &f) { f.showIf = u"g=1"_s; }); }, {}},
        {"shown by an unknown field", [](Content &c) { field(c, [](FormField &f) { f.showIf = u"h=1"_s; }); }, bad},
        {"shown by nothing", [](Content &c) { field(c, [](FormField &f) { f.showIf = u"g"_s; }); }, bad},
        {"shown by an unknown answer", [](Content &c) { field(c, [](FormField &f) { f.showIf = u"birth-registration/s=yes"_s; }); }, bad},
        {"field twice", [](Content &c) { item(c).fields = {textField(u"f"_s), textField(u"f"_s)}; }, bad},
        {"slash in field id", [](Content &c) { item(c).fields = {textField(u"a/b"_s)}; }, bad},
    };
}

QList<Fault> eventFaults()
{
    const QString bad = u"CAT-001"_s;
    return {
        {"event version zero", [](Content &c) { c.lifeEvents[0].version = 0; }, bad},
        {"event dates", [](Content &c) { c.lifeEvents[0].effectiveFrom = {}; }, bad},
        {"event of unknown lead", [](Content &c) { c.lifeEvents[0].leadDepartmentId = u"x"_s; }, bad},
        {"hint of coming days", [](Content &c) { c.lifeEvents[0].hintDays = -1; }, bad},
        {"unknown hint", [](Content &c) { c.lifeEvents[0].hintCertificates = {u"x"_s}; }, bad},
        {"no steps", [](Content &c) { c.lifeEvents[0].steps.clear(); c.lifeEvents[0].situations.clear(); }, bad},
        {"step twice", [](Content &c) { c.lifeEvents[0].steps[1].id = u"1"_s; }, bad},
        {"step of unknown item", [](Content &c) { c.lifeEvents[0].steps[1].itemId = u"x"_s; }, bad},
        {"two steps of one item", [](Content &c) { c.lifeEvents[0].steps[1].itemId = u"insurance"_s; }, bad},
        {"step after unknown", [](Content &c) { c.lifeEvents[0].steps[1].dependsOn = {u"9"_s}; }, bad},
        {"steps in a circle", [](Content &c) { c.lifeEvents[0].steps[0].dependsOn = {u"3"_s}; }, u"CAT-004"_s},
        {"adds an item of no step", [](Content &c) { c.lifeEvents[0].situations = {yesNo(u"s"_s, {{Kind::AddItem, u"passport"_s, {}}})}; }, bad},
        {"sets a field of a step", [](Content &c) { c.lifeEvents[0].situations = {yesNo(u"s"_s, {{Kind::SetField, u"bank-account"_s, u"x"_s}})}; }, {}},
        {"event version twice", [](Content &c) { c.lifeEvents.append(c.lifeEvents.first()); }, bad},
    };
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validation_data()
    {
        QTest::addColumn<int>("at");
        const QList<Fault> all = entryFaults() + formFaults() + eventFaults();
        for (int at = 0; at < all.size(); ++at)
            QTest::newRow(all.at(at).name) << at;
    }

    void validation()
    {
        QFETCH(int, at);
        const Fault fault = (entryFaults() + formFaults() + eventFaults()).at(at);
        Content content = newbornContent();
        fault.make(content);
        const auto made = Catalogue::make(content, 1);
        QCOMPARE(made ? QString() : failureText(made.error().code), fault.code);
        if (!made)
            QVERIFY(!made.error().detail.isEmpty());
    }

    void versionsByDate()
    {
        Content content = newbornContent();
        ServiceItem second = content.items.at(1);
        content.items[1].effectiveTo = QDate(2026, 6, 30);
        second.version = 2;
        second.effectiveFrom = QDate(2026, 8, 1);
        content.items.append(second);
        const Catalogue catalogue = Catalogue::make(content, 42).value();
        QCOMPARE(catalogue.version(), 42);
        QCOMPARE(catalogue.item(second.id, QDate(2026, 6, 30))->version, 1);
        QCOMPARE(catalogue.item(second.id, QDate(2026, 7, 1)), nullptr);
        QCOMPARE(catalogue.item(second.id, QDate(2026, 8, 1))->version, 2);
        QCOMPARE(catalogue.item(second.id, QDate()), nullptr);
        QCOMPARE(catalogue.itemVersion(second.id, 1)->version, 1);
        QCOMPARE(catalogue.itemVersion(second.id, 3), nullptr);
        QCOMPARE(catalogue.item(u"x"_s, QDate(2026, 8, 1)), nullptr);
        QCOMPARE(catalogue.itemsOn(QDate(2026, 7, 1)).size(), 4);
        QCOMPARE(catalogue.itemsOn(QDate(2026, 8, 1)).size(), 5);
        QCOMPARE(catalogue.lifeEventsOn(QDate(2025, 12, 31)).size(), 0);
        QCOMPARE(catalogue.lifeEvent(u"newborn"_s, QDate(2026, 8, 1))->id, u"newborn"_s);
        QCOMPARE(catalogue.lifeEventVersion(u"newborn"_s, 2), nullptr);
        QCOMPARE(catalogue.department(u"police"_s)->shortName, QString());
        QCOMPARE(catalogue.department(u"x"_s), nullptr);
        QCOMPARE(catalogue.certificateType(u"passport"_s)->renewalItem, u"passport"_s);
        QCOMPARE(catalogue.certificateType(u"x"_s), nullptr);
    }

    void copiesAreChecked()
    {
        const Catalogue catalogue = Catalogue::make(newbornContent(), 1).value();
        Case on;
        on.rulesDay = QDate(2026, 11, 23);
        const auto code = [&](const CommandBody &body) {
            const auto checked = checkAgainstCatalogue(catalogue, on, body);
            return checked ? QString() : failureText(checked.error().code);
        };
        const command::AddItem good = addItemFor(*catalogue.item(u"insurance"_s, on.rulesDay), idOf(1));
        command::AddItem changed = good;
        changed.promised.value = 1;
        command::AddItem unknown = good;
        unknown.itemId = u"x"_s;
        QCOMPARE(code(good), QString());
        QCOMPARE(code(changed), u"CASE-015"_s);
        QCOMPARE(code(unknown), u"CAT-002"_s);
        QCOMPARE(code(command::TakePart{}), QString());
        QCOMPARE(code(command::ChooseLifeEvent{u"newborn"_s, 1, {good}}), QString());
        QCOMPARE(code(command::ChooseLifeEvent{u"newborn"_s, 1, {changed}}), u"CASE-015"_s);
        QCOMPARE(code(command::ChooseLifeEvent{u"newborn"_s, 2, {good}}), u"CAT-003"_s);
        QCOMPARE(code(command::ChooseLifeEvent{{}, 0, {good}}), QString());
        for (const ItemState closed : {ItemState::Suspended, ItemState::Draft}) {
            Content content = newbornContent();
            content.items[2].state = closed;
            const Catalogue closing = Catalogue::make(content, 2).value();
            const auto refused = [&](const CommandBody &body) { return failureText(checkAgainstCatalogue(closing, on, body).error().code); };
            QCOMPARE(refused(good), u"CAT-009"_s);
            QCOMPARE(refused(command::ChooseLifeEvent{u"newborn"_s, 1, {good}}), u"CAT-009"_s);
        }
        on.rulesDay = QDate(2025, 1, 1);
        QCOMPARE(code(good), u"CAT-005"_s);
        QCOMPARE(code(command::ChooseLifeEvent{u"newborn"_s, 1, {}}), u"CAT-005"_s);
    }

    void aCaseFindsItsVersions()
    {
        const Catalogue catalogue = Catalogue::make(newbornContent(), 1).value();
        CaseWorld world = CaseWorld::draft();
        const auto input = planInputFor(catalogue, world.now, {}, {}, world.day);
        QVERIFY(input);
        QCOMPARE(input->items.constFirst()->id, u"birth-registration"_s);
        QCOMPARE(input->lifeEvent, nullptr);
        Case other = world.now;
        other.parts.first().itemVersion = 9;
        QCOMPARE(failureText(planInputFor(catalogue, other, {}, {}, world.day).error().code), u"CAT-002"_s);
        other = world.now;
        other.lifeEventId = u"x"_s;
        QCOMPARE(failureText(planInputFor(catalogue, other, {}, {}, world.day).error().code), u"CAT-003"_s);
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
