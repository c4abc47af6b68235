// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "casestoreprivate.h"

#include "casetable.h"
#include "listrule.h"
#include "schema.h"
#include "searchtables.h"
#include "sidetables.h"
#include "storecopies.h"

namespace yichuang::store {

using domain::Result;

namespace {

/** The journal is emptied when it is longer than this, if nothing waits for the writer. */
constexpr int mostJournalPages = 1000;

/** Reads every page of a store in which damage was met: else it would open again and again, until somebody meets the page. */
Result<void> proveWhole(vault::Connection &connection)
{
    if (!connection.wasDamageMet())
        return {};
    const Result<QStringList> found = connection.checkIntegrity();
    if (!found)
        return tl::unexpected(found.error());
    if (!found->isEmpty())
        return domain::failure(domain::FailureCode::VaultDamaged, found->first());
    // What cannot be noted now is found once more with the next opening.
    (void)connection.noteDamage(false);
    return {};
}

} // namespace

std::shared_ptr<const domain::Catalogue> CatalogueCache::get() const
{
    const std::lock_guard lock(m_mutex);
    return m_catalogue;
}

void CatalogueCache::set(std::shared_ptr<const domain::Catalogue> catalogue)
{
    const std::lock_guard lock(m_mutex);
    m_catalogue = std::move(catalogue);
}

CaseStore::Private::~Private()
{
    end();
}

void CaseStore::Private::end()
{
    // The reader goes first: only then can the last writer empty the journal and remove it.
    readerThread.finish([this] { reader.close(); });
    writerThread.finish([this] {
        writing.reset();
        writer.close();
    });
}

Result<void> CaseStore::Private::openWriter(const vault::VaultRequest &request)
{
    auto connection = vault::Vault::open(request);
    if (connection) {
        if (auto whole = proveWhole(**connection); !whole)
            return whole;
    }
    if (connection && needsMigration((*connection)->version(), (*connection)->isNew())) {
        // Closed, because only then is all of it in one file.
        const int found = (*connection)->version();
        connection->reset();
        if (auto copied = copyBeforeMigration(request.file, found); !copied)
            return copied;
        connection = vault::Vault::open(request);
    }
    if (!connection)
        return tl::unexpected(connection.error());
    openedWithPending = (*connection)->openedWithPending();
    writer.connection = std::move(*connection);
    writer.sql = std::make_unique<Sql>(writer.connection->database(), fault);
    if (auto migrated = migrate(*writer.sql, writer.connection->version()); !migrated)
        return migrated;
    rowsAreOld = areRowsOld(*writer.sql);
    if (writer.connection->isNew() && rowsAreOld) {
        noteListRule(*writer.sql);
        rowsAreOld = false;
    }
    if (auto counted = countCommits(request.file); !counted)
        return counted;
    // The tables must not stand in the journal alone: without it the store would pass for one that was never filled.
    if (writer.connection->version() < schemaVersion || !writer.connection->isSettled()) {
        if (auto settled = writer.connection->settle(); !settled)
            return settled;
    }
    auto catalogue = readCatalogue(*writer.sql);
    // A catalogue that cannot be read is fetched again; it must not keep the clerk from the cases.
    if (catalogue)
        catalogues.set(*catalogue);
    rowsLackNames = catalogues.get() && areRowsUnnamed(*writer.sql);
    writing.reset(new Writing{*writer.sql, clock, catalogues, {}, {}, countRecentWords(*writer.sql), {}, {}});
    return writer.sql->takeResult();
}

void CaseStore::Private::meet(const domain::Error &error, Session &session)
{
    if (error.code != domain::FailureCode::VaultDamaged || damageTold.exchange(true))
        return;
    // Where nothing can be written any more the store opens until somebody meets the page again.
    (void)session.connection->noteDamage(true);
    if (store)
        Q_EMIT store->damaged(error);
}

Result<void> CaseStore::Private::countCommits(const QString &file)
{
    record = std::make_unique<vault::CommitRecord>(file);
    commits = readCommits(*writer.sql);
    lostCommits = qMax<qint64>(0, record->known() - commits);
    if (lostCommits == 0)
        return writer.sql->takeResult();
    // A journal that was cut after part of it had moved leaves pages of different ages behind. Every page in use is read.
    const Row whole = writer.sql->row(QStringLiteral("PRAGMA quick_check(1)"));
    if (auto read = writer.sql->takeResult(); !read)
        return read;
    const QString found = whole.value(0).toString();
    if (found != QLatin1String("ok"))
        return domain::failure(domain::FailureCode::VaultDamaged, found);
    return {};
}

void CaseStore::Private::renewOldRows()
{
    passOver([](Writing &w) { return renewRows(w); });
}

void CaseStore::Private::nameUnnamedRows()
{
    passOver([place = std::make_shared<QString>()](Writing &w) { return nameRows(w, *place); });
}

void CaseStore::Private::passOver(std::function<Result<bool>(Writing &)> step)
{
    // A few at a time, each time behind what was asked for meanwhile.
    (void)writerThread.post([this, step = std::move(step)] {
        const Result<bool> more = inTransaction<bool>(step);
        const StoreChange change = std::exchange(writing->change, {});
        if (more && !change.cases.isEmpty())
            Q_EMIT store->changed(change);
        tidy();
        // One that fails is tried again with the next start: nobody waits for it.
        if (more && *more)
            passOver(step);
    });
}

bool CaseStore::Private::rest()
{
    return !writer.connection || writer.connection->emptyJournal();
}

void CaseStore::Private::tidy()
{
    trimRecords(*writing);
    record->note(commits);
    // Whoever asks next must not wait for it; the net beneath is the connection's own bound on the journal.
    if (!writerThread.isIdle())
        return;
    if (writing->recentWords > mostRecentWords) {
        (void)inTransaction<void>([](Writing &w) {
            foldWords(w);
            return Result<void>();
        });
    }
    if (writer.connection->journalPages() > mostJournalPages)
        (void)writer.connection->moveJournal();
}

Result<void> CaseStore::Private::openReader(const vault::VaultRequest &request)
{
    vault::VaultRequest asked = request;
    asked.role = vault::CipherRole::Reader;
    auto connection = vault::Vault::open(asked);
    if (!connection)
        return tl::unexpected(connection.error());
    reader.connection = std::move(*connection);
    reader.sql = std::make_unique<Sql>(reader.connection->database(), fault);
    return {};
}

void CaseStore::Private::open(const vault::VaultRequest &request, std::function<void(Result<void>)> ended)
{
    const bool queued = writerThread.post([this, request, ended = std::move(ended)] {
        const Result<void> opened = openWriter(request);
        if (!opened)
            return ended(opened);
        const bool next = readerThread.post([this, request, ended] { ended(openReader(request)); });
        if (!next)
            ended(domain::failure(domain::FailureCode::StoreClosed));
    });
    Q_ASSERT(queued);
}

} // namespace yichuang::store
