// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <caseworld.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

/** Every state a command can meet: no case, a part's eleven states, a discarded draft. */
struct Situated {
    QString name;
    CaseWorld world;
};

const QStringList stateNames{u"Draft"_s,    u"Received"_s, u"Accepted"_s, u"InReview"_s,    u"CorrectionAsked"_s, u"Paused"_s,
                             u"Approved"_s, u"Refused"_s,  u"NotAccepted"_s, u"Withdrawn"_s, u"Finished"_s};

QList<Situated> allSituations()
{
    QList<Situated> all{{u"None"_s, CaseWorld()}};
    for (int state = 0; state < stateNames.size(); ++state)
        all.append({stateNames.at(state), CaseWorld::inState(static_cast<PartState>(state))});
    Situated discarded{u"Discarded"_s, CaseWorld::draft()};
    discarded.world.give(clerk(), command::DiscardDraft{});
    all.append(discarded);
    return all;
}

const QMap<QString, Actor> &actors()
{
    static const QMap<QString, Actor> all{
        {u"clerk"_s, clerk()},
        {u"otherClerk"_s, otherClerk()},
        {u"supervisor"_s, supervisor()},
        {u"reviewer"_s, reviewer()},
        {u"foreignReviewer"_s, reviewer(u"tax"_s)},
        {u"reviewingClerk"_s, reviewingClerk()},
        {u"auditor"_s, actorOf(Role::Auditor)},
        {u"administrator"_s, actorOf(Role::Administrator)},
        {u"system"_s, system()},
    };
    return all;
}

struct Row {
    CommandBody body;
    QString states;  ///< where it is allowed
    QString actors;  ///< who may
};

QList<Row> rows()
{
    const QString shared = u"clerk supervisor"_s;
    const QString dept = u"reviewer"_s;
    return {
        {command::OpenCase{QDate(2026, 11, 23)}, u"None"_s, u"clerk otherClerk supervisor"_s},
        {command::SetApplicant{applicant()}, u"Draft"_s, shared},
        {command::SetAgency{agency()}, u"Draft"_s, shared},
        {addItem(2, u"insurance"_s), u"Draft"_s, shared},
        {command::RemoveItem{idOf(1)}, u"Draft"_s, shared},
        {command::ChooseLifeEvent{u"newborn"_s, 1, {addItem(2, u"insurance"_s)}}, u"Draft"_s, shared},
        {command::AnswerSituation{u"newborn/twins"_s, QStringList{u"yes"_s}}, u"Draft"_s, shared},
        {command::SetField{u"phone"_s, {u"1"_s, FieldSource::Operator, {}, {}, {}}}, u"Draft CorrectionAsked"_s, shared},
        {command::SetMaterial{u"register"_s, material(MaterialWay::OriginalSeen)}, u"Draft CorrectionAsked"_s, shared},
        {command::ReceiveMaterials{u"R-1"_s, true}, u"Draft"_s, shared},
        {command::DiscardDraft{u"mistake"_s}, u"Draft"_s, shared},
        {command::WithdrawCase{u"asked"_s}, u"Received Accepted InReview CorrectionAsked Paused"_s, shared},
        {command::AcceptPart{}, u"Received"_s, u"reviewer system"_s},
        {command::RejectPart{u"out of scope"_s, u"art. 32"_s}, u"Received"_s, dept},
        {command::TakePart{}, u"Accepted"_s, dept},
        {command::AskCorrection{{u"sign"_s}, QDate(2026, 12, 1)}, u"Received Accepted InReview"_s, dept},
        {command::AnswerCorrection{}, u"CorrectionAsked"_s, shared},
        {command::PausePart{u"expert review"_s}, u"Accepted InReview"_s, dept},
        {command::ResumePart{}, u"Paused"_s, dept},
        {command::ApprovePart{u"agreed"_s, {}}, u"InReview"_s, dept},
        {command::RefusePart{u"not met"_s, {}}, u"InReview"_s, dept},
        {command::FinishPart{}, u"Approved"_s, u"reviewer system"_s},
    };
}

/** Commands that a reviewer who opened the case may not give, as against those no reviewer may. */
QString expectedCode(const Row &row, const QString &state, const QString &actor)
{
    const bool opens = std::holds_alternative<command::OpenCase>(row.body);
    if (state == u"None"_s && !opens)
        return u"CASE-021"_s;
    const bool mayReview = row.actors.split(u' ').contains(u"reviewer"_s);
    if (actor == u"reviewingClerk"_s && mayReview)
        return u"CASE-017"_s;
    if (!row.actors.split(u' ').contains(actor))
        return u"CASE-004"_s;
    return row.states.split(u' ').contains(state) ? QString() : u"CASE-001"_s;
}

QString codeOf(const Result<Case> &result)
{
    return result ? QString() : failureText(result.error().code);
}

} // namespace

/** Every command in every state by every kind of actor: 22 x 13 x 9. */
class TestCommandMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandHasARow()
    {
        QSet<size_t> seen;
        for (const Row &row : rows())
            seen.insert(row.body.index());
        QCOMPARE(seen.size(), qsizetype(std::variant_size_v<CommandBody>));
    }

    void matrix_data()
    {
        QTest::addColumn<int>("at");
        const QList<Row> all = rows();
        for (int at = 0; at < all.size(); ++at)
            QTest::newRow(qPrintable(commandName(all.at(at).body))) << at;
    }

    void matrix()
    {
        QFETCH(int, at);
        const Row row = rows().at(at);
        const PartId part = isPartCommand(row.body) ? idOf(1) : PartId();
        for (const Situated &situated : m_situations) {
            for (auto actor = actors().cbegin(); actor != actors().cend(); ++actor) {
                CaseWorld world = situated.world;
                const QString code = codeOf(world.tried(actor.value(), row.body, part));
                const QString expected = expectedCode(row, situated.name, actor.key());
                QVERIFY2(code == expected, qPrintable(u"%1 by %2: '%3', expected '%4'"_s.arg(situated.name, actor.key(), code, expected)));
            }
        }
    }

    void buttonsAgreeWithApply()
    {
        for (const Row &row : rows()) {
            const PartId part = isPartCommand(row.body) ? idOf(1) : PartId();
            for (const Situated &situated : m_situations) {
                // Whether a correction is overdue is a matter of the date, which no button knows.
                if (std::holds_alternative<command::RejectPart>(row.body) && situated.name == u"CorrectionAsked"_s)
                    continue;
                for (const Actor &actor : actors()) {
                    CaseWorld world = situated.world;
                    const bool enabled = mayCommand(actor, world.now, part, row.body) && stateAllows(world.now, part, row.body);
                    QCOMPARE(enabled, world.tried(actor, row.body, part).has_value());
                }
            }
        }
    }

    void aStrangerHasNoName()
    {
        CaseWorld world = CaseWorld::draft();
        Actor nobody = supervisor();
        nobody.operatorId.clear();
        QCOMPARE(codeOf(world.tried(nobody, command::SetApplicant{applicant()})), u"CASE-004"_s);
    }

    void onlyTheTakerDecides()
    {
        CaseWorld world = CaseWorld::inState(PartState::InReview);
        QCOMPARE(codeOf(world.tried(secondReviewer(), command::ApprovePart{}, idOf(1))), u"CASE-004"_s);
        QCOMPARE(codeOf(world.tried(secondReviewer(), command::RefusePart{u"no"_s, {}}, idOf(1))), u"CASE-004"_s);
        QVERIFY(world.tried(secondReviewer(), command::PausePart{u"absent"_s}, idOf(1)));
    }

private:
    const QList<Situated> m_situations = allSituations();
};

QTEST_GUILESS_MAIN(TestCommandMatrix)
#include "tst_commandmatrix.moc"
