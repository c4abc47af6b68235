// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "link.h"

#include <QCoroFuture>

namespace yichuang::sync {

using domain::FailureCode;
using domain::Result;
using store::StoredCommand;

namespace {

/** The oldest command of a case; its pause holds back the whole case and nothing else. */
domain::CommandId headOf(const QList<StoredCommand> &commands, const domain::CaseId &caseId)
{
    for (const StoredCommand &row : commands) {
        if (row.command.caseId == caseId)
            return row.command.id;
    }
    return {};
}

} // namespace

QCoro::Task<Result<QList<StoredCommand>>> dueCommands(LinkPtr link)
{
    const QDateTime now = link->clock.now();
    const QDateTime due = std::exchange(link->ignorePauses, false) ? now.addYears(1) : now;
    const qsizetype wanted = link->oneByOne ? 1 : link->options.batch;
    // Commands of a colleague who used this desk before may stand in front.
    for (int limit = link->options.batch;; limit *= 4) {
        const auto rows = co_await link->store.pendingCommands(limit, due);
        if (!rows || !link->alive)
            co_return rows;
        QList<StoredCommand> mine;
        QSet<domain::CaseId> waiting;
        for (const StoredCommand &row : *rows) {
            // Behind a colleague's command the exchange would meet a case that it does not know yet.
            if (row.command.actor.operatorId != link->operatorId)
                waiting.insert(row.command.caseId);
            else if (!waiting.contains(row.command.caseId) && mine.size() < wanted)
                mine.append(row);
        }
        if (mine.size() == wanted || rows->size() < limit)
            co_return mine;
    }
}

QCoro::Task<Result<QSet<domain::CaseId>>> sendAttachments(LinkPtr link, QList<StoredCommand> commands)
{
    QSet<domain::CaseId> held;
    // Of these commands and no others: files of a colleague, or of a case that waits, would stand in front of them.
    QList<domain::CommandId> ids;
    for (const StoredCommand &row : commands)
        ids.append(row.command.id);
    const auto waiting = co_await link->store.attachmentsToSend(ids);
    if (!waiting)
        co_return tl::unexpected(waiting.error());
    for (const auto &[id, caseId] : *waiting) {
        const domain::CommandId head = headOf(commands, caseId);
        if (!link->alive)
            co_return held;
        if (head.isNull() || held.contains(caseId) || link->refusedAttachments.contains(id))
            continue;
        const auto content = co_await link->store.loadAttachment(id);
        if (!link->alive)
            co_return held;
        if (!content) {
            link->refusedAttachments.insert(id, content.error());
            continue;
        }
        const auto answer = co_await link->client.putAttachment(id, caseId, *content);
        if (!link->alive)
            co_return held;
        if (!answer && isAway(answer.error()))
            co_return tl::unexpected(answer.error());
        if (!answer && !answer.error().retryable) {
            link->refusedAttachments.insert(id, answer.error());
            continue;
        }
        if (!answer) {
            held.insert(caseId);
            const auto noted = co_await link->store.markFailed(head, answer.error(), link->postpone(1));
            if (!noted)
                co_return tl::unexpected(noted.error());
            continue;
        }
        const auto marked = co_await link->store.markAttachmentSent(id);
        if (!marked)
            co_return tl::unexpected(marked.error());
    }
    co_return held;
}

} // namespace yichuang::sync
