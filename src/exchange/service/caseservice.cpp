// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "caseservice.h"

#include "../storage/casestore.h"
#include "../storage/recordstore.h"
#include "../storage/words.h"

#include <domain/paperkind.h>

#include <QCryptographicHash>

namespace yichuang::exchange {

using domain::FailureCode;
using domain::Role;
using namespace Qt::StringLiterals;

namespace {

// What a case may name at a time bounds the commands (domain::fitsCase). What came and was taken off again stays on record
// and must not use up its room; this only keeps a desk gone wrong from filling the disk.
constexpr qint64 mostFiles = 4 * domain::mostFilesOfCase;
constexpr qint64 mostFileBytes = 2 * domain::mostFileBytesOfCase;

bool seesEverything(const wire::Operator &who)
{
    return who.role == Role::Supervisor || who.role == Role::Auditor;
}

} // namespace

CaseService::CaseService(Database &database, CatalogueService &catalogues, CommandEngine &engine, const domain::Clock &clock)
    : m_database(database)
    , m_catalogues(catalogues)
    , m_engine(engine)
    , m_clock(clock)
{
}

domain::Case CaseService::projection(const domain::Case &whole, const QList<domain::CasePart> &parts) const
{
    QSet<domain::PartId> ids;
    QSet<QString> items;
    QSet<QString> materials;
    QSet<QString> fields;
    const auto catalogue = m_catalogues.current();
    for (const domain::CasePart &part : parts) {
        ids.insert(part.id);
        items.insert(part.itemId);
        const domain::ServiceItem *item = catalogue->itemVersion(part.itemId, part.itemVersion);
        for (const domain::MaterialSpec &material : item ? item->materials : QList<domain::MaterialSpec>())
            materials.insert(material.key);
        for (const domain::FormField &field : item ? item->fields : QList<domain::FormField>())
            fields.insert(field.id);
    }
    // The life event's own form belongs to each of its steps, but not to an item that only travels in the same case.
    const domain::LifeEvent *event = catalogue->lifeEventVersion(whole.lifeEventId, whole.lifeEventVersion);
    const bool isStep = event && std::any_of(event->steps.cbegin(), event->steps.cend(), [&](const domain::LifeEventStep &step) { return items.contains(step.itemId); });
    for (const domain::FormField &field : isStep ? event->fields : QList<domain::FormField>())
        fields.insert(field.id);
    return domain::projectionFor(whole, ids, materials, fields);
}

domain::Result<wire::CaseAnswer> CaseService::caseById(const wire::Operator &who, const domain::CaseId &id)
{
    using Found = std::pair<std::optional<domain::Case>, QList<domain::CaseEvent>>;
    auto found = m_database.read([&](Session &session) -> domain::Result<Found> {
        auto whole = casestore::load(session, id);
        if (!whole)
            return tl::unexpected(whole.error());
        auto events = casestore::eventsOf(session, id);
        if (!events)
            return tl::unexpected(events.error());
        return Found{std::move(*whole), std::move(*events)};
    });
    if (!found)
        return tl::unexpected(found.error());
    auto &[whole, events] = *found;
    if (!whole)
        return domain::failure(FailureCode::ResourceUnknown);
    if (seesEverything(who) || (who.role == Role::Clerk && whole->openedBy.operatorId == who.id))
        return wire::CaseAnswer{std::move(*whole), std::move(events)};
    if (who.role != Role::Reviewer)
        return domain::failure(FailureCode::ResourceUnknown);
    QList<domain::CasePart> own = whole->parts;
    own.removeIf([&](const domain::CasePart &part) { return part.departmentId != who.departmentId || part.state == domain::PartState::Draft; });
    if (own.isEmpty())
        return domain::failure(FailureCode::ResourceUnknown);
    events.removeIf([&](const domain::CaseEvent &event) {
        return std::none_of(own.cbegin(), own.cend(), [&](const domain::CasePart &part) { return part.id == event.command.partId; });
    });
    return wire::CaseAnswer{projection(*whole, own), std::move(events)};
}

bool CaseService::maySeeFile(const wire::Operator &who, const domain::Case &whole, const QString &attachmentId) const
{
    const auto isNamedBy = [&](const domain::MaterialState &state) {
        return std::any_of(state.files.cbegin(), state.files.cend(), [&](const domain::AttachedFile &file) { return file.id == attachmentId; });
    };
    const auto holds = [&](const domain::Case &view) { return std::any_of(view.materials.cbegin(), view.materials.cend(), isNamedBy); };
    if (seesEverything(who) || whole.openedBy.operatorId == who.id)
        return true;
    return std::any_of(whole.parts.cbegin(), whole.parts.cend(), [&](const domain::CasePart &part) {
        return who.role == Role::Reviewer && part.departmentId == who.departmentId && holds(projection(whole, {part}));
    });
}

/** A file may come before its case: until then the case belongs to whoever sent the first one. A supervisor acts in their place. */
domain::Result<void> CaseService::mayHold(Session &session, const wire::Operator &who, const Attachment &attachment)
{
    const auto whole = casestore::load(session, QUuid::fromString(attachment.caseId));
    if (!whole)
        return tl::unexpected(whole.error());
    const auto held = recordstore::attachmentsOf(session, attachment.caseId);
    if (!held)
        return tl::unexpected(held.error());
    const bool foreign = *whole ? (*whole)->openedBy.operatorId != who.id : held->count > 0 && held->firstOperator != who.id;
    if (foreign && who.role != Role::Supervisor)
        return domain::failure(FailureCode::ResourceUnknown);
    if (held->count >= mostFiles || held->bytes + attachment.content.size() > mostFileBytes)
        return domain::failure(FailureCode::RequestTooLarge, u"the files of one case"_s);
    return {};
}

domain::Result<bool> CaseService::putAttachment(const wire::Operator &who, const QUuid &id, const domain::CaseId &caseId, const QByteArray &sha256, const QByteArray &content)
{
    if (who.role != Role::Clerk && who.role != Role::Supervisor)
        return domain::failure(FailureCode::RoleForbidden);
    if (QCryptographicHash::hash(content, QCryptographicHash::Sha256) != sha256)
        return domain::failure(FailureCode::FileHashMismatch);
    if (!domain::isPaper(content))
        return domain::failure(FailureCode::FileKindRefused);
    const Attachment attachment{id, idText(caseId), who.id, epochMs(m_clock.now()), sha256, content};
    return m_database.write([&](Session &session) -> domain::Result<bool> {
        const auto there = recordstore::attachment(session, id);
        if (!there)
            return tl::unexpected(there.error());
        if (*there) {
            const bool same = (*there)->sha256 == sha256 && (*there)->caseId == attachment.caseId && (*there)->operatorId == who.id;
            if (!same)
                return domain::failure(FailureCode::IdempotencyMismatch);
            return false;
        }
        if (const auto may = mayHold(session, who, attachment); !may)
            return tl::unexpected(may.error());
        return recordstore::addAttachment(session, attachment);
    });
}

domain::Result<QByteArray> CaseService::attachment(const wire::Operator &who, const QUuid &id)
{
    using Found = std::pair<std::optional<Attachment>, std::optional<domain::Case>>;
    const auto found = m_database.read([&](Session &session) -> domain::Result<Found> {
        auto file = recordstore::attachment(session, id);
        if (!file)
            return tl::unexpected(file.error());
        if (!*file)
            return Found{};
        auto whole = casestore::load(session, QUuid::fromString((*file)->caseId));
        if (!whole)
            return tl::unexpected(whole.error());
        return Found{std::move(*file), std::move(*whole)};
    });
    if (!found)
        return tl::unexpected(found.error());
    const auto &[file, whole] = *found;
    const bool own = file && file->operatorId == who.id;
    if (!file || (!own && (!whole || !maySeeFile(who, *whole, idText(id)))))
        return domain::failure(FailureCode::ResourceUnknown);
    return file->content;
}

domain::Result<void> CaseService::audit(const wire::Operator &who, const wire::AuditBatch &batch)
{
    const qint64 now = epochMs(m_clock.now());
    return m_database.write([&](Session &session) -> domain::Result<void> {
        for (const wire::AuditRecord &record : batch.records) {
            if (const auto added = recordstore::addAudit(session, record, who.id, now); !added)
                return added;
        }
        return {};
    });
}

} // namespace yichuang::exchange
