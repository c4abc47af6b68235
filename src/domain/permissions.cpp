// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/caserules.h>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
bool is(const CommandBody &body)
{
    return std::holds_alternative<T>(body);
}

bool editsShared(const Actor &actor, const Case &onCase)
{
    if (actor.role == Role::Supervisor)
        return true;
    return actor.role == Role::Clerk && actor.operatorId == onCase.openedBy.operatorId;
}

Result<void> mayOnPart(const Actor &actor, const Case &onCase, const CasePart &part, const CommandBody &body)
{
    const auto forbidden = [&] { return failure(FailureCode::CaseForbidden, commandName(body)); };
    if (const auto *accept = std::get_if<command::AcceptPart>(&body)) {
        if (actor.role == Role::System)
            return {};
        // That the time for an answer is over is the exchange's to say.
        if (accept->deemed)
            return forbidden();
    }
    if (is<command::AnswerCorrection>(body)) {
        if (!editsShared(actor, onCase))
            return forbidden();
        return {};
    }
    if (is<command::FinishPart>(body) && actor.role == Role::System)
        return {};
    if (actor.role != Role::Reviewer || actor.departmentId != part.departmentId)
        return forbidden();
    // Whoever took the materials must not judge them (checker is not maker).
    if (actor.operatorId == onCase.openedBy.operatorId)
        return failure(FailureCode::CaseSameOperator, commandName(body));
    const bool decides = is<command::ApprovePart>(body) || is<command::RefusePart>(body);
    if (decides && !part.reviewer.isEmpty() && part.reviewer != actor.operatorId)
        return forbidden();
    return {};
}

} // namespace

Result<void> mayCommand(const Actor &actor, const Case &onCase, const PartId &partId, const CommandBody &body)
{
    if (actor.operatorId.isEmpty())
        return failure(FailureCode::CaseForbidden, u"no operator"_s);
    if (is<command::OpenCase>(body)) {
        if (actor.role != Role::Clerk && actor.role != Role::Supervisor)
            return failure(FailureCode::CaseForbidden, commandName(body));
        return {};
    }
    if (onCase.id.isNull())
        return failure(FailureCode::CaseUnknown);
    if (!isPartCommand(body)) {
        if (!partId.isNull())
            return failure(FailureCode::CaseUnknownPart, u"a shared command names no part"_s);
        if (!editsShared(actor, onCase))
            return failure(FailureCode::CaseForbidden, commandName(body));
        return {};
    }
    const CasePart *part = onCase.part(partId);
    if (!part)
        return failure(FailureCode::CaseUnknownPart, partId.toString(QUuid::WithoutBraces));
    return mayOnPart(actor, onCase, *part, body);
}

} // namespace yichuang::domain
