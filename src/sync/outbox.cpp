// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "link.h"

#include <QCoroFuture>
#include <algorithm>

namespace yichuang::sync {

using domain::FailureCode;
using domain::Result;
using store::StoredCommand;

namespace {

/** The oldest command of a case; its pause holds back the whole case and nothing else. */
const StoredCommand *headOf(const QList<StoredCommand> &commands, const domain::CaseId &caseId)
{
    const auto head = std::find_if(commands.cbegin(), commands.cend(), [&caseId](const StoredCommand &row) { return row.command.caseId == caseId; });
    return head == commands.cend() ? nullptr : &*head;
}

/**
 * The file can never be sent: the exchange itself said so of this file, or it is not in the store any more. Whatever answers in
 * the exchange's place, and whatever the exchange says of something else, refuses nothing.
 */
bool refusesFile(const domain::Error &error)
{
    switch (error.code) {
    case FailureCode::StoreNotFound:
    case FailureCode::RequestMalformed:
    case FailureCode::RequestTooLarge:
    case FailureCode::RequestUnsupportedMedia:
    case FailureCode::ResourceUnknown:
    case FailureCode::RoleForbidden:
    case FailureCode::IdempotencyMismatch:
    case FailureCode::FileHashMismatch:
    case FailureCode::FileKindRefused:
        return true;
    default:
        return false;
    }
}

/** A file is there once the exchange says so. */
QCoro::Task<Result<void>> sendAttachment(LinkPtr link, QString id, domain::CaseId caseId)
{
    const auto content = co_await link->store.loadAttachment(id);
    if (!link->alive)
        co_return Result<void>();
    if (!content)
        co_return tl::unexpected(content.error());
    const auto answer = co_await link->client.putAttachment(id, caseId, *content);
    if (!link->alive)
        co_return Result<void>();
    if (!answer)
        co_return tl::unexpected(answer.error());
    const auto marked = co_await link->store.markAttachmentSent(id);
    co_return marked;
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

QCoro::Task<Result<Uploads>> sendAttachments(LinkPtr link, QList<StoredCommand> commands)
{
    Uploads uploads;
    // Of these commands and no others: files of a colleague, or of a case that waits, would stand in front of them.
    QList<domain::CommandId> ids;
    for (const StoredCommand &row : commands)
        ids.append(row.command.id);
    const auto waiting = co_await link->store.attachmentsToSend(ids);
    if (!waiting)
        co_return tl::unexpected(waiting.error());
    for (const auto &[id, caseId] : *waiting) {
        const StoredCommand *head = headOf(commands, caseId);
        if (!link->alive)
            co_return uploads;
        if (!head || uploads.held.contains(caseId) || link->refusedAttachments.contains(id))
            continue;
        const auto sent = co_await sendAttachment(link, id, caseId);
        if (!link->alive)
            co_return uploads;
        if (sent)
            continue;
        if (refusesFile(sent.error())) {
            link->refusedAttachments.insert(id, sent.error());
            continue;
        }
        uploads.held.insert(caseId);
        uploads.failure = sent.error();
        // Longer than the pump's own pause: what fails again and again must not be first again and again.
        const auto noted = co_await link->store.markFailed(head->command.id, sent.error(), link->postpone(head->attempts + 2));
        if (!noted)
            co_return tl::unexpected(noted.error());
        if (isAway(sent.error()))
            co_return tl::unexpected(sent.error());
    }
    co_return uploads;
}

} // namespace yichuang::sync
