// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <caseworld.h>

#include <QRandomGenerator>
#include <QtTest>
#include <set>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

using Transition = std::pair<PartState, PartState>;

/** Every way a part may move (reference 5.1); anything else is a fault. */
const std::set<Transition> &allTransitions()
{
    using S = PartState;
    static const std::set<Transition> all{
        {S::Draft, S::Received},           {S::Received, S::Accepted},         {S::Received, S::CorrectionAsked},
        {S::Received, S::NotAccepted},     {S::Received, S::Withdrawn},        {S::Accepted, S::InReview},
        {S::Accepted, S::CorrectionAsked}, {S::Accepted, S::Paused},           {S::Accepted, S::Approved},
        {S::Accepted, S::Refused},         {S::Accepted, S::Withdrawn},        {S::InReview, S::CorrectionAsked},
        {S::InReview, S::Paused},          {S::InReview, S::Approved},         {S::InReview, S::Refused},
        {S::InReview, S::Withdrawn},       {S::CorrectionAsked, S::Received},  {S::CorrectionAsked, S::Accepted},
        {S::CorrectionAsked, S::InReview}, {S::CorrectionAsked, S::NotAccepted}, {S::CorrectionAsked, S::Withdrawn},
        {S::Paused, S::Accepted},          {S::Paused, S::InReview},           {S::Paused, S::Withdrawn},
        {S::Approved, S::Finished},
    };
    return all;
}

/** Random commands on one case after another, mostly sensible, often not. */
class Chaos
{
public:
    explicit Chaos(quint32 seed) : m_random(seed) {}

    int below(int most) { return m_random.bounded(most); }
    bool once(int in) { return below(in) == 0; }
    QString word(int in) { return once(in) ? QString() : u"text"_s; }

    /** The kinds that move a case on, and only now and then those that end it. */
    int likelyKind(const Case &on)
    {
        if (on.id.isNull())
            return 0;
        if (on.stage == CaseStage::Draft)
            return once(3) ? 9 : once(30) ? 10 : 1 + below(8);
        return once(25) ? 11 : once(6) ? 7 + below(2) : 12 + below(10);
    }

    QUuid somePart() { return idOf(1 + below(4)); }

    Party party()
    {
        Party made = once(2) ? applicant() : agentParty();
        if (once(6))
            made.name.clear();
        if (once(3)) {
            made.method = IdentityMethod::Typed;
            made.typedReason = word(2);
        }
        return made;
    }

    command::AddItem item()
    {
        const QList<QString> departments{u"police"_s, u"insurance"_s};
        command::AddItem made = addItem(1 + below(4), once(20) ? QString() : u"item%1"_s.arg(below(4)), departments.at(below(2)), {},
                                        once(3) ? CaseKind::Immediate : CaseKind::Promised);
        if (once(3))
            made.dependsOn = {somePart()};
        return made;
    }

    MaterialState state()
    {
        MaterialState made = material(static_cast<MaterialWay>(below(6)));
        for (int i = below(4); made.way == MaterialWay::FileAttached && i > 0; --i)
            made.files.append({u"a-%1"_s.arg(below(6)), once(8) ? u"../x"_s : u"x"_s, below(12), {}});
        if (once(20))
            made.files = QList<AttachedFile>(below(23), AttachedFile{u"a"_s, {}, 1, {}});
        return made;
    }

    QString text(int emptyIn) { return once(60) ? QString(3000, u'x') : word(emptyIn); }

    CommandBody body(int kind, QDate day)
    {
        using namespace command;
        switch (kind) {
        case 0: return OpenCase{once(20) ? QDate() : day};
        case 1: return SetApplicant{party()};
        case 2: return SetAgency{once(2) ? std::optional<Agency>() : Agency{party(), once(6) ? QString() : u"配偶"_s, word(6), once(6) ? QDate() : day, !once(6)}};
        case 3: return item();
        case 4: return RemoveItem{somePart()};
        case 5: return ChooseLifeEvent{word(2), 1, {item(), item()}};
        case 6: return AnswerSituation{word(10), once(4) ? std::optional<QStringList>() : QStringList(below(3), u"yes"_s)};
        case 7: return SetField{word(10), {text(3), FieldSource::Operator, {}, {}, {}}};
        case 8: return SetMaterial{once(10) ? QString() : u"k%1"_s.arg(below(3)), once(4) ? std::optional<MaterialState>() : state()};
        case 9: return ReceiveMaterials{text(3), !once(4)};
        case 10: return DiscardDraft{text(2)};
        case 11: return WithdrawCase{text(4)};
        case 12: return AcceptPart{once(3)};
        case 13: return RejectPart{text(4), text(4)};
        case 14: return TakePart{};
        case 15: return AskCorrection{once(5) ? QStringList() : QStringList{text(9)}, day.addDays(below(8) - 1)};
        case 16: return AnswerCorrection{text(3)};
        case 17: return PausePart{text(4)};
        case 18: return ResumePart{};
        case 19: return ApprovePart{text(3), {}};
        case 20: return RefusePart{text(5), {}};
        default: return FinishPart{};
        }
    }

    Actor actor(const CommandBody &body, const Case &on, const PartId &partId)
    {
        const QList<Actor> all{clerk(), otherClerk(), supervisor(), reviewer(), reviewer(u"insurance"_s), secondReviewer(), reviewingClerk(), system(),
                               actorOf(Role::Auditor), Actor()};
        if (once(6))
            return all.at(below(int(all.size())));
        for (int tries = 0; tries < 20; ++tries) {
            const Actor some = all.at(below(int(all.size())));
            if (mayCommand(some, on, partId, body))
                return some;
        }
        return clerk();
    }

private:
    QRandomGenerator m_random;
};

/** An accepted part has its number and days; nobody's answer is the exchange's word and counts from the day of receipt. */
void checkAcceptance(const CasePart &old, const CasePart &part, const CaseCommand &given)
{
    const bool deemed = std::get<command::AcceptPart>(given.body).deemed;
    QVERIFY(!part.number.isEmpty() && part.promisedDue.isValid() == part.statutoryDue.isValid());
    QVERIFY(given.actor.role == Role::System || (given.actor.role == Role::Reviewer && !deemed));
    if (deemed)
        QCOMPARE(part.acceptedOn, materialsInOn(old));
    else
        QVERIFY(part.acceptedOn >= old.receivedOn);
}

/** Limits run for nobody who waits, and for everybody who does no more. */
void checkClocks(const Case &before, const Case &after, const Stamp &stamp)
{
    for (const CasePart &part : after.parts) {
        const CasePart *old = before.part(part.id);
        if (!old || after.stage == CaseStage::Draft || isFinal(part.state))
            continue;
        const bool waits = isWaiting(after, part);
        QVERIFY2(!waits || !part.clockFrom.isValid(), "a clock started before its time");
        QVERIFY2(!waits || !part.promisedDue.isValid(), "days for a part that waits");
        QVERIFY2(waits || !isWaiting(before, *old) || part.clockFrom == stamp.legalDate, "a clock did not start");
        const bool newlyRuns = !waits && part.acceptedOn.isValid() && !doesClockStand(part.state)
            && (isWaiting(before, *old) || !old->acceptedOn.isValid() || doesClockStand(old->state));
        QVERIFY2(!newlyRuns || stamp.provisional || part.promisedDue.isValid(), "a running clock without an end");
        QVERIFY2(part.clockFrom == old->clockFrom || !old->clockFrom.isValid(), "a clock started twice");
    }
}

/** What must hold between a case and the case a command made of it. */
void checkStep(const Case &before, const Case &after, const CaseCommand &given, std::set<Transition> &transitions)
{
    int grown = 0;
    if (after.revision != before.revision) {
        QCOMPARE(after.revision, before.revision + 1);
        ++grown;
    }
    QSet<QString> numbers;
    for (const CasePart &part : after.parts) {
        const CasePart *old = before.part(part.id);
        if (!part.number.isEmpty()) {
            QVERIFY2(!numbers.contains(part.number), "a part number was given twice");
            numbers.insert(part.number);
        }
        if (!old || after.stage == CaseStage::Draft)
            continue;
        if (part.revision != old->revision) {
            QCOMPARE(part.revision, old->revision + 1);
            QCOMPARE(part.id, given.partId);
            ++grown;
        }
        if (part.state != old->state) {
            QVERIFY2(!isFinal(old->state), "a part left a final state");
            QVERIFY2(allTransitions().contains({old->state, part.state}), "a part moved in a forbidden way");
            transitions.insert({old->state, part.state});
            if (part.state == PartState::NotAccepted)
                QVERIFY2(!part.decision->opinion.trimmed().isEmpty() && !part.decision->legalBasis.trimmed().isEmpty(), "not accepted without reason and basis");
        }
        if (old->state == PartState::Received && part.state == PartState::Accepted)
            checkAcceptance(*old, part, given);
        QVERIFY2(part.number == old->number || old->number.isEmpty(), "an official number changed");
        const bool standing = part.state == PartState::Paused || part.state == PartState::CorrectionAsked;
        const bool open = !part.pauses.isEmpty() && !part.pauses.constLast().to.isValid();
        QVERIFY2(standing == open || part.state == PartState::Withdrawn || part.state == PartState::NotAccepted, "clock and state disagree");
    }
    QVERIFY2(!after.applicant || !after.agency || after.agency->agent.number != after.applicant->number, "somebody is their own agent");
    QCOMPARE(grown, 1);
    QVERIFY(!before.applied.contains(given.id));
    QCOMPARE(after.applied.size(), before.applied.size() + 1);
    if (before.stage != CaseStage::Draft && !before.id.isNull())
        QCOMPARE(after.parts.size(), before.parts.size());
}

} // namespace

/** Sequences of random commands with stale, doubled, foreign and malformed ones among them. */
class TestApplyProperty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void invariantsHold_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed : {20261123u, 7u, 990100u, 4u, 8u, 15u, 16u, 23u})
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }

    void invariantsHold()
    {
        QFETCH(quint32, seed);
        Chaos chaos(seed);
        CaseWorld world;
        for (int step = 0; step < 20'000; ++step) {
            const bool over = world.now.stage == CaseStage::Finished || world.now.stage == CaseStage::Withdrawn || world.now.stage == CaseStage::Discarded;
            if (chaos.once(over ? 10 : 300))
                world = CaseWorld();
            if (chaos.once(30))
                world.day = world.day.addDays(chaos.below(5));
            oneStep(chaos, world);
            if (QTest::currentTestFailed())
                return;
        }
    }

    /** Runs last: the sequences above must have been rich enough to prove something. */
    void everythingWasHit()
    {
        QCOMPARE(m_transitions.size(), allTransitions().size());
        QCOMPARE(m_applied.size(), qsizetype(std::variant_size_v<CommandBody>));
        const std::set<std::pair<Role, bool>> everyWay{{Role::System, false}, {Role::System, true}, {Role::Reviewer, false}};
        QVERIFY2(m_started > 0, "clocks that waited");
        QVERIFY2(m_acceptances == everyWay, "the window's, nobody's and the department's acceptance");
        QStringList notHit;
        for (int number = 1; number <= 21; ++number) {
            const QString code = u"CASE-%1"_s.arg(number, 3, 10, QChar(u'0'));
            if (!m_codes.contains(code))
                notHit.append(code);
        }
        QCOMPARE(notHit, QStringList());
    }

private:
    void oneStep(Chaos &chaos, CaseWorld &world)
    {
        CommandBody body = chaos.body(chaos.once(3) ? chaos.below(22) : chaos.likelyKind(world.now), world.day);
        PartId part;
        if (isPartCommand(body) != chaos.once(40))
            part = world.now.parts.isEmpty() || chaos.once(40) ? chaos.somePart() : world.now.parts.at(chaos.below(int(world.now.parts.size()))).id;
        // Most commands are moved towards what the state allows, or no case would ever get far.
        const bool steered = !chaos.once(4);
        for (int tries = 0; steered && tries < 15 && !stateAllows(world.now, part, body); ++tries) {
            body = chaos.body(chaos.likelyKind(world.now), world.day);
            part = isPartCommand(body) && !world.now.parts.isEmpty() ? world.now.parts.at(chaos.below(int(world.now.parts.size()))).id : PartId();
        }
        CaseCommand command = world.command(chaos.actor(body, world.now, part), body, part);
        if (chaos.once(25))
            command.baseRevision += chaos.below(5) - 2;
        if (chaos.once(30) && !world.now.applied.isEmpty())
            command.id = *world.now.applied.cbegin();
        if (chaos.once(60))
            command.caseId = idOf(998);
        world.provisional = chaos.once(8);
        Stamp stamp = world.stamp();
        if (chaos.once(40))
            stamp.receivedAt = {};
        stampClocks(chaos, world.now, command, stamp);
        judge(world, command, stamp);
    }

    /** As the exchange stamps: no days for a part that waits, and days for those whose clocks a decision starts; now and then not. */
    static void stampClocks(Chaos &chaos, const Case &on, const CaseCommand &command, Stamp &stamp)
    {
        const CasePart *part = on.part(command.partId);
        if (part && isWaiting(on, *part))
            stamp.promisedDue = stamp.statutoryDue = {};
        if (!part || stamp.provisional || !endsWaiting(command.body) || chaos.once(20))
            return;
        for (const PartId &id : waitingOnlyFor(on, command.partId))
            stamp.clocks.append({id, stamp.legalDate.addDays(7), stamp.legalDate.addDays(28)});
    }

    void judge(CaseWorld &world, const CaseCommand &command, const Stamp &stamp)
    {
        const Case before = world.now;
        const auto after = apply(world.now, command, stamp);
        QCOMPARE(world.now, before);
        QVERIFY2(after == apply(world.now, command, stamp), "apply is not a function of its arguments");
        if (!after) {
            m_codes.insert(failureText(after.error().code));
            QVERIFY(after.error().code != FailureCode::InternalFault);
            return;
        }
        checkStep(before, *after, command, m_transitions);
        checkClocks(before, *after, stamp);
        m_started += std::count_if(after->parts.cbegin(), after->parts.cend(), [&](const CasePart &one) {
            const CasePart *old = before.part(one.id);
            return old && old->clockFrom != one.clockFrom && one.promisedDue.isValid();
        });
        m_applied.insert(command.body.index());
        if (const auto *accept = std::get_if<command::AcceptPart>(&command.body))
            m_acceptances.insert({command.actor.role, accept->deemed});
        world.now = *after;
        const auto again = apply(world.now, command, stamp);
        QVERIFY(!again);
        QCOMPARE(failureText(again.error().code), u"CASE-003"_s);
    }

    std::set<Transition> m_transitions;
    qsizetype m_started = 0;
    QSet<QString> m_codes;
    QSet<size_t> m_applied;
    std::set<std::pair<Role, bool>> m_acceptances;
};

QTEST_GUILESS_MAIN(TestApplyProperty)
#include "tst_applyproperty.moc"
