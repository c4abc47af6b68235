// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "commandengine.h"

#include "commandbatch.h"
#include "stamping.h"

#include <wire/commandjson.h>
#include <wire/json.h>

#include <QCryptographicHash>

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

/** In one transaction, so that the commands of the desks come in between. */
constexpr int casesAtOnce = 50;

} // namespace

QString commandHash(domain::CaseCommand command)
{
    command.time = {};
    return QString::fromLatin1(QCryptographicHash::hash(wire::toBytes(wire::toJson(command)), QCryptographicHash::Sha256).toHex());
}

CommandEngine::CommandEngine(Database &database, CatalogueService &catalogues, const domain::Clock &clock, std::function<void()> committed)
    : m_database(database)
    , m_catalogues(catalogues)
    , m_clock(clock)
    , m_committed(std::move(committed))
{
}

domain::Result<wire::CommandAnswer> CommandEngine::submit(const wire::Operator &who, const wire::CommandBatch &batch)
{
    if (batch.commands.size() > wire::maxCommandsPerRequest)
        return domain::failure(FailureCode::RequestMalformed, u"more than %1 commands"_s.arg(wire::maxCommandsPerRequest));
    const auto catalogue = m_catalogues.current();
    bool added = false;
    auto answer = m_database.write([&](Session &session) -> domain::Result<wire::CommandAnswer> {
        CommandBatchRun run(session, *catalogue, m_clock, who);
        wire::CommandAnswer results;
        for (const domain::CaseCommand &command : batch.commands) {
            auto result = run.take(command);
            if (!result)
                return tl::unexpected(result.error());
            results.results.append(std::move(*result));
        }
        if (const auto saved = run.save(); !saved)
            return tl::unexpected(saved.error());
        added = run.addedEvents();
        return results;
    });
    if (answer && added)
        m_committed();
    return answer;
}

domain::Result<void> CommandEngine::acceptUnanswered()
{
    const QDate today = domain::legalDate(m_clock.now(), domain::WorkCalendar::bundled());
    const wire::Operator nobody; // no command of a person is among them
    domain::CaseId last;
    while (true) {
        const auto found = m_database.read([&](Session &session) { return casestore::unanswered(session, today, last, casesAtOnce); });
        if (!found)
            return tl::unexpected(found.error());
        if (found->isEmpty())
            return {};
        last = found->last();
        const auto catalogue = m_catalogues.current();
        const auto added = m_database.write([&](Session &session) -> domain::Result<bool> {
            CommandBatchRun run(session, *catalogue, m_clock, nobody);
            for (const domain::CaseId &id : *found) {
                if (const auto noted = run.acceptUnanswered(id); !noted)
                    return tl::unexpected(noted.error());
            }
            const auto saved = run.save();
            return saved ? domain::Result<bool>(run.addedEvents()) : tl::unexpected(saved.error());
        });
        if (!added)
            return tl::unexpected(added.error());
        if (*added)
            m_committed();
    }
}

domain::Result<domain::CaseEvent> CommandEngine::event(qint64 sequence)
{
    const auto event = m_database.read([&](Session &session) { return casestore::event(session, sequence); });
    if (!event)
        return tl::unexpected(event.error());
    if (!*event)
        return domain::failure(FailureCode::ResourceUnknown);
    return **event;
}

} // namespace yichuang::exchange
