// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogueservice.h"

#include <wire/apicommands.h>
#include <wire/apisession.h>

namespace yichuang::exchange {

/**
 * Commands with authority: the same apply() as on the desk, against the exchange's revision, with real stamps and numbers.
 * Idempotent by command id. A request's commands, their events and the case snapshots are one transaction. Thread-safe.
 */
class CommandEngine
{
public:
    /** @param committed called after each commit that added events, on the caller's thread; must be quick. */
    CommandEngine(Database &database, CatalogueService &catalogues, const domain::Clock &clock, std::function<void()> committed);

    /** One result per command, in order. Errors SVC-001 (too many), SVC-013: then nothing of the request was kept. */
    [[nodiscard]] domain::Result<wire::CommandAnswer> submit(const wire::Operator &who, const wire::CommandBatch &batch);
    /** Accepts every part that its department left unanswered over the limit (逾期视为受理). Error SVC-013; what was committed by then stays. */
    [[nodiscard]] domain::Result<void> acceptUnanswered();
    /** The event behind an applied or duplicate result. */
    [[nodiscard]] domain::Result<domain::CaseEvent> event(qint64 sequence);

private:
    Database &m_database;
    CatalogueService &m_catalogues;
    const domain::Clock &m_clock;
    std::function<void()> m_committed;
};

/** The command as hashed for idempotency: without its clocks, which differ when a reviewer's call is repeated. */
[[nodiscard]] QString commandHash(domain::CaseCommand command);

} // namespace yichuang::exchange
