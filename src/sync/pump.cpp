// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "link.h"

#include <QCoroFuture>
#include <algorithm>

namespace yichuang::sync {

using domain::Error;
using domain::FailureCode;
using domain::Result;
using store::StoredCommand;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longPauseMs = 15 * 60 * 1000;
constexpr int mostConflicts = 20;  // in a row; the exchange and this desk will then never agree on the command
constexpr int auditAtOnce = 100;
constexpr int markedHeads = 10;

/** The exchange says that it cannot read what it was sent. */
bool isUnreadable(const Error &error)
{
    switch (error.code) {
    case FailureCode::JsonSyntax:
    case FailureCode::JsonShape:
    case FailureCode::JsonValue:
    case FailureCode::JsonTooLarge:
    case FailureCode::RequestMalformed:
    case FailureCode::RequestTooLarge:
        return true;
    default:
        return false;
    }
}

std::optional<Error> attachmentFailure(const LinkPtr &link, const domain::CaseCommand &command)
{
    const auto *material = std::get_if<domain::command::SetMaterial>(&command.body);
    if (!material || !material->state)
        return std::nullopt;
    for (const domain::AttachedFile &file : material->state->files) {
        if (const auto found = link->refusedAttachments.constFind(file.id); found != link->refusedAttachments.cend())
            return *found;
    }
    return std::nullopt;
}

/** The exchange has another state than the command was made on: take its state, rebase what waits. */
QCoro::Task<Result<void>> yieldTo(LinkPtr link, wire::CommandResult result, domain::CaseId caseId)
{
    const Error why = result.error.value_or(Error{FailureCode::CaseStaleRevision, {}, true});
    const int lost = ++link->conflicts[result.commandId];
    if (lost > mostConflicts) {
        const auto refused = co_await link->store.markRefused(result.commandId, why);
        co_return refused;
    }
    const auto taken = co_await takeOver(link, caseId);
    if (!link->alive || (taken && lost == 1))
        co_return taken;
    if (!taken && isAway(taken.error()))
        co_return taken;
    // Lost again, or its case cannot be had: this case waits, the others go on.
    const Error reason = taken ? why : taken.error();
    const auto noted = co_await link->store.markFailed(result.commandId, reason, link->postpone(lost));
    co_return noted;
}

QCoro::Task<Result<void>> settle(LinkPtr link, wire::CommandResult result, domain::CaseId caseId)
{
    const Error why = result.error.value_or(Error{FailureCode::InternalFault, {}, false});
    if (result.outcome == wire::CommandOutcome::Applied || result.outcome == wire::CommandOutcome::Duplicate) {
        link->conflicts.remove(result.commandId);
        const auto marked = co_await link->store.markSent(result.commandId, result.sequence, result.stamp.value_or(domain::Stamp()));
        co_return marked;
    }
    // The id is known there under another base: whether it got in, only the whole case can tell.
    const bool unclear = result.outcome == wire::CommandOutcome::Conflict || why.code == FailureCode::IdempotencyMismatch;
    if (unclear) {
        const auto yielded = co_await yieldTo(link, result, caseId);
        co_return yielded;
    }
    if (why.retryable) {
        const QDateTime next = link->postpone(++link->conflicts[result.commandId]);
        const auto failed = co_await link->store.markFailed(result.commandId, why, next);
        co_return failed;
    }
    const auto refused = co_await link->store.markRefused(result.commandId, why);
    co_return refused;
}

QCoro::Task<Result<bool>> onPushFailed(LinkPtr link, Error error, QList<domain::CaseCommand> commands)
{
    if (isUnreadable(error) && commands.size() > 1) {
        link->oneByOne = true;
        co_return true;
    }
    if (isUnreadable(error)) {
        const auto refused = co_await link->store.markRefused(commands.first().id, error);
        if (!refused)
            co_return tl::unexpected(refused.error());
        co_return true;
    }
    const QDateTime next = link->postpone(link->pump.failures + 1);
    QSet<domain::CaseId> marked;
    for (const domain::CaseCommand &command : commands) {
        if (marked.contains(command.caseId) || marked.size() == markedHeads)
            continue;
        marked.insert(command.caseId);
        const auto noted = co_await link->store.markFailed(command.id, error, next);
        if (!noted || !link->alive)
            break;
    }
    co_return tl::unexpected(error);
}

/** A case's first failure is settled; the commands behind it are rebased with it and come again. */
QCoro::Task<Result<bool>> settleAll(LinkPtr link, wire::CommandAnswer answer, QList<domain::CaseCommand> commands)
{
    QHash<domain::CommandId, domain::CaseId> caseOf;
    for (const domain::CaseCommand &command : commands)
        caseOf.insert(command.id, command.caseId);
    QSet<domain::CaseId> stopped;
    bool any = false;
    for (const wire::CommandResult &result : answer.results) {
        const domain::CaseId caseId = caseOf.value(result.commandId);
        if (caseId.isNull() || stopped.contains(caseId))
            continue;
        if (result.outcome == wire::CommandOutcome::Conflict || result.outcome == wire::CommandOutcome::Rejected)
            stopped.insert(caseId);
        any = true;
        const auto settled = co_await settle(link, result, caseId);
        if (!settled)
            co_return tl::unexpected(settled.error());
        if (!link->alive)
            co_return false;
    }
    if (any)
        co_return true;
    const Error odd{FailureCode::NetworkProtocol, u"the answer names none of the commands"_s, true};
    const auto told = co_await onPushFailed(link, odd, commands);
    co_return told;
}

/** True when something was sent or settled, so that there may be more to do at once. */
QCoro::Task<Result<bool>> sendCommands(LinkPtr link, QList<StoredCommand> pending, QSet<domain::CaseId> held)
{
    wire::CommandBatch batch;
    bool refusedAny = false;
    for (const StoredCommand &row : pending) {
        if (held.contains(row.command.caseId))
            continue;
        const auto why = attachmentFailure(link, row.command);
        if (!why) {
            batch.commands.append(row.command);
            continue;
        }
        const auto refused = co_await link->store.markRefused(row.command.id, *why);
        if (!refused)
            co_return tl::unexpected(refused.error());
        if (!link->alive)
            co_return false;
        // What stands behind it was rebased just now and is read again in the next round.
        held.insert(row.command.caseId);
        refusedAny = true;
    }
    if (batch.commands.isEmpty())
        co_return refusedAny;
    const auto answer = co_await link->client.push(batch);
    if (!link->alive)
        co_return false;
    if (!answer) {
        const auto told = co_await onPushFailed(link, answer.error(), batch.commands);
        co_return told;
    }
    const auto settled = co_await settleAll(link, *answer, batch.commands);
    co_return settled;
}

/** True when more may be waiting than went at once. */
QCoro::Task<Result<bool>> sendAudit(LinkPtr link)
{
    const auto waiting = co_await link->store.auditToSend(link->operatorId, auditAtOnce);
    if (!waiting)
        co_return tl::unexpected(waiting.error());
    wire::AuditBatch batch;
    QList<QUuid> ids;
    for (const store::AuditEntry &entry : *waiting) {
        batch.records.append({entry.id, entry.at, entry.action, entry.caseId, entry.subject});
        ids.append(entry.id);
    }
    if (ids.isEmpty() || !link->alive)
        co_return false;
    const auto answer = co_await link->client.pushAudit(batch);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!link->alive)
        co_return false;
    const auto marked = co_await link->store.markAuditSent(ids);
    if (!marked)
        co_return tl::unexpected(marked.error());
    co_return ids.size() == auditAtOnce;
}

/** How long the pump may sleep, in ms. */
qint64 untilNextDue(const LinkPtr &link)
{
    const auto first = std::min_element(link->dueTimes.cbegin(), link->dueTimes.cend());
    return first == link->dueTimes.cend() ? longPauseMs : std::max<qint64>(1, link->clock.now().msecsTo(*first));
}

/** One round; true when there may be more to send at once. */
QCoro::Task<Result<bool>> pumpOnce(LinkPtr link)
{
    const auto pending = co_await dueCommands(link);
    if (!link->alive)
        co_return false;
    if (!pending)
        co_return tl::unexpected(pending.error());
    bool more = false;
    std::optional<Error> stuck;
    if (!pending->isEmpty()) {
        const auto uploads = co_await sendAttachments(link, *pending);
        if (!link->alive)
            co_return false;
        if (!uploads)
            co_return tl::unexpected(uploads.error());
        stuck = uploads->failure;
        const auto sent = co_await sendCommands(link, *pending, uploads->held);
        if (!sent || !link->alive)
            co_return sent;
        more = *sent;
    } else {
        link->oneByOne = false;
    }
    const auto audit = co_await sendAudit(link);
    if (!audit)
        co_return tl::unexpected(audit.error());
    // Nothing got through but for want of a file: that is no word of the exchange, and new work need not wait with it.
    if (stuck && !more && !*audit)
        link->waits(link->pump, *stuck);
    co_return more || *audit;
}

} // namespace

QCoro::Task<> runPump(LinkPtr link)
{
    while (link->alive) {
        const QDateTime now = link->clock.now();
        link->dueTimes.removeIf([now](const QDateTime &due) { return due <= now; });
        const auto more = co_await pumpOnce(link);
        if (!link->alive)
            co_return;
        qint64 pause = untilNextDue(link);
        if (!more) {
            pause = link->failed(link->pump, more.error());
        } else {
            // A round that found nothing due asked the exchange nothing: while rows are postponed, failures stay counted.
            if (link->pump.error && (*more || link->dueTimes.isEmpty()))
                link->answered(link->pump);
            if (*more)
                pause = 0;
        }
        co_await link->pumpGate.wait(pause);
    }
}

} // namespace yichuang::sync
