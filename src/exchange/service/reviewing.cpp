// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "../storage/casestore.h"
#include "../storage/words.h"
#include "caseservice.h"

namespace yichuang::exchange {

using domain::FailureCode;
using domain::Role;
using namespace Qt::StringLiterals;

namespace {

domain::Result<casestore::ListPlace> placeFrom(const QString &cursor)
{
    if (cursor.isEmpty())
        return casestore::ListPlace{-1, {}};
    const qsizetype dash = cursor.indexOf(u'-');
    bool isNumber = false;
    const qint64 at = cursor.left(std::max<qsizetype>(dash, 0)).toLongLong(&isNumber);
    const QUuid part = QUuid::fromString(cursor.mid(dash + 1));
    if (!isNumber || at < 0 || part.isNull())
        return domain::failure(FailureCode::CursorInvalid);
    return casestore::ListPlace{at, idText(part)};
}

domain::CommandBody bodyOf(ReviewVerb verb, const wire::ReviewAction &action)
{
    switch (verb) {
    case ReviewVerb::Accept:
        return domain::command::AcceptPart{};
    case ReviewVerb::Take:
        return domain::command::TakePart{};
    case ReviewVerb::Approve:
        return domain::command::ApprovePart{action.opinion, action.resultName};
    case ReviewVerb::Refuse:
        return domain::command::RefusePart{action.reason, action.legalBasis};
    case ReviewVerb::AskCorrection:
        return domain::command::AskCorrection{action.points, action.returnBy, action.opinion};
    case ReviewVerb::Reject:
        return domain::command::RejectPart{action.reason, action.legalBasis};
    case ReviewVerb::Pause:
        return domain::command::PausePart{action.reason};
    case ReviewVerb::Resume:
        return domain::command::ResumePart{};
    case ReviewVerb::Finish:
        break;
    }
    return domain::command::FinishPart{};
}

} // namespace

domain::Result<wire::ReviewPage> CaseService::reviews(const wire::Operator &who, const QString &state, const QString &after, int limit)
{
    if (who.role != Role::Reviewer)
        return domain::failure(FailureCode::RoleForbidden);
    if (!state.isEmpty() && !partStateFromWord(state))
        return domain::failure(FailureCode::RequestMalformed, u"unknown state"_s);
    const auto place = placeFrom(after);
    if (!place)
        return tl::unexpected(place.error());
    auto rows = m_database.read([&](Session &session) { return casestore::parts(session, who.departmentId, state, *place, limit + 1); });
    if (!rows)
        return tl::unexpected(rows.error());
    wire::ReviewPage page;
    if (rows->size() > limit) {
        rows->removeLast();
        page.next = u"%1-%2"_s.arg(epochMs(rows->last().receivedAt)).arg(idText(rows->last().partId));
    }
    page.entries = std::move(*rows);
    return page;
}

domain::Result<wire::ReviewAnswer> CaseService::review(const wire::Operator &who, const domain::PartId &id)
{
    if (who.role != Role::Reviewer)
        return domain::failure(FailureCode::RoleForbidden);
    const auto whole = m_database.read([&](Session &session) -> domain::Result<std::optional<domain::Case>> {
        const auto owner = casestore::owner(session, id);
        if (!owner)
            return tl::unexpected(owner.error());
        if (!*owner || (*owner)->departmentId != who.departmentId)
            return std::optional<domain::Case>();
        return casestore::load(session, (*owner)->caseId);
    });
    if (!whole)
        return tl::unexpected(whole.error());
    const domain::CasePart *part = *whole ? (*whole)->part(id) : nullptr;
    if (!part)
        return domain::failure(FailureCode::ResourceUnknown);
    return wire::ReviewAnswer{projection(**whole, {*part}), *part};
}

domain::Result<wire::EventAnswer> CaseService::act(const wire::Operator &who, const domain::PartId &id, ReviewVerb verb, const wire::ReviewAction &action)
{
    if (who.role != Role::Reviewer)
        return domain::failure(FailureCode::RoleForbidden);
    const auto owner = m_database.read([&](Session &session) { return casestore::owner(session, id); });
    if (!owner)
        return tl::unexpected(owner.error());
    if (!*owner || (*owner)->departmentId != who.departmentId)
        return domain::failure(FailureCode::ResourceUnknown);
    domain::CaseCommand command;
    command.id = action.commandId;
    command.caseId = (*owner)->caseId;
    command.partId = id;
    command.baseRevision = action.baseRevision;
    command.actor = {who.id, who.role, who.departmentId, who.windowId};
    command.time = {m_clock.now(), m_clock.monotonicMs(), m_clock.bootId(), 0};
    command.body = bodyOf(verb, action);
    const auto answer = m_engine.submit(who, {{command}});
    if (!answer)
        return tl::unexpected(answer.error());
    const wire::CommandResult &result = answer->results.first();
    // Whoever lost a race learns that first, also when the winner's decision now forbids theirs.
    if (result.error && result.error->code == FailureCode::CaseForbidden && result.revision != action.baseRevision)
        return domain::failure(FailureCode::CaseStaleRevision, {}, true);
    if (result.error)
        return tl::unexpected(*result.error);
    auto event = m_engine.event(result.sequence);
    if (!event)
        return tl::unexpected(event.error());
    return wire::EventAnswer{std::move(*event)};
}

} // namespace yichuang::exchange
