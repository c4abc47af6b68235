// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "casemaker.h"

#include <domain/uuid7.h>

namespace yichuang::test {

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

const QDate day(2026, 11, 23);

QDateTime momentOf(int second)
{
    return QDateTime(day, QTime(1, 0), Qt::UTC).addSecs(second);
}

QUuid idIn(int space, int serial, int n)
{
    return makeUuid7(1'790'000'000'000 + qint64(serial) * 1000 + n, QByteArray(10, char(space)));
}

} // namespace

command::SetField setField(const QString &id, const QString &value)
{
    command::SetField body;
    body.fieldId = id;
    body.value.value = value;
    return body;
}

CaseMaker::CaseMaker(int serial, const QString &name, const QString &number)
    : m_serial(serial)
    , m_id(idIn(0x31, serial, 0))
    , m_name(name)
    , m_number(number.isEmpty() ? u"990100%1"_s.arg(199001010000 + serial) : number)
{
}

PartId CaseMaker::part(int place) const
{
    return idIn(0x32, m_serial, place);
}

QString CaseMaker::receipt() const
{
    return u"SJ20261123-w1-%1"_s.arg(m_serial, 6, 10, QLatin1Char('0'));
}

CaseCommand CaseMaker::make(const CommandBody &body, const PartId &partId, const Actor &actor)
{
    CaseCommand made;
    made.id = idIn(0x33, m_serial, ++m_commands);
    made.caseId = m_id;
    made.partId = partId;
    const CasePart *of = now.part(partId);
    made.baseRevision = of && isPartCommand(body) ? of->revision : now.revision;
    made.actor = actor;
    made.time.wall = momentOf(m_serial);
    made.body = body;
    return made;
}

Stamp CaseMaker::stamp() const
{
    Stamp made;
    made.provisional = true;
    made.receivedAt = momentOf(m_serial);
    made.legalDate = day;
    return made;
}

CaseCommand CaseMaker::give(const CommandBody &body, const PartId &partId)
{
    const CaseCommand made = make(body, partId);
    auto after = apply(now, made, stamp());
    if (!after)
        qFatal("the case refuses %s: %s", qPrintable(commandName(body)), qPrintable(failureText(after.error().code)));
    now = *after;
    return made;
}

CaseCommand CaseMaker::giveInPlaceOf(const CaseCommand &earlier, const CommandBody &body)
{
    CaseCommand made = make(body);
    --made.baseRevision;
    auto after = applyInPlaceOf(earlier, now, made, stamp());
    if (!after)
        qFatal("the case refuses an edit in place: %s", qPrintable(failureText(after.error().code)));
    now = *after;
    return made;
}

QList<CaseCommand> CaseMaker::draft(const QString &itemName)
{
    Party party = applicant();
    party.name = m_name;
    // Numbers by count: of a kind that has no check character.
    party.documentKind = u"990"_s;
    party.number = m_number;
    command::AddItem item = addItem(0, u"birth-registration"_s);
    item.partId = part(1);
    item.itemName = itemName;
    QList<CaseCommand> made;
    made << give(command::OpenCase{day}) << give(command::SetApplicant{party}) << give(item);
    return made;
}

CaseCommand CaseMaker::receive()
{
    return give(command::ReceiveMaterials{receipt(), true});
}

Result<CaseEvent> ReferenceExchange::take(const CaseCommand &command)
{
    Stamp stamp;
    stamp.provisional = false;
    stamp.receivedAt = momentOf(100'000 + int(events.size()));
    stamp.legalDate = day;
    stamp.ruleVersion = u"1"_s;
    stamp.caseNumber = u"99010020261123%1"_s.arg(qlonglong(events.size()), 7, 10, QLatin1Char('0'));
    stamp.partNumber = stamp.caseNumber + u"-01"_s;
    stamp.promisedDue = day.addDays(7);
    stamp.statutoryDue = day.addDays(28);
    auto after = apply(cases.value(command.caseId), command, stamp);
    if (!after)
        return tl::unexpected(after.error());
    cases.insert(command.caseId, *after);
    events.append({events.size() + 1, command, stamp});
    return events.last();
}

Result<CaseEvent> ReferenceExchange::act(const Actor &actor, const CaseId &id, const CommandBody &body, const PartId &partId)
{
    const Case now = cases.value(id);
    CaseCommand made;
    made.id = idIn(0x34, 0, ++m_serial);
    made.caseId = id;
    made.partId = partId;
    const CasePart *of = now.part(partId);
    made.baseRevision = of && isPartCommand(body) ? of->revision : now.revision;
    made.actor = actor;
    made.time.wall = momentOf(m_serial);
    made.body = body;
    return take(made);
}

QList<CaseEvent> ReferenceExchange::after(qint64 cursor) const
{
    return events.mid(cursor);
}

} // namespace yichuang::test
