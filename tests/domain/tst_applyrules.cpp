// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <caseworld.h>

#include <QtTest>
#include <functional>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

QString codeOf(const Result<Case> &result)
{
    return result ? QString() : failureText(result.error().code);
}

Party typed(const QString &reason)
{
    Party party = applicant();
    party.method = IdentityMethod::Typed;
    party.typedReason = reason;
    return party;
}

MaterialState changed(MaterialWay way, const std::function<void(MaterialState &)> &change)
{
    MaterialState state = material(way);
    change(state);
    return state;
}

MaterialState files(int count)
{
    MaterialState state = material(MaterialWay::FileAttached);
    state.files.clear();
    for (int i = 1; i <= count; ++i)
        state.files.append({u"a-%1"_s.arg(i), u"page %1.pdf"_s.arg(i), i, {}});
    return state;
}

Agency changedAgency(const std::function<void(Agency &)> &change)
{
    Agency made = agency();
    change(made);
    return made;
}

command::SetApplicant partyWith(const std::function<void(Party &)> &change)
{
    Party made = applicant();
    change(made);
    return {made};
}

struct DraftRow {
    const char *name;
    CommandBody body;
    QString code;
};

/** Content checks of commands on a draft with one part at the police. */
QList<DraftRow> draftRows()
{
    using namespace command;
    const auto seen = MaterialWay::OriginalSeen;
    const auto file = MaterialWay::FileAttached;
    QList<DraftRow> rows{
        {"applicant without name", SetApplicant{[] { Party p = applicant(); p.name = u" "_s; return p; }()}, u"CASE-010"_s},
        {"applicant without number", SetApplicant{[] { Party p = applicant(); p.number.clear(); return p; }()}, u"CASE-010"_s},
        {"number that is none", partyWith([](Party &p) { p.number = u"1"_s; }), u"ID-002"_s},
        {"check digit", partyWith([](Party &p) { p.number = u"990100199001010021"_s; }), u"ID-004"_s},
        {"no document kind", partyWith([](Party &p) { p.documentKind = u"zz"_s; }), u"ID-007"_s},
        {"born another day", partyWith([](Party &p) { p.birth = QDate(1990, 1, 2); }), u"CASE-010"_s},
        {"birth not given", partyWith([](Party &p) { p.birth = {}; }), {}},
        {"phone that is none", partyWith([](Party &p) { p.phone = u"1"_s; }), u"ID-008"_s},
        {"passport", partyWith([](Party &p) { p.documentKind = u"414"_s; p.number = u"E12345678"_s; }), {}},
        {"agent's number", SetAgency{changedAgency([](Agency &a) { a.agent.number = u"99010019850505005X"_s; })}, u"ID-004"_s},
        {"typed without reason", SetApplicant{typed(u" "_s)}, u"CASE-012"_s},
        {"typed with reason", SetApplicant{typed(u"chip broken"_s)}, {}},
        {"agent typed without reason", SetAgency{changedAgency([](Agency &a) { a.agent = typed({}); })}, u"CASE-012"_s},
        {"agent is the applicant", SetAgency{changedAgency([](Agency &a) { a.agent = applicant(); })}, u"CASE-016"_s},
        {"item again", addItem(2, u"birth-registration"_s), u"CASE-014"_s},
        {"part id again", addItem(1, u"insurance"_s), u"CASE-014"_s},
        {"item without id", addItem(2, {}), u"CASE-015"_s},
        {"item without department", addItem(2, u"insurance"_s, {}), u"CASE-015"_s},
        {"item without version", [] { AddItem i = addItem(2, u"insurance"_s); i.itemVersion = 0; return i; }(), u"CASE-015"_s},
        {"part without id", [] { AddItem i = addItem(2, u"insurance"_s); i.partId = {}; return i; }(), u"CASE-005"_s},
        {"unknown dependency", addItem(2, u"insurance"_s, u"police"_s, {idOf(7)}), u"CASE-005"_s},
        {"dependency on itself", addItem(2, u"insurance"_s, u"police"_s, {idOf(2)}), u"CASE-011"_s},
        {"known dependency", addItem(2, u"insurance"_s, u"police"_s, {idOf(1)}), {}},
        {"remove unknown", RemoveItem{idOf(7)}, u"CASE-005"_s},
        {"event with a circle", ChooseLifeEvent{u"e"_s, 1, {addItem(2, u"a"_s, u"police"_s, {idOf(3)}), addItem(3, u"b"_s, u"police"_s, {idOf(2)})}}, u"CASE-011"_s},
        {"event with an item twice", ChooseLifeEvent{u"e"_s, 1, {addItem(2, u"a"_s), addItem(3, u"a"_s)}}, u"CASE-014"_s},
        {"event with a bad item", ChooseLifeEvent{u"e"_s, 1, {addItem(2, {})}}, u"CASE-015"_s},
        {"event names later parts", ChooseLifeEvent{u"e"_s, 1, {addItem(2, u"a"_s, u"police"_s, {idOf(3)}), addItem(3, u"b"_s)}}, {}},
        {"answer without key", AnswerSituation{{}, QStringList{u"yes"_s}}, u"CASE-010"_s},
        {"field without id", SetField{{}, {u"x"_s, FieldSource::Operator, {}, {}, {}}}, u"CASE-010"_s},
        {"material without key", SetMaterial{{}, material(seen)}, u"CASE-020"_s},
        {"certificate without identifier", SetMaterial{u"k"_s, changed(MaterialWay::Certificate, [](auto &s) { s.certificateIdentifier.clear(); })}, u"CASE-020"_s},
        {"no original", SetMaterial{u"k"_s, changed(seen, [](auto &s) { s.originals = 0; })}, u"CASE-020"_s},
        {"negative copies", SetMaterial{u"k"_s, changed(seen, [](auto &s) { s.copies = -1; })}, u"CASE-020"_s},
        {"attached without a file", SetMaterial{u"k"_s, changed(file, [](auto &s) { s.files.clear(); })}, u"CASE-020"_s},
        {"file without attachment", SetMaterial{u"k"_s, changed(file, [](auto &s) { s.files[0].id.clear(); })}, u"CASE-020"_s},
        {"file of nothing", SetMaterial{u"k"_s, changed(file, [](auto &s) { s.files[0].size = 0; })}, u"CASE-020"_s},
        {"file above 8 MiB", SetMaterial{u"k"_s, changed(file, [](auto &s) { s.files[0].size = 8 * 1024 * 1024 + 1; })}, u"CASE-020"_s},
        {"file of 8 MiB", SetMaterial{u"k"_s, changed(file, [](auto &s) { s.files[0].size = 8 * 1024 * 1024; })}, {}},
        {"file with a short hash", SetMaterial{u"k"_s, changed(file, [](auto &s) { s.files[0].sha256 = "x"; })}, u"CASE-020"_s},
        {"file name with a path", SetMaterial{u"k"_s, changed(file, [](auto &s) { s.files[0].name = u"C:\\a.pdf"_s; })}, u"CASE-020"_s},
        {"two sides", SetMaterial{u"k"_s, files(2)}, {}},
        {"a bad file behind a good one", SetMaterial{u"k"_s, changed(file, [](auto &s) { s.files.append({u"a-2"_s, {}, 0, {}}); })}, u"CASE-020"_s},
        {"a path behind a good name", SetMaterial{u"k"_s, changed(file, [](auto &s) { s.files.append({u"a-2"_s, u"../b"_s, 1, {}}); })}, u"CASE-020"_s},
        {"the same file twice", SetMaterial{u"k"_s, changed(file, [](auto &s) { s.files.append(s.files.first()); })}, u"CASE-020"_s},
        {"as many files as go", SetMaterial{u"k"_s, files(20)}, {}},
        {"one file more", SetMaterial{u"k"_s, files(21)}, u"CASE-019"_s},
        {"files beside an original", SetMaterial{u"k"_s, changed(seen, [](auto &s) { s.files = material(MaterialWay::FileAttached).files; })}, u"CASE-020"_s},
        {"deferred without date", SetMaterial{u"k"_s, changed(MaterialWay::Deferred, [](auto &s) { s.due = {}; })}, u"CASE-020"_s},
        {"deferred into the past", SetMaterial{u"k"_s, changed(MaterialWay::Deferred, [](auto &s) { s.due = QDate(2026, 1, 1); })}, u"CASE-020"_s},
        {"plan not complete", ReceiveMaterials{{}, false}, u"CASE-009"_s},
        {"withdraw a draft", WithdrawCase{u"asked"_s}, u"CASE-001"_s},
    };
    return rows;
}

} // namespace

/** What apply checks beyond state and role, and what each step leaves behind. */
class TestApplyRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draft_data()
    {
        QTest::addColumn<int>("at");
        const QList<DraftRow> all = draftRows();
        for (int at = 0; at < all.size(); ++at)
            QTest::newRow(all.at(at).name) << at;
    }

    void draft()
    {
        QFETCH(int, at);
        const DraftRow row = draftRows().at(at);
        CaseWorld world = CaseWorld::draft();
        const Case before = world.now;
        QCOMPARE(codeOf(world.tried(clerk(), row.body)), row.code);
        QCOMPARE(world.now, before);
    }

    void envelope()
    {
        CaseWorld world = CaseWorld::draft();
        const CaseCommand good = world.command(clerk(), command::AnswerSituation{u"a/b"_s, QStringList{u"yes"_s}});
        const auto code = [&](const std::function<void(CaseCommand &, Stamp &)> &change) {
            CaseCommand made = good;
            Stamp stamp = world.stamp();
            change(made, stamp);
            return codeOf(apply(world.now, made, stamp));
        };
        QCOMPARE(code([](auto &, auto &) {}), QString());
        QCOMPARE(code([](auto &c, auto &) { c.id = {}; }), u"CASE-006"_s);
        QCOMPARE(code([](auto &c, auto &) { c.caseId = {}; }), u"CASE-006"_s);
        QCOMPARE(code([](auto &c, auto &) { c.caseId = idOf(5); }), u"CASE-006"_s);
        QCOMPARE(code([&](auto &c, auto &) { c.id = *world.now.applied.cbegin(); }), u"CASE-003"_s);
        QCOMPARE(code([](auto &c, auto &) { --c.baseRevision; }), u"CASE-002"_s);
        QCOMPARE(code([](auto &c, auto &) { ++c.baseRevision; }), u"CASE-002"_s);
        QCOMPARE(code([](auto &c, auto &) { c.partId = idOf(1); }), u"CASE-005"_s);
        QCOMPARE(code([](auto &c, auto &) { c.body = command::TakePart{}; }), u"CASE-005"_s);
        QCOMPARE(code([](auto &, auto &s) { s.receivedAt = {}; }), u"CASE-018"_s);
        QCOMPARE(code([](auto &c, auto &) { c.body = command::OpenCase{QDate(2026, 1, 1)}; }), u"CASE-001"_s);
        QVERIFY(apply(world.now, [&] { CaseCommand c = good; --c.baseRevision; return c; }(), world.stamp()).error().retryable);
        CaseWorld none;
        QCOMPARE(codeOf(none.tried(clerk(), command::OpenCase{})), u"CASE-018"_s);
    }

    /** In whatever order the two are named, and however the number is written. */
    void nobodyIsTheirOwnAgent()
    {
        CaseWorld world;
        world.give(clerk(), command::OpenCase{world.day});
        world.give(clerk(), command::SetAgency{agency()});
        QCOMPARE(codeOf(world.tried(clerk(), command::SetApplicant{agentParty()})), u"CASE-016"_s);
        Party small = agentParty();
        small.number = u" 99010019850505003x"_s;
        QCOMPARE(codeOf(world.tried(clerk(), command::SetApplicant{small})), u"CASE-016"_s);
        world.give(clerk(), command::SetApplicant{applicant()});
        world.give(clerk(), addItem(1, u"birth-registration"_s));
        QVERIFY(world.tried(clerk(), command::ReceiveMaterials{{}, true}));
        // A case kept from before this was checked.
        world.now.applicant = agentParty();
        QCOMPARE(codeOf(world.tried(clerk(), command::ReceiveMaterials{{}, true})), u"CASE-016"_s);
    }

    void receiving()
    {
        using command::ReceiveMaterials;
        CaseWorld world;
        world.give(clerk(), command::OpenCase{world.day});
        QCOMPARE(codeOf(world.tried(clerk(), ReceiveMaterials{{}, true})), u"CASE-007"_s);
        world.give(clerk(), command::SetApplicant{applicant()});
        QCOMPARE(codeOf(world.tried(clerk(), ReceiveMaterials{{}, true})), u"CASE-008"_s);
        world.give(clerk(), addItem(1, u"birth-registration"_s));
        const QList<Agency> bad{changedAgency([](Agency &a) { a.authority.clear(); }), changedAgency([](Agency &a) { a.authorityChecked = false; }),
                                changedAgency([](Agency &a) { a.validUntil = {}; }), changedAgency([](Agency &a) { a.validUntil = QDate(2026, 11, 22); }),
                                changedAgency([](Agency &a) { a.relation = u" "_s; })};
        for (const Agency &each : bad) {
            world.give(clerk(), command::SetAgency{each});
            QCOMPARE(codeOf(world.tried(clerk(), ReceiveMaterials{{}, true})), u"CASE-016"_s);
        }
        const auto inOffice = [&](AgentCapacity capacity, QDate until) {
            world.give(clerk(), command::SetAgency{changedAgency([&](Agency &a) { a.capacity = capacity; a.validUntil = until; })});
            return codeOf(world.tried(clerk(), ReceiveMaterials{{}, true}));
        };
        for (const AgentCapacity capacity : {AgentCapacity::Guardian, AgentCapacity::LegalRepresentative}) {
            QCOMPARE(inOffice(capacity, {}), QString());
            QCOMPARE(inOffice(capacity, QDate(2026, 11, 22)), u"CASE-016"_s);
        }
        world.give(clerk(), command::SetAgency{changedAgency([&](Agency &a) { a.validUntil = world.day; })});
        QVERIFY(world.tried(clerk(), ReceiveMaterials{{}, true}));

        CaseCommand receive = world.command(clerk(), ReceiveMaterials{u"R-7"_s, true});
        Stamp stamp = world.stamp();
        stamp.caseNumber.clear();
        QCOMPARE(codeOf(apply(world.now, receive, stamp)), u"CASE-018"_s);
        stamp.provisional = true;
        const auto provisional = apply(world.now, receive, stamp);
        QVERIFY(provisional);
        QCOMPARE(provisional->number, QString());
        QCOMPARE(provisional->provisionalReceipt, u"R-7"_s);
        QCOMPARE(provisional->parts.constFirst().state, PartState::Received);
        QCOMPARE(provisional->parts.constFirst().revision, 0);
        QCOMPARE(provisional->revision, world.now.revision + 1);
        stamp.legalDate = {};
        QCOMPARE(codeOf(apply(world.now, receive, stamp)), u"CASE-018"_s);
    }

    void onlyARealStampAccepts()
    {
        CaseWorld world = CaseWorld::draft();
        world.give(clerk(), addItem(2, u"insurance"_s)).give(clerk(), command::ReceiveMaterials{{}, true});
        world.give(system(), command::AcceptPart{}, idOf(1));
        const CaseCommand accept = world.command(system(), command::AcceptPart{}, idOf(2));
        const QList<std::function<void(Stamp &)>> faults{
            [](Stamp &s) { s.provisional = true; },   [](Stamp &s) { s.partNumber = u" "_s; }, [](Stamp &s) { s.promisedDue = {}; },
            [](Stamp &s) { s.statutoryDue = {}; },    [](Stamp &s) { s.legalDate = {}; },
            [&](Stamp &s) { s.partNumber = world.now.parts.constFirst().number; },
        };
        for (const auto &fault : faults) {
            Stamp stamp = world.stamp();
            fault(stamp);
            QCOMPARE(codeOf(apply(world.now, accept, stamp)), u"CASE-018"_s);
        }
        const Stamp stamp = world.stamp();
        const auto after = apply(world.now, accept, stamp);
        QVERIFY(after);
        const CasePart *part = after->part(idOf(2));
        QCOMPARE(part->number, stamp.partNumber);
        QCOMPARE(part->acceptedOn, stamp.legalDate);
        QCOMPARE(part->promisedDue, stamp.promisedDue);
        QCOMPARE(part->statutoryDue, stamp.statutoryDue);
        QCOMPARE(part->revision, 1);
        QCOMPARE(after->revision, world.now.revision);
        QCOMPARE(after->stage, CaseStage::InProgress);
    }

    void aDepartmentAcceptsItsOwnPart()
    {
        CaseWorld world = CaseWorld::inState(PartState::Received);
        QCOMPARE(codeOf(world.tried(reviewer(u"tax"_s), command::AcceptPart{}, idOf(1))), u"CASE-004"_s);
        world.day = world.day.addDays(2);
        world.give(reviewer(), command::AcceptPart{}, idOf(1));
        const CasePart *part = world.now.part(idOf(1));
        QCOMPARE(part->state, PartState::Accepted);
        QCOMPARE(part->acceptedOn, world.day);
        QVERIFY2(part->reviewer.isEmpty(), "it is still to be taken");
        world.give(secondReviewer(), command::TakePart{}, idOf(1));
    }

    void whatNobodyAnsweredCountsFromReceipt()
    {
        CaseWorld world = CaseWorld::inState(PartState::Received);
        const QDate receivedOn = world.day;
        const command::AcceptPart deemed{true};
        QCOMPARE(codeOf(world.tried(system(), deemed, idOf(1))), u"CASE-018"_s);
        world.day = receivedOn.addDays(8);
        QCOMPARE(codeOf(world.tried(reviewer(), deemed, idOf(1))), u"CASE-004"_s);
        world.give(system(), deemed, idOf(1));
        QCOMPARE(world.now.part(idOf(1))->acceptedOn, receivedOn);
        QCOMPARE(codeOf(world.tried(reviewer(), command::RejectPart{u"too late"_s, u"art. 32"_s}, idOf(1))), u"CASE-001"_s);
    }

    void notAcceptingNeedsReasonAndBasis()
    {
        CaseWorld world = CaseWorld::inState(PartState::Received);
        const QList<command::RejectPart> halves{{{}, {}}, {u"out of scope"_s, {}}, {{}, u"art. 32"_s}, {u"out of scope"_s, u" "_s}, {u" "_s, u"art. 32"_s}};
        for (const command::RejectPart &half : halves)
            QCOMPARE(codeOf(world.tried(reviewer(), half, idOf(1))), u"CASE-012"_s);
        world.give(reviewer(), command::RejectPart{u"out of scope"_s, u"art. 32"_s}, idOf(1));
        const CasePart *part = world.now.part(idOf(1));
        QCOMPARE(part->state, PartState::NotAccepted);
        QCOMPARE(part->decision->opinion, u"out of scope"_s);
        QCOMPARE(part->decision->legalBasis, u"art. 32"_s);
        QVERIFY(part->number.isEmpty() && !part->acceptedOn.isValid());
    }

    void correctionStopsTheClockOnce()
    {
        using command::AskCorrection;
        CaseWorld world = CaseWorld::inState(PartState::InReview);
        const QDate by = world.day.addDays(10);
        QCOMPARE(codeOf(world.tried(reviewer(), AskCorrection{{}, by}, idOf(1))), u"CASE-012"_s);
        QCOMPARE(codeOf(world.tried(reviewer(), AskCorrection{{u"a"_s, u" "_s}, by}, idOf(1))), u"CASE-012"_s);
        QCOMPARE(codeOf(world.tried(reviewer(), AskCorrection{{u"a"_s}, {}}, idOf(1))), u"CASE-018"_s);
        QCOMPARE(codeOf(world.tried(reviewer(), AskCorrection{{u"a"_s}, world.day.addDays(-1)}, idOf(1))), u"CASE-018"_s);
        world.give(reviewer(), AskCorrection{{u"sign page 2"_s}, by}, idOf(1));
        QCOMPARE(world.now.part(idOf(1))->pauses, (QList<PauseSpan>{{world.day, {}, u"correction"_s}}));
        QCOMPARE(codeOf(world.tried(reviewer(), command::RejectPart{u"no answer"_s, u"art. 32"_s}, idOf(1))), u"CASE-001"_s);

        world.day = by;
        const CaseCommand answer = world.command(clerk(), command::AnswerCorrection{u"signed"_s}, idOf(1));
        Stamp stamp = world.stamp();
        stamp.promisedDue = {};
        QCOMPARE(codeOf(apply(world.now, answer, stamp)), u"CASE-018"_s);
        stamp = world.stamp();
        stamp.legalDate = by.addDays(-30);
        QCOMPARE(codeOf(apply(world.now, answer, stamp)), u"CASE-018"_s);
        world.give(clerk(), command::AnswerCorrection{u"signed"_s}, idOf(1));
        const CasePart *part = world.now.part(idOf(1));
        QCOMPARE(part->state, PartState::InReview);
        QCOMPARE(part->pauses.constLast().to, by);
        QCOMPARE(part->promisedDue, by.addDays(7));
        QVERIFY(part->correction->answeredAt.isValid());
        QCOMPARE(codeOf(world.tried(reviewer(), AskCorrection{{u"again"_s}, by.addDays(5)}, idOf(1))), u"CASE-013"_s);
    }

    void correctionOfANextWorkingDayIsAnsweredToday()
    {
        // Asked on a Saturday, stamped by the exchange with Monday, answered at a counter that same Saturday.
        CaseWorld world = CaseWorld::inState(PartState::InReview);
        const QDate saturday = world.day;
        world.day = saturday.addDays(2);
        world.give(reviewer(), command::AskCorrection{{u"sign page 2"_s}, world.day.addDays(10)}, idOf(1));
        world.day = saturday;
        world.provisional = true;
        world.give(clerk(), command::AnswerCorrection{u"signed"_s}, idOf(1));
        const CasePart *part = world.now.part(idOf(1));
        QCOMPARE(part->state, PartState::InReview);
        QCOMPARE(part->pauses.constLast().to, saturday.addDays(2));
    }

    void anUnansweredCorrectionEndsThePart()
    {
        CaseWorld world = CaseWorld::inState(PartState::CorrectionAsked);
        world.day = world.now.part(idOf(1))->correction->returnBy.addDays(1);
        QCOMPARE(codeOf(world.tried(reviewer(), command::RejectPart{{}, {}}, idOf(1))), u"CASE-012"_s);
        world.give(reviewer(), command::RejectPart{u"no answer"_s, u"art. 32"_s}, idOf(1));
        QCOMPARE(world.now.part(idOf(1))->state, PartState::NotAccepted);
        QCOMPARE(world.now.stage, CaseStage::Finished);
    }

    void correctionAtIntakeGoesBackToReceived()
    {
        CaseWorld world = CaseWorld::inState(PartState::Received);
        world.give(reviewer(), command::AskCorrection{{u"photo"_s}, world.day.addDays(3)}, idOf(1));
        world.give(supervisor(), command::AnswerCorrection{{}}, idOf(1));
        QCOMPARE(world.now.part(idOf(1))->state, PartState::Received);
        QVERIFY(!world.now.part(idOf(1))->promisedDue.isValid());
    }

    void pauseAndResume()
    {
        CaseWorld world = CaseWorld::inState(PartState::Accepted);
        QCOMPARE(codeOf(world.tried(reviewer(), command::PausePart{u" "_s}, idOf(1))), u"CASE-012"_s);
        world.give(reviewer(), command::PausePart{u"expert review"_s}, idOf(1));
        world.day = world.day.addDays(4);
        world.give(reviewer(), command::ResumePart{}, idOf(1));
        QCOMPARE(world.now.part(idOf(1))->state, PartState::Accepted);
        QCOMPARE(world.now.part(idOf(1))->pauses, (QList<PauseSpan>{{world.day.addDays(-4), world.day, u"expert review"_s}}));
        QCOMPARE(world.now.part(idOf(1))->promisedDue, world.day.addDays(7));
    }

    void decisionsWaitForDependencies()
    {
        CaseWorld world = CaseWorld::draft();
        world.give(clerk(), addItem(2, u"insurance"_s, u"police"_s, {idOf(1)})).give(clerk(), command::ReceiveMaterials{{}, true});
        for (int part : {1, 2})
            world.give(system(), command::AcceptPart{}, idOf(part)).give(reviewer(), command::TakePart{}, idOf(part));
        QCOMPARE(codeOf(world.tried(reviewer(), command::ApprovePart{}, idOf(2))), u"CASE-011"_s);
        QCOMPARE(codeOf(world.tried(reviewer(), command::RefusePart{u"no"_s, {}}, idOf(2))), u"CASE-011"_s);

        CaseWorld refused = world;
        refused.give(reviewer(), command::RefusePart{u"not met"_s, {}}, idOf(1));
        QCOMPARE(refused.now.part(idOf(2))->state, PartState::InReview);
        QCOMPARE(codeOf(refused.tried(reviewer(), command::ApprovePart{}, idOf(2))), u"CASE-011"_s);
        refused.give(reviewer(), command::RefusePart{u"its base was refused"_s, {}}, idOf(2));
        QCOMPARE(refused.now.stage, CaseStage::Finished);

        world.give(reviewer(), command::ApprovePart{u"agreed"_s, u"entry"_s}, idOf(1));
        world.give(reviewer(), command::ApprovePart{}, idOf(2)).give(system(), command::FinishPart{}, idOf(2));
        QCOMPARE(world.now.stage, CaseStage::InProgress);
        world.give(reviewer(), command::FinishPart{}, idOf(1));
        QCOMPARE(world.now.stage, CaseStage::Finished);
    }

    void anImmediateItemIsDecidedAtOnce()
    {
        CaseWorld world = CaseWorld::inState(PartState::Accepted, CaseKind::Immediate);
        world.give(reviewer(), command::ApprovePart{u"agreed"_s, {}}, idOf(1)).give(reviewer(), command::FinishPart{}, idOf(1));
        QCOMPARE(world.now.part(idOf(1))->reviewer, reviewer().operatorId);
        QCOMPARE(world.now.part(idOf(1))->state, PartState::Finished);
        QCOMPARE(codeOf(CaseWorld::inState(PartState::InReview).tried(reviewer(), command::RefusePart{}, idOf(1))), u"CASE-012"_s);
    }

    void aDeferredMaterialFollowsOnce()
    {
        CaseWorld world = CaseWorld::draft();
        world.give(clerk(), command::SetMaterial{u"register"_s, material(MaterialWay::Deferred)});
        world.give(clerk(), command::ReceiveMaterials{{}, true});
        QCOMPARE(codeOf(world.tried(clerk(), command::SetMaterial{u"other"_s, material(MaterialWay::OriginalSeen)})), u"CASE-001"_s);
        QCOMPARE(codeOf(world.tried(clerk(), command::SetMaterial{u"register"_s, {}})), u"CASE-020"_s);
        QCOMPARE(codeOf(world.tried(clerk(), command::SetMaterial{u"register"_s, material(MaterialWay::Deferred)})), u"CASE-020"_s);
        world.give(clerk(), command::SetMaterial{u"register"_s, material(MaterialWay::OriginalSeen)});
        QCOMPARE(codeOf(world.tried(clerk(), command::SetMaterial{u"register"_s, material(MaterialWay::OriginalSeen)})), u"CASE-001"_s);
    }

    void withdrawingNeedsAReasonAndNoDecision()
    {
        CaseWorld world = CaseWorld::draft();
        world.give(clerk(), addItem(2, u"insurance"_s)).give(clerk(), command::ReceiveMaterials{{}, true});
        QCOMPARE(codeOf(world.tried(clerk(), command::WithdrawCase{u" "_s})), u"CASE-012"_s);
        CaseWorld rejected = world;
        rejected.give(reviewer(), command::RejectPart{u"out of scope"_s, u"art. 32"_s}, idOf(1)).give(clerk(), command::WithdrawCase{u"asked"_s});
        QCOMPARE(rejected.now.part(idOf(1))->state, PartState::NotAccepted);
        QCOMPARE(rejected.now.part(idOf(2))->state, PartState::Withdrawn);
        QCOMPARE(rejected.now.stage, CaseStage::Withdrawn);
        world.give(system(), command::AcceptPart{}, idOf(1)).give(reviewer(), command::TakePart{}, idOf(1));
        world.give(reviewer(), command::ApprovePart{}, idOf(1));
        QCOMPARE(codeOf(world.tried(clerk(), command::WithdrawCase{u"asked"_s})), u"CASE-001"_s);
    }

    void trustFollowsTheWay()
    {
        CaseWorld world = CaseWorld::draft();
        const QList<std::pair<MaterialWay, TrustLevel>> rows{{MaterialWay::Certificate, TrustLevel::A}, {MaterialWay::OriginalSeen, TrustLevel::B},
                                                             {MaterialWay::FileAttached, TrustLevel::B}, {MaterialWay::SelfMade, TrustLevel::D},
                                                             {MaterialWay::Promise, TrustLevel::D}, {MaterialWay::Deferred, TrustLevel::D}};
        for (const auto &[way, trust] : rows) {
            world.give(clerk(), command::SetMaterial{u"k"_s, material(way)});
            QCOMPARE(world.now.materials.value(u"k"_s).trust, trust);
            QCOMPARE(world.now.materials.value(u"k"_s).by, clerk().operatorId);
        }
    }

    void aRemovedPartIsTransparent()
    {
        CaseWorld world = CaseWorld::draft();
        world.give(clerk(), addItem(2, u"b"_s, u"police"_s, {idOf(1)})).give(clerk(), addItem(3, u"c"_s, u"police"_s, {idOf(2)}));
        world.give(clerk(), command::RemoveItem{idOf(2)});
        QCOMPARE(world.now.part(idOf(3))->dependsOn, QList<PartId>{idOf(1)});
        QCOMPARE(world.now.part(idOf(3))->place, 2);
    }
};

QTEST_GUILESS_MAIN(TestApplyRules)
#include "tst_applyrules.moc"
