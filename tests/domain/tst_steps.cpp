// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <caseworld.h>
#include <testcatalogue.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

using Kind = AnswerEffect::Kind;
const QDate today(2026, 11, 23);

/** "a<-b,c d" : item a waits for b and c; d for nobody. */
QString text(const QList<SelectedStep> &steps)
{
    QStringList parts;
    for (const SelectedStep &step : steps)
        parts.append(step.item->id + (step.dependsOnItems.isEmpty() ? QString() : u"<-"_s + step.dependsOnItems.join(u',')));
    return parts.join(u' ');
}

QString selected(const Catalogue::Content &content, const QMap<QString, QStringList> &answers = {})
{
    const Catalogue catalogue = Catalogue::make(content, 1).value();
    return text(selectSteps(catalogue, *catalogue.lifeEvent(u"newborn"_s, today), answers, today));
}

/** The draft with this selection taken, through the same command as at the counter. */
void take(Case &draft, const Catalogue &catalogue, const QMap<QString, QStringList> &answers, const QStringList &wished = {})
{
    const auto steps = selectParts(catalogue, draft, answers, wished);
    static int serial = 0;
    CaseWorld world = CaseWorld::draft();
    world.give(clerk(), selectionOf(draft, draft.lifeEventId, draft.lifeEventVersion, steps, [] { return idOf(++serial); }));
    draft.parts = world.now.parts;
    draft.answers = answers;
}

Case chosen(const Catalogue &catalogue, const LifeEvent &event)
{
    Case draft;
    draft.rulesDay = today;
    const auto steps = selectSteps(catalogue, event, {}, today);
    int serial = 100;
    CaseWorld world = CaseWorld::draft();
    world.give(clerk(), selectionOf(draft, event.id, event.version, steps, [&] { return idOf(++serial); }));
    draft.lifeEventId = event.id;
    draft.lifeEventVersion = event.version;
    draft.parts = world.now.parts;
    return draft;
}

} // namespace

/** Steps of a life event that answers select. */
class TestSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionalStepsComeByAnswer()
    {
        const auto content = newbornContent();
        QCOMPARE(selected(content), u"medical-certificate birth-registration<-medical-certificate insurance<-birth-registration"_s);
        QCOMPARE(selected(content, {{u"newborn/wants-allowance"_s, {u"yes"_s}}}),
                 u"medical-certificate birth-registration<-medical-certificate insurance<-birth-registration allowance<-medical-certificate"_s);
    }

    void aSkippedStepIsTransparent()
    {
        auto content = newbornContent();
        content.lifeEvents[0].situations = {yesNo(u"s"_s, {{Kind::DropItem, u"birth-registration"_s, {}}})};
        QCOMPARE(selected(content, {{u"newborn/s"_s, {u"yes"_s}}}), u"medical-certificate insurance<-medical-certificate"_s);
        content = newbornContent();
        content.items[1].effectiveTo = QDate(2026, 6, 1);
        QCOMPARE(selected(content), u"medical-certificate insurance<-medical-certificate"_s);
        content = newbornContent();
        content.items[1].state = ItemState::Suspended;
        content.items[3].state = ItemState::Suspended;
        QCOMPARE(selected(content, {{u"newborn/wants-allowance"_s, {u"yes"_s}}}), u"medical-certificate insurance<-medical-certificate"_s);
    }

    void aSuspendedItemCannotBeWished()
    {
        auto content = newbornContent();
        content.items[4].state = ItemState::Suspended;
        const Catalogue catalogue = Catalogue::make(content, 1).value();
        Case draft;
        draft.rulesDay = today;
        QCOMPARE(text(selectParts(catalogue, draft, {}, {u"insurance"_s, u"passport"_s})), u"insurance"_s);
    }

    void anAddedItemMayAddAnother()
    {
        auto content = newbornContent();
        content.items[3].situations = {yesNo(u"travel"_s, {{Kind::AddItem, u"passport"_s, {}}})};
        const QMap<QString, QStringList> answers{{u"newborn/wants-allowance"_s, {u"yes"_s}}, {u"allowance/travel"_s, {u"yes"_s}}};
        QVERIFY(selected(content, answers).endsWith(u"allowance<-medical-certificate passport"_s));
        QVERIFY(!selected(content, {{u"allowance/travel"_s, {u"yes"_s}}}).contains(u"passport"_s));
    }

    void answersChangeTheParts()
    {
        auto content = newbornContent();
        content.lifeEvents[0].situations.append(yesNo(u"held"_s, {{Kind::DropItem, u"medical-certificate"_s, {}}}));
        const Catalogue catalogue = Catalogue::make(content, 1).value();
        const LifeEvent &event = *catalogue.lifeEvent(u"newborn"_s, today);
        const QString everything = u"medical-certificate birth-registration<-medical-certificate insurance<-birth-registration"_s;
        const QMap<QString, QStringList> held{{u"newborn/held"_s, {u"yes"_s}}};
        const QMap<QString, QStringList> notHeld{{u"newborn/held"_s, {u"no"_s}}};

        Case draft = chosen(catalogue, event);
        QCOMPARE(text(selectParts(catalogue, draft, {})), everything);
        QCOMPARE(text(selectParts(catalogue, draft, held)), u"birth-registration insurance<-birth-registration"_s);
        take(draft, catalogue, held);
        QVERIFY(checkPartsFollowAnswers(catalogue, draft));
        QCOMPARE(text(selectParts(catalogue, draft, notHeld)), everything);
        take(draft, catalogue, notHeld);
        QVERIFY(checkPartsFollowAnswers(catalogue, draft));

        // The clerk's own hand stays: one step taken out, one item from outside brought in.
        draft.parts.removeIf([](const CasePart &part) { return part.itemId == u"insurance"_s; });
        QCOMPARE(text(selectParts(catalogue, draft, draft.answers, {u"passport"_s})), u"medical-certificate birth-registration<-medical-certificate passport"_s);
        take(draft, catalogue, draft.answers, {u"passport"_s});
        QCOMPARE(text(selectParts(catalogue, draft, held)), u"birth-registration passport"_s);
        take(draft, catalogue, held);
        QCOMPARE(text(selectParts(catalogue, draft, draft.answers, {u"insurance"_s})), u"birth-registration insurance<-birth-registration passport"_s);
        // What an answer drops cannot be wished back.
        QCOMPARE(text(selectParts(catalogue, draft, draft.answers, {u"medical-certificate"_s})), u"birth-registration passport"_s);
    }

    void singleItemsFollowTheirAnswers()
    {
        auto content = newbornContent();
        content.items[2].situations = {yesNo(u"trip"_s, {{Kind::AddItem, u"passport"_s, {}}, {Kind::DropItem, u"allowance"_s, {}}})};
        const Catalogue catalogue = Catalogue::make(content, 1).value();
        Case draft;
        draft.rulesDay = today;
        take(draft, catalogue, {}, {u"insurance"_s, u"allowance"_s});
        QCOMPARE(text(selectParts(catalogue, draft, {})), u"insurance allowance"_s);
        const QMap<QString, QStringList> trip{{u"insurance/trip"_s, {u"yes"_s}}};
        QCOMPARE(text(selectParts(catalogue, draft, trip)), u"insurance passport"_s);
        draft.answers = trip;
        const auto checked = checkPartsFollowAnswers(catalogue, draft);
        QCOMPARE(checked ? QString() : failureText(checked.error().code), u"CASE-015"_s);
    }

    void partsMustBeTheCatalogues()
    {
        const Catalogue catalogue = Catalogue::make(newbornContent(), 1).value();
        const Case good = chosen(catalogue, *catalogue.lifeEvent(u"newborn"_s, today));
        QVERIFY(checkPartsFollowAnswers(catalogue, good));
        const auto code = [&](const std::function<void(Case &)> &change) {
            Case draft = good;
            change(draft);
            const auto checked = checkPartsFollowAnswers(catalogue, draft);
            return checked ? QString() : failureText(checked.error().code);
        };
        QCOMPARE(code([](Case &draft) { draft.parts[1].dependsOn.clear(); }), u"CASE-015"_s);
        QCOMPARE(code([](Case &draft) { draft.parts[0].dependsOn = {draft.parts[2].id}; }), u"CASE-015"_s);
        QCOMPARE(code([](Case &draft) { draft.parts[2].dependsOn = {PartId()}; }), u"CASE-015"_s);
        QCOMPARE(code([](Case &draft) { draft.lifeEventId.clear(); }), u"CASE-015"_s);
        // A step taken out is transparent, as RemoveItem makes it.
        QCOMPARE(code([](Case &draft) {
            draft.parts[2].dependsOn = draft.parts[1].dependsOn;
            draft.parts.removeAt(1);
        }), QString());
    }

    void stepsMayStandInAnyOrder()
    {
        auto content = newbornContent();
        std::reverse(content.lifeEvents[0].steps.begin(), content.lifeEvents[0].steps.end());
        const Catalogue catalogue = Catalogue::make(content, 1).value();
        const Case draft = chosen(catalogue, *catalogue.lifeEvent(u"newborn"_s, today));
        QCOMPARE(draft.parts.size(), 3);
        QCOMPARE(draft.parts.first().itemId, u"insurance"_s);
        QCOMPARE(draft.parts.first().dependsOn, QList<PartId>{draft.parts.at(1).id});
        QVERIFY(checkPartsFollowAnswers(catalogue, draft));
    }
};

QTEST_GUILESS_MAIN(TestSteps)
#include "tst_steps.moc"
