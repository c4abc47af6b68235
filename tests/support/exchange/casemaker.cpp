// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "casemaker.h"

#include <domain/caserules.h>

#include <QTest>

namespace yichuang::test {

using namespace Qt::StringLiterals;

namespace {

QString valueFor(const domain::FormField &field)
{
    switch (field.type) {
    case domain::FieldType::Number: return u"1"_s;
    case domain::FieldType::Date: return u"2026-11-02"_s;
    case domain::FieldType::Choice: return field.choices.isEmpty() ? QString() : field.choices.first().first;
    case domain::FieldType::Phone: return u"13800000000"_s;
    case domain::FieldType::CitizenNumber:
    case domain::FieldType::PersonNumber: return u"99010119900101001"_s + domain::CitizenNumber::checkCharacter(u"99010119900101001"_s);
    case domain::FieldType::OrganisationCode: return u"91990100MA00000073"_s;
    case domain::FieldType::Boolean: return u"true"_s;
    default: return u"示例"_s;
    }
}

/** A value that the field accepts; the demo's patterns are numbers of some length. */
QString acceptedValue(const domain::FormField &field, QDate today)
{
    QStringList candidates{valueFor(field)};
    for (int digits = 1; digits <= 30; ++digits)
        candidates.append(QString(digits, u'1'));
    candidates.append({u"2026"_s, u"2026-11"_s, u"1.00"_s, u"示A12345"_s, u"A12345678"_s, u"10:00"_s});
    for (const QString &candidate : std::as_const(candidates)) {
        if (domain::checkFieldValue(field, candidate, today))
            return candidate;
    }
    qWarning() << "CaseMaker: no value fits the field" << field.id;
    return candidates.first();
}

bool stops(const domain::SituationAnswer &answer)
{
    return std::any_of(answer.effects.cbegin(), answer.effects.cend(), [](const domain::AnswerEffect &effect) { return effect.kind == domain::AnswerEffect::Kind::Stop; });
}

domain::MaterialState stateFor(const domain::PlannedMaterial &material)
{
    domain::MaterialState state;
    const QList<domain::MaterialWay> preferred{domain::MaterialWay::OriginalSeen, domain::MaterialWay::SelfMade, domain::MaterialWay::Promise,
                                               domain::MaterialWay::FileAttached};
    for (const domain::MaterialWay way : preferred) {
        if (!material.ways.contains(way))
            continue;
        state.way = way;
        break;
    }
    state.trust = state.way == domain::MaterialWay::OriginalSeen || state.way == domain::MaterialWay::FileAttached ? domain::TrustLevel::B : domain::TrustLevel::D;
    state.originals = 1;
    if (state.way == domain::MaterialWay::FileAttached) {
        state.files = {{u"0191f2a0-0000-7000-8000-00000000aaaa"_s, u"a.pdf"_s, 3, QByteArray(32, 'x')}};
    }
    return state;
}

} // namespace

domain::Actor actorOf(const wire::Operator &who)
{
    return {who.id, who.role, who.departmentId, who.windowId};
}

domain::Party partyOf(const domain::IdCard &card)
{
    domain::Party party;
    party.name = card.name;
    party.documentKind = card.documentKind();
    party.number = card.number;
    party.sex = card.sex;
    party.birth = card.birth;
    party.ethnicCode = card.ethnicCode;
    party.address = card.address;
    party.cardKind = card.kind;
    party.phone = u"13800000000"_s;
    return party;
}

CaseMaker::CaseMaker(const domain::Catalogue &catalogue, const ScriptedClock &clock, wire::Operator clerk)
    : m_catalogue(catalogue)
    , m_clock(clock)
    , m_clerk(std::move(clerk))
    , m_id(clock.newId())
{
}

domain::CaseCommand CaseMaker::give(domain::CommandBody body)
{
    domain::CaseCommand command{m_clock.newId(), m_id, {}, m_case.revision, actorOf(m_clerk), {m_clock.now(), m_clock.monotonicMs(), m_clock.bootId(), 0}, std::move(body)};
    domain::Stamp stamp;
    stamp.receivedAt = m_clock.now();
    stamp.legalDate = m_clock.today();
    auto after = domain::apply(m_case, command, stamp);
    if (!after)
        qFatal("CaseMaker: %s refused: %s %s", qPrintable(domain::commandName(command.body)), qPrintable(domain::failureText(after.error().code)), qPrintable(after.error().detail));
    m_case = std::move(*after);
    m_batch.commands.append(command);
    return command;
}

void CaseMaker::open(const domain::IdCard &applicant)
{
    give(domain::command::OpenCase{m_clock.today()});
    give(domain::command::SetApplicant{partyOf(applicant)});
}

void CaseMaker::addItem(const QString &itemId)
{
    const domain::ServiceItem *item = m_catalogue.item(itemId, m_clock.today());
    if (!item)
        qFatal("CaseMaker: no item %s", qPrintable(itemId));
    give(domain::addItemFor(*item, m_clock.newId()));
}

void CaseMaker::chooseLifeEvent(const QString &id)
{
    const domain::LifeEvent *event = m_catalogue.lifeEvent(id, m_clock.today());
    if (!event)
        qFatal("CaseMaker: no life event %s", qPrintable(id));
    const auto steps = domain::selectSteps(m_catalogue, *event, m_case.answers, m_clock.today());
    give(domain::selectionOf(m_case, event->id, event->version, steps, [this] { return m_clock.newId(); }));
}

bool CaseMaker::fix(const domain::Missing &missing, const QList<domain::CertificateSummary> &certificates)
{
    const auto input = domain::planInputFor(m_catalogue, m_case, certificates, {}, m_clock.today());
    const domain::CasePlan plan = domain::planMaterials(*input);
    switch (missing.kind) {
    case domain::Missing::Kind::Items:
        if (m_case.lifeEventId.isEmpty())
            return false;
        chooseLifeEvent(m_case.lifeEventId);
        return true;
    case domain::Missing::Kind::Answer:
        for (const domain::PlannedSituation &planned : plan.situations) {
            if (planned.key != missing.target)
                continue;
            for (const domain::SituationAnswer &answer : planned.situation.answers) {
                if (stops(answer))
                    continue;
                give(domain::command::AnswerSituation{planned.key, QStringList{answer.id}});
                // The answer may drop a step, and the parts follow it.
                if (!m_case.lifeEventId.isEmpty())
                    chooseLifeEvent(m_case.lifeEventId);
                return true;
            }
        }
        return false;
    case domain::Missing::Kind::Field:
        for (const domain::PlannedField &planned : plan.fields) {
            if (planned.field.id != missing.target)
                continue;
            give(domain::command::SetField{planned.field.id, {acceptedValue(planned.field, m_clock.today()), domain::FieldSource::Operator, {}, m_clock.now(), m_clerk.id}});
            return true;
        }
        return false;
    case domain::Missing::Kind::Material:
        for (const domain::PlannedMaterial &planned : plan.materials) {
            if (planned.key != missing.target)
                continue;
            give(domain::command::SetMaterial{planned.key, stateFor(planned)});
            return true;
        }
        return false;
    default:
        return false;
    }
}

bool CaseMaker::complete(const QList<domain::CertificateSummary> &certificates)
{
    for (int round = 0; round < 200; ++round) {
        const auto input = domain::planInputFor(m_catalogue, m_case, certificates, {}, m_clock.today());
        if (!input)
            return false;
        const domain::CasePlan plan = domain::planMaterials(*input);
        if (plan.missing.isEmpty())
            return true;
        // Answers decide which items there are, so they come first.
        const auto answer = std::find_if(plan.missing.cbegin(), plan.missing.cend(), [](const domain::Missing &one) { return one.kind == domain::Missing::Kind::Answer; });
        const domain::Missing &next = answer == plan.missing.cend() ? plan.missing.first() : *answer;
        if (!fix(next, certificates)) {
            qWarning() << "CaseMaker: cannot fix" << static_cast<int>(next.kind) << next.target;
            return false;
        }
        if (round > 190)
            qWarning() << "CaseMaker: going in circles at" << static_cast<int>(next.kind) << next.target;
    }
    return false;
}

void CaseMaker::receive()
{
    give(domain::command::ReceiveMaterials{u"W01-1"_s, true});
}

wire::CommandBatch CaseMaker::takeBatch()
{
    return std::exchange(m_batch, {});
}

} // namespace yichuang::test
