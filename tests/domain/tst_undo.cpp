// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <caseworld.h>

#include <QRandomGenerator>
#include <QtTest>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

/** A case without what every command leaves behind: revisions and ids. */
Case editState(Case of)
{
    of.revision = 0;
    of.applied.clear();
    return of;
}

FieldValue typed(const QString &value)
{
    return {value, FieldSource::Operator, {}, QDateTime(QDate(2026, 11, 23), QTime(3, 0), Qt::UTC), {}};
}

QList<CommandBody> edits()
{
    Party other = applicant();
    other.phone = u"13800000000"_s;
    Agency later = agency();
    later.validUntil = QDate(2027, 1, 31);
    return {
        command::SetApplicant{other},
        command::SetApplicant{applicant()},
        command::SetAgency{agency()},
        command::SetAgency{later},
        command::SetAgency{},
        addItem(2, u"insurance"_s),
        addItem(3, u"allowance"_s, u"insurance"_s, {idOf(1)}),
        command::RemoveItem{idOf(1)},
        command::RemoveItem{idOf(3)},
        command::ChooseLifeEvent{u"newborn"_s, 2, {addItem(4, u"passport"_s), addItem(5, u"insurance"_s, u"insurance"_s, {idOf(4)})}},
        command::ChooseLifeEvent{},
        command::AnswerSituation{u"newborn/twins"_s, QStringList{u"yes"_s}},
        command::AnswerSituation{u"newborn/twins"_s, QStringList{u"no"_s}},
        command::AnswerSituation{u"newborn/twins"_s, QStringList()},
        command::AnswerSituation{u"newborn/twins"_s, {}},
        command::SetField{u"phone"_s, typed(u"1"_s)},
        command::SetField{u"phone"_s, typed(u"2"_s)},
        command::SetField{u"phone"_s, {}},
        command::SetMaterial{u"register"_s, material(MaterialWay::OriginalSeen)},
        command::SetMaterial{u"register"_s, material(MaterialWay::FileAttached)},
        command::SetMaterial{u"register"_s, {}},
    };
}

} // namespace

/** Undo is the inverse command, made from the case before it. */
class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEditHasItsInverse_data()
    {
        QTest::addColumn<int>("at");
        const QList<CommandBody> all = edits();
        for (int at = 0; at < all.size(); ++at)
            QTest::newRow(qPrintable(u"%1 %2"_s.arg(at).arg(commandName(all.at(at))))) << at;
    }

    void everyEditHasItsInverse()
    {
        QFETCH(int, at);
        CaseWorld world = CaseWorld::draft();
        const CommandBody body = edits().at(at);
        const Case before = world.now;
        // Some rows take back what is not there yet; they are met again in the random walk.
        if (!world.tried(clerk(), body))
            return;
        world.give(clerk(), body);
        const auto inverse = inverseOf(before, body);
        QVERIFY(inverse);
        world.give(clerk(), *inverse);
        QCOMPARE(editState(world.now), editState(before));
        QCOMPARE(world.now.revision, before.revision + 2);
    }

    void aWalkCanBeUndoneToItsStart()
    {
        QRandomGenerator random(990100);
        for (int walk = 0; walk < 50; ++walk) {
            CaseWorld world = CaseWorld::draft();
            const Case start = world.now;
            QList<CommandBody> inverses;
            for (int step = 0; step < 40; ++step) {
                const QList<CommandBody> all = edits();
                const CommandBody body = all.at(random.bounded(int(all.size())));
                if (!world.tried(clerk(), body))
                    continue;
                const auto inverse = inverseOf(world.now, body);
                QVERIFY(inverse);
                inverses.prepend(*inverse);
                world.give(clerk(), body);
            }
            QVERIFY(inverses.size() > 10);
            for (const CommandBody &inverse : inverses)
                world.give(clerk(), inverse);
            QCOMPARE(editState(world.now), editState(start));
        }
    }

    void theFirstApplicantStays()
    {
        CaseWorld world;
        world.give(clerk(), command::OpenCase{world.day});
        QVERIFY(!inverseOf(world.now, command::SetApplicant{applicant()}));
    }

    void stepsOfTheRecordAreNotUndone()
    {
        const CaseWorld draft = CaseWorld::draft();
        QVERIFY(!inverseOf(draft.now, command::ReceiveMaterials{{}, true}));
        QVERIFY(!inverseOf(draft.now, command::DiscardDraft{}));
        QVERIFY(!inverseOf(Case(), command::OpenCase{QDate(2026, 11, 23)}));
        const CaseWorld corrected = CaseWorld::inState(PartState::CorrectionAsked);
        QVERIFY(!inverseOf(corrected.now, command::SetField{u"phone"_s, typed(u"1"_s)}));
        QVERIFY(!inverseOf(corrected.now, command::AnswerCorrection{}));
    }
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
