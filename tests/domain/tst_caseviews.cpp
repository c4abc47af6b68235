// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <caseworld.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

/** What a reviewer sees, what bounds hold, what the wire calls a command. */
class TestCaseViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void projectionHoldsOnePartOnly()
    {
        CaseWorld world = CaseWorld::draft();
        world.give(clerk(), command::ChooseLifeEvent{u"newborn"_s, 1, {addItem(1, u"birth-registration"_s), addItem(2, u"insurance"_s, u"insurance"_s)}});
        for (const QString &key : {u"newborn/twins"_s, u"birth-registration/abroad"_s, u"insurance/income"_s})
            world.give(clerk(), command::AnswerSituation{key, QStringList{u"yes"_s}});
        for (const QString &key : {u"a"_s, u"b"_s}) {
            world.give(clerk(), command::SetField{key, {u"x"_s, FieldSource::Operator, {}, {}, {}}});
            world.give(clerk(), command::SetMaterial{key, material(MaterialWay::OriginalSeen)});
        }
        const Case view = projectionFor(world.now, {idOf(1)}, {u"a"_s}, {u"b"_s});
        QCOMPARE(view.parts, QList<CasePart>{*world.now.part(idOf(1))});
        QCOMPARE(view.materials.keys(), QStringList{u"a"_s});
        QCOMPARE(view.fields.keys(), QStringList{u"b"_s});
        QCOMPARE(view.answers.keys(), (QStringList{u"birth-registration/abroad"_s, u"newborn/twins"_s}));
        QCOMPARE(view.applicant, world.now.applicant);
        QVERIFY(view.applied.isEmpty());
        const Case both = projectionFor(world.now, {idOf(2), idOf(1)}, {}, {});
        QCOMPARE(both.parts, world.now.parts);
        QCOMPARE(both.answers, world.now.answers);
    }

    void agentsProofBelongsToEveryPart()
    {
        CaseWorld world = CaseWorld::inState(PartState::InReview);
        world.now.agency = agency();
        world.now.materials.insert(u"power-of-attorney"_s, material(MaterialWay::OriginalSeen));
        world.now.materials.insert(u"other"_s, material(MaterialWay::OriginalSeen));
        QCOMPARE(projectionFor(world.now, {idOf(1)}, {}, {}).materials.keys(), QStringList{u"power-of-attorney"_s});
        world.now.agency.reset();
        QVERIFY(projectionFor(world.now, {idOf(1)}, {}, {}).materials.isEmpty());
    }

    void projectionForAStrangerIsEmpty()
    {
        const CaseWorld world = CaseWorld::inState(PartState::InReview);
        const Case view = projectionFor(world.now, {idOf(9)}, {}, {});
        Case empty;
        empty.id = world.now.id;
        QCOMPARE(view, empty);
    }

    void bounds_data()
    {
        using namespace command;
        QTest::addColumn<int>("at");
        const auto count = longOnes().size();
        for (int at = 0; at < count; ++at)
            QTest::newRow(qPrintable(u"%1 %2"_s.arg(at).arg(commandName(longOnes().at(at))))) << at;
    }

    void bounds()
    {
        QFETCH(int, at);
        const auto checked = checkBounds(longOnes().at(at));
        QVERIFY(!checked);
        QCOMPARE(failureText(checked.error().code), u"CASE-019"_s);
    }

    void boundsOfACase()
    {
        CaseWorld world = CaseWorld::draft();
        for (int n = 0; n < 59; ++n)
            world.give(clerk(), addItem(100 + n, u"item%1"_s.arg(n)));
        QCOMPARE(failureText(world.tried(clerk(), addItem(99, u"one-more"_s)).error().code), u"CASE-019"_s);
        for (int n = 0; n < 1000; ++n)
            world.give(clerk(), command::SetField{u"f%1"_s.arg(n), {u"x"_s, FieldSource::Operator, {}, {}, {}}});
        QCOMPARE(failureText(world.tried(clerk(), command::SetField{u"g"_s, {u"x"_s, FieldSource::Operator, {}, {}, {}}}).error().code), u"CASE-019"_s);
        QVERIFY(world.tried(clerk(), command::SetField{u"f1"_s, {u"y"_s, FieldSource::Operator, {}, {}, {}}}));
    }

    /** The files of all materials together have an end, by number and by bytes; fewer than before is always taken. */
    void filesOfACase()
    {
        constexpr qint64 largest = 8 << 20;
        CaseWorld world = CaseWorld::draft();
        const auto give = [&](int key, int files, qint64 size) {
            MaterialState state = material(MaterialWay::FileAttached);
            state.files.clear();
            for (int n = 0; n < files; ++n)
                state.files.append({u"m%1-%2"_s.arg(key).arg(n), u"a.pdf"_s, size, {}});
            const command::SetMaterial body{u"m%1"_s.arg(key), state};
            const auto tried = world.tried(clerk(), body);
            if (tried)
                world.give(clerk(), body);
            return tried ? QString() : failureText(tried.error().code);
        };
        for (int n = 0; n < 5; ++n)
            QCOMPARE(give(n, 20, 1), QString());
        QCOMPARE(give(5, 1, 1), u"CASE-019"_s);
        QCOMPARE(give(4, 19, 1), QString());
        QCOMPARE(give(5, 1, 1), QString());
        world = CaseWorld::draft();
        for (int n = 0; n < 2; ++n)
            QCOMPARE(give(n, 20, largest), QString());
        QCOMPARE(give(2, 11, largest), u"CASE-019"_s);
        QCOMPARE(give(2, 10, largest), QString());
        QCOMPARE(give(3, 1, 1), u"CASE-019"_s);
    }

    void usualCommandsAreWithinBounds()
    {
        QVERIFY(checkBounds(command::SetApplicant{applicant()}));
        QVERIFY(checkBounds(command::SetAgency{agency()}));
        QVERIFY(checkBounds(command::TakePart{}));
        QVERIFY(checkBounds(command::ApprovePart{QString(1000, u'x'), {}}));
    }

    void namesAreStable()
    {
        QCOMPARE(commandName(command::OpenCase{}), u"open-case"_s);
        QCOMPARE(commandName(command::ChooseLifeEvent{}), u"choose-life-event"_s);
        QCOMPARE(commandName(command::AcceptPart{}), u"accept-part"_s);
        QCOMPARE(commandName(command::FinishPart{}), u"finish-part"_s);
        QVERIFY(!isPartCommand(command::WithdrawCase{}));
        QVERIFY(isPartCommand(command::AcceptPart{}));
    }

    void finalStates()
    {
        const QSet<int> final{int(PartState::Refused), int(PartState::NotAccepted), int(PartState::Withdrawn), int(PartState::Finished)};
        for (int state = 0; state <= int(PartState::Finished); ++state)
            QCOMPARE(isFinal(static_cast<PartState>(state)), final.contains(state));
    }

private:
    static QList<CommandBody> longOnes()
    {
        using namespace command;
        const QString text(3000, u'x');
        const QStringList many(61, u"x"_s);
        Party party = applicant();
        party.address = text;
        Agency agent = agency();
        agent.agent = party;
        Agency relation = agency();
        relation.relation = text;
        MaterialState state = material(MaterialWay::FileAttached);
        state.note = text;
        MaterialState longName = material(MaterialWay::FileAttached);
        longName.files.append({u"a-2"_s, QString(256, u'x'), 1, {}});
        MaterialState longId = material(MaterialWay::FileAttached);
        longId.files.append({QString(121, u'x'), {}, 1, {}});
        MaterialState manyFiles = material(MaterialWay::FileAttached);
        manyFiles.files = QList<AttachedFile>(mostFilesOfMaterial + 1, manyFiles.files.first());
        AddItem item = addItem(1, text);
        AddItem dependent = addItem(1, u"x"_s, u"police"_s, QList<PartId>(61, idOf(2)));
        return {
            SetApplicant{party}, SetAgency{agent}, SetAgency{relation}, item, dependent, ChooseLifeEvent{u"e"_s, 1, {item}},
            ChooseLifeEvent{u"e"_s, 1, QList<AddItem>(61, addItem(1, u"x"_s))}, ChooseLifeEvent{text, 1, {}}, AnswerSituation{text, {}},
            AnswerSituation{u"k"_s, many}, AnswerSituation{u"k"_s, QStringList{text}}, SetField{u"f"_s, {text, FieldSource::Operator, {}, {}, {}}},
            SetMaterial{text, {}}, SetMaterial{u"k"_s, state}, SetMaterial{u"k"_s, longName}, SetMaterial{u"k"_s, longId}, SetMaterial{u"k"_s, manyFiles}, ReceiveMaterials{text, true}, DiscardDraft{text}, WithdrawCase{text},
            RejectPart{text, {}}, AskCorrection{many, {}}, AskCorrection{{text}, {}}, AskCorrection{{}, {}, text}, AnswerCorrection{text}, PausePart{text},
            ApprovePart{text, {}}, RefusePart{u"x"_s, text},
        };
    }
};

QTEST_GUILESS_MAIN(TestCaseViews)
#include "tst_caseviews.moc"
