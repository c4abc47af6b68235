// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "casestoreprivate.h"

#include "casetable.h"
#include "commandtable.h"
#include "listquery.h"
#include "listrule.h"
#include "listtable.h"
#include "remoteevents.h"
#include "sidetables.h"
#include "submit.h"

#include <domain/workcalendar.h>

/** The facade: each call names its use case and the thread it runs on. Everything that must see earlier writes of the
 *  same caller runs on the writer thread, whose queue keeps the order; lists and large values run on the reader. */
namespace yichuang::store {

using domain::CaseId;
using domain::CommandId;
using domain::Result;

QDate dueSoonUntil(QDate today)
{
    constexpr int dueSoonWorkingDays = 2;
    const domain::DueDay plain{today.addDays(dueSoonWorkingDays)};
    return domain::WorkCalendar::bundled().addWorkingDays(today, dueSoonWorkingDays).value_or(plain).day;
}

CaseStore::CaseStore(std::unique_ptr<Private> state) : d(std::move(state))
{
    d->store = this;
    if (d->rowsAreOld)
        d->renewOldRows();
    if (d->rowsLackNames)
        d->nameUnnamedRows();
}

CaseStore::~CaseStore() = default;

void CaseStore::close()
{
    d->end();
}

std::optional<domain::Error> CaseStore::openingNotice() const
{
    if (d->lostCommits == 0)
        return std::nullopt;
    return domain::Error{domain::FailureCode::VaultCutShort, QStringLiteral("%1 commits or more").arg(d->lostCommits), false};
}

QFuture<Result<void>> CaseStore::acceptLoss()
{
    return d->write<void>([this](Writing &w) {
        // Counting goes on above what was noted, so that the same loss is not found again.
        const qint64 known = qMax(d->commits, d->record->known());
        writeCommits(w.sql, known);
        w.afterCommit = [this, known] { d->commits = known; };
        return Result<void>();
    });
}

QFuture<Result<StoredCase>> CaseStore::submit(domain::CaseCommand command, domain::Stamp provisional)
{
    return submitAll({std::move(command)}, std::move(provisional));
}

QFuture<Result<StoredCase>> CaseStore::submitAll(QList<domain::CaseCommand> commands, domain::Stamp provisional, Places places, QStringList left)
{
    return d->write<StoredCase>([=](Writing &w) {
        const Result<StoredCase> stored = store::submitAll(w, commands, provisional, places);
        if (!stored || left.isEmpty())
            return stored;
        const Result<void> dropped = store::dropScratch(w, stored->current.id, left);
        return dropped ? stored : tl::unexpected(dropped.error());
    });
}

QFuture<Result<void>> CaseStore::saveScratch(CaseId caseId, QString fieldId, QString text, QString place)
{
    return d->write<void>([=](Writing &w) { return store::saveScratch(w, caseId, fieldId, text, place); });
}

QFuture<Result<void>> CaseStore::savePlace(CaseId caseId, QString place)
{
    return d->write<void>([=](Writing &w) { return store::savePlace(w, caseId, place); });
}

QFuture<Result<void>> CaseStore::dropScratch(CaseId caseId, QStringList fieldIds)
{
    return d->write<void>([=](Writing &w) { return store::dropScratch(w, caseId, fieldIds); });
}

QFuture<Result<void>> CaseStore::clearScratch(CaseId caseId)
{
    return d->write<void>([=](Writing &w) { return store::clearScratch(w, caseId); });
}

QFuture<Result<StoredCase>> CaseStore::loadCase(CaseId caseId)
{
    return d->write<StoredCase>([=](Writing &w) { return openedCase(w, caseId); });
}

QFuture<Result<StoredCase>> CaseStore::readBack(CaseId caseId)
{
    return d->read<StoredCase>([=](Sql &sql) { return store::readBack(sql, caseId); });
}

QFuture<Result<StoredCase>> CaseStore::lastDraft(QString operatorId)
{
    return d->write<StoredCase>([=](Writing &w) { return store::lastDraft(w, operatorId); });
}

QFuture<Result<ListPage>> CaseStore::listCases(ListQuery query)
{
    return d->read<ListPage>([=](Sql &sql) { return store::listCases(sql, query); });
}

QFuture<Result<QHash<int, qint64>>> CaseStore::counters(QString draftsOf)
{
    return d->read<QHash<int, qint64>>([today = d->clock.today(), draftsOf](Sql &sql) -> Result<QHash<int, qint64>> {
        const QHash<int, qint64> counters = readCounters(sql, dueSoonUntil(today), draftsOf);
        if (auto read = sql.takeResult(); !read)
            return tl::unexpected(read.error());
        return counters;
    });
}

QFuture<Result<QList<TimelineRow>>> CaseStore::timeline(CaseId caseId)
{
    return d->write<QList<TimelineRow>>([=](Writing &w) { return store::timeline(w, caseId); });
}

QFuture<Result<QList<StoredCommand>>> CaseStore::pendingCommands(int limit, QDateTime now)
{
    return d->write<QList<StoredCommand>>([=](Writing &w) { return store::pendingCommands(w, limit, now); });
}

QFuture<Result<void>> CaseStore::markSent(CommandId id, qint64 sequence, domain::Stamp stamp)
{
    return d->write<void>([=](Writing &w) { return store::markSent(w, id, sequence, stamp); });
}

QFuture<Result<void>> CaseStore::markFailed(CommandId id, domain::Error error, QDateTime nextTry)
{
    return d->write<void>([=](Writing &w) { return store::markFailed(w, id, error, nextTry); });
}

QFuture<Result<void>> CaseStore::markRefused(CommandId id, domain::Error error)
{
    return d->write<void>([=](Writing &w) { return store::markRefused(w, id, error); });
}

QFuture<Result<void>> CaseStore::applyEvents(QList<domain::CaseEvent> events, QString reader, qint64 cursor)
{
    return d->write<void>([=](Writing &w) { return store::applyEvents(w, events, reader, cursor); });
}

QFuture<Result<void>> CaseStore::replaceConfirmed(domain::Case confirmed, QList<domain::CaseEvent> events)
{
    return d->write<void>([=](Writing &w) { return store::replaceConfirmed(w, confirmed, events); });
}

QFuture<Result<QList<CaseId>>> CaseStore::casesToFetch(int limit)
{
    return d->write<QList<CaseId>>([=](Writing &w) { return store::casesToFetch(w, limit); });
}

QFuture<Result<qint64>> CaseStore::feedCursor(QString reader)
{
    return d->write<qint64>([=](Writing &w) { return store::feedCursor(w, reader); });
}

QFuture<Result<void>> CaseStore::restartFeed(QString reader)
{
    return d->write<void>([=](Writing &w) { return store::restartFeed(w, reader); });
}

QFuture<Result<QList<StoredCommand>>> CaseStore::outbox(int limit)
{
    return d->write<QList<StoredCommand>>([=](Writing &w) { return store::outbox(w, limit); });
}

QFuture<Result<QList<StoredCommand>>> CaseStore::recentOutbox(int limit)
{
    return d->write<QList<StoredCommand>>([=](Writing &w) { return store::recentOutbox(w, limit); });
}

QFuture<Result<int>> CaseStore::waitingCount()
{
    return d->write<int>([](Writing &w) { return store::waitingCount(w); });
}

QFuture<Result<void>> CaseStore::saveListing(CachedListing listing, ListingHolder holder)
{
    return d->write<void>([=](Writing &w) { return store::saveListing(w, listing, holder); });
}

QFuture<Result<CachedListing>> CaseStore::listingFor(ListingHolder holder)
{
    return d->write<CachedListing>([=](Writing &w) { return store::listingFor(w, holder); });
}

QFuture<Result<void>> CaseStore::saveFaces(domain::PersonId personId, QList<domain::ECertificate> faces)
{
    return d->write<void>([=](Writing &w) { return store::saveFaces(w, personId, faces); });
}

QFuture<Result<void>> CaseStore::saveCertificateFile(CaseId caseId, CertificateFile file)
{
    return d->write<void>([=](Writing &w) { return store::saveCertificateFile(w, caseId, file); });
}

QFuture<Result<CertificateFile>> CaseStore::certificateFile(CaseId caseId, QString identifier)
{
    return d->write<CertificateFile>([=](Writing &w) { return store::certificateFile(w, caseId, identifier); });
}

QFuture<Result<void>> CaseStore::saveConsent(CaseId caseId, QString identifier)
{
    return d->write<void>([=](Writing &w) { return store::saveConsent(w, caseId, identifier); });
}

QFuture<Result<QStringList>> CaseStore::consents(CaseId caseId)
{
    return d->write<QStringList>([=](Writing &w) { return store::consents(w, caseId); });
}

QFuture<Result<int>> CaseStore::purgeExpired(QDateTime now)
{
    return d->write<int>([=](Writing &w) { return store::purgeExpired(w, now); });
}

QFuture<Result<void>> CaseStore::saveCatalogue(domain::Catalogue catalogue)
{
    return d->write<void>([this, shared = std::make_shared<const domain::Catalogue>(std::move(catalogue))](Writing &w) {
        const Result<void> saved = store::saveCatalogue(w, *shared);
        // What came before its life event was known stands in the list without the name that only a catalogue tells.
        const bool someLackNames = areRowsUnnamed(w.sql);
        w.afterCommit = [this, &w, shared, someLackNames] {
            w.catalogues.set(shared);
            if (someLackNames)
                d->nameUnnamedRows();
        };
        return saved;
    });
}

QFuture<Result<domain::Catalogue>> CaseStore::loadCatalogue()
{
    return d->write<domain::Catalogue>([](Writing &w) -> Result<domain::Catalogue> {
        const auto held = w.catalogues.get();
        if (!held)
            return domain::failure(domain::FailureCode::StoreNotFound, QStringLiteral("catalogue"));
        return *held;
    });
}

QFuture<Result<domain::AttachedFile>> CaseStore::saveAttachment(CaseId caseId, QString fileName, QByteArray content)
{
    return d->write<domain::AttachedFile>([=](Writing &w) { return store::saveAttachment(w, caseId, fileName, content); });
}

QFuture<Result<QByteArray>> CaseStore::loadAttachment(QString attachmentId)
{
    return d->read<QByteArray>([=](Sql &sql) { return store::loadAttachment(sql, attachmentId); });
}

QFuture<Result<QList<std::pair<QString, CaseId>>>> CaseStore::attachmentsToSend(QList<CommandId> commands)
{
    return d->write<QList<std::pair<QString, CaseId>>>([=](Writing &w) { return store::attachmentsToSend(w, commands); });
}

QFuture<Result<void>> CaseStore::markAttachmentSent(QString attachmentId)
{
    return d->write<void>([=](Writing &w) { return store::markAttachmentSent(w, attachmentId); });
}

QFuture<Result<void>> CaseStore::addAudit(AuditEntry entry)
{
    return d->write<void>([=](Writing &w) { return store::addAudit(w, entry); });
}

QFuture<Result<QList<AuditEntry>>> CaseStore::auditToSend(QString operatorId, int limit)
{
    return d->write<QList<AuditEntry>>([=](Writing &w) { return store::auditToSend(w, operatorId, limit); });
}

QFuture<Result<void>> CaseStore::markAuditSent(QList<QUuid> ids)
{
    return d->write<void>([=](Writing &w) { return store::markAuditSent(w, ids); });
}

QFuture<Result<QString>> CaseStore::setting(QString key)
{
    return d->write<QString>([=](Writing &w) { return store::setting(w, key); });
}

QFuture<Result<void>> CaseStore::setSetting(QString key, QString value)
{
    return d->write<void>([=](Writing &w) { return store::setSetting(w, key, value); });
}

} // namespace yichuang::store
