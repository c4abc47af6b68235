// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "link.h"

#include <QCoroFuture>
#include <algorithm>

namespace yichuang::sync {

using domain::Error;
using domain::Result;
using store::StoredCommand;

namespace {

constexpr int longPauseMs = 15 * 60 * 1000;

/** Waiting on the exchange for one attachment is bounded by the client; a missing one is refused by the exchange later. */
QCoro::Task<Result<void>> sendAttachments(LinkPtr link)
{
    const auto waiting = co_await link->store.attachmentsToSend(20);
    if (!waiting)
        co_return tl::unexpected(waiting.error());
    for (const auto &[id, caseId] : *waiting) {
        const auto content = co_await link->store.loadAttachment(id);
        if (!link->alive || !content)
            continue;
        const auto answer = co_await link->client.putAttachment(id, caseId, *content);
        if (!answer)
            co_return tl::unexpected(answer.error());
        const auto marked = co_await link->store.markAttachmentSent(id);
        if (!marked)
            co_return marked;
    }
    co_return Result<void>();
}

/** The exchange has another state than the command was made on: take its state, rebase what waits. */
QCoro::Task<Result<void>> takeOver(LinkPtr link, domain::CaseId caseId)
{
    const auto answer = co_await link->client.caseById(caseId);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const auto replaced = co_await link->store.replaceConfirmed(answer->snapshot, answer->events);
    co_return replaced;
}

QCoro::Task<Result<void>> settle(LinkPtr link, wire::CommandResult result, domain::CaseId caseId)
{
    switch (result.outcome) {
    case wire::CommandOutcome::Applied:
    case wire::CommandOutcome::Duplicate: {
        const domain::Stamp stamp = result.stamp.value_or(domain::Stamp());
        const auto marked = co_await link->store.markSent(result.commandId, result.sequence, stamp);
        co_return marked;
    }
    case wire::CommandOutcome::Conflict: {
        const auto taken = co_await takeOver(link, caseId);
        co_return taken;
    }
    case wire::CommandOutcome::Rejected: {
        const Error why = result.error.value_or(Error{domain::FailureCode::InternalFault, {}, false});
        if (why.retryable) {
            const QDateTime next = link->clock.now().addSecs(5);
            const auto failed = co_await link->store.markFailed(result.commandId, why, next);
            co_return failed;
        }
        const auto refused = co_await link->store.markRefused(result.commandId, why);
        co_return refused;
    }
    }
    co_return Result<void>();
}

/** Conflicts are settled once for each case: the commands behind the first one are rebased with it. */
QCoro::Task<Result<bool>> sendCommands(LinkPtr link)
{
    const QDateTime due = link->ignorePauses ? link->clock.now().addYears(1) : link->clock.now();
    link->ignorePauses = false;
    const auto pending = co_await link->store.pendingCommands(link->options.batch, due);
    if (!pending)
        co_return tl::unexpected(pending.error());
    if (pending->isEmpty() || !link->alive)
        co_return false;
    wire::CommandBatch batch;
    QHash<domain::CommandId, domain::CaseId> caseOf;
    for (const StoredCommand &row : *pending) {
        batch.commands.append(row.command);
        caseOf.insert(row.command.id, row.command.caseId);
    }
    const auto answer = co_await link->client.push(batch);
    if (!answer) {
        const QDateTime next = link->clock.now().addMSecs(link->options.backOff.pauseMs(link->failures + 1, 0));
        const auto noted = co_await link->store.markFailed(batch.commands.first().id, answer.error(), next);
        Q_UNUSED(noted)
        co_return tl::unexpected(answer.error());
    }
    if (!link->alive)
        co_return false;
    QSet<domain::CaseId> stopped;
    for (const wire::CommandResult &result : answer->results) {
        const domain::CaseId caseId = caseOf.value(result.commandId);
        if (caseId.isNull() || stopped.contains(caseId))
            continue;
        if (result.outcome == wire::CommandOutcome::Conflict || result.outcome == wire::CommandOutcome::Rejected)
            stopped.insert(caseId);
        const auto settled = co_await settle(link, result, caseId);
        if (!settled)
            co_return tl::unexpected(settled.error());
    }
    co_return true;
}

QCoro::Task<Result<void>> sendAudit(LinkPtr link)
{
    const auto waiting = co_await link->store.auditToSend(100);
    if (!waiting)
        co_return tl::unexpected(waiting.error());
    if (waiting->isEmpty() || !link->alive)
        co_return Result<void>();
    wire::AuditBatch batch;
    QList<QUuid> ids;
    for (const store::AuditEntry &entry : *waiting) {
        batch.records.append({entry.id, entry.at, entry.action, entry.caseId, entry.subject});
        ids.append(entry.id);
    }
    const auto answer = co_await link->client.pushAudit(batch);
    if (!answer)
        co_return answer;
    const auto marked = co_await link->store.markAuditSent(ids);
    co_return marked;
}

/** One round; true when there may be more to send at once. */
QCoro::Task<Result<bool>> pumpOnce(LinkPtr link)
{
    const auto attachments = co_await sendAttachments(link);
    if (!attachments)
        co_return tl::unexpected(attachments.error());
    if (!link->alive)
        co_return false;
    const auto sent = co_await sendCommands(link);
    if (!sent || !link->alive)
        co_return sent;
    const auto audit = co_await sendAudit(link);
    if (!audit)
        co_return tl::unexpected(audit.error());
    co_return *sent;
}

} // namespace

QCoro::Task<> runPump(LinkPtr link)
{
    while (link->alive) {
        const auto more = co_await pumpOnce(link);
        if (!link->alive)
            co_return;
        const auto waiting = co_await link->store.waitingCount();
        if (!link->alive)
            co_return;
        qint64 pause = waiting && *waiting > 0 ? 2000 : longPauseMs;
        if (!more)
            pause = link->failed(more.error());
        else if (*more)
            pause = 0;
        co_await link->pumpGate.wait(pause);
    }
}

} // namespace yichuang::sync
