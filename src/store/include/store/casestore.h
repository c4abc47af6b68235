// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <store/storevalues.h>

#include <QFuture>
#include <QObject>
#include <memory>

namespace yichuang::store {

/**
 * The encrypted store of one profile: cases, commands, certificates, catalogue, attachments, settings of the desk.
 * One writer thread owns the writing connection (synchronous=FULL: a finished future of a write means it survives a
 * power cut); one reader thread pages on a second connection. Callable from any thread; every answer comes as a future
 * that ends exactly once. Created by openStore(). The destructor finishes queued writes and joins both threads.
 */
class CaseStore : public QObject
{
    Q_OBJECT
public:
    ~CaseStore() override;
    /**
     * Finishes what is queued and closes the files; from then on every call answers STO-004. May wait for the disk. Any
     * thread but the store's own two; whoever calls while it is being closed waits as well.
     */
    void close();

    /** What whoever opens the store must be told: VLT-012 when its last commits are missing. */
    [[nodiscard]] std::optional<domain::Error> openingNotice() const;
    /** Somebody has read the notice: the next opening does not give it again. */
    [[nodiscard]] QFuture<domain::Result<void>> acceptLoss();

    // Commands ------------------------------------------------------------------------------------------------
    /** Applies the command to the current case, writes snapshot, list row, search rows and journal or outbox row in one
     *  transaction. ReceiveMaterials moves the case's whole journal to the outbox. Errors: those of apply, STO-001/002. */
    [[nodiscard]] QFuture<domain::Result<StoredCase>> submit(domain::CaseCommand command, domain::Stamp provisional);
    /**
     * Several commands in one transaction: all or none. One that `places` names takes the place of an earlier edit of the
     * same field (domain::applyInPlaceOf), as long as that one is in the journal: what is in the outbox stays. CASE-002.
     * `left` as dropScratch, in the same transaction: typed text is scratch or command, at no moment neither.
     */
    [[nodiscard]] QFuture<domain::Result<StoredCase>> submitAll(QList<domain::CaseCommand> commands, domain::Stamp provisional, Places places = {}, QStringList left = {});
    /** Text typed into a field that was not left yet; empty text says that the field was emptied. With a place, as savePlace. */
    [[nodiscard]] QFuture<domain::Result<void>> saveScratch(domain::CaseId caseId, QString fieldId, QString text, QString place = {});
    /** Where in the draft its clerk works now, in place of where they did before. Nothing of a person may be in it. */
    [[nodiscard]] QFuture<domain::Result<void>> savePlace(domain::CaseId caseId, QString place);
    /** The fields were left: what was typed is a command now. */
    [[nodiscard]] QFuture<domain::Result<void>> dropScratch(domain::CaseId caseId, QStringList fieldIds);
    /** Nobody fills the case any more: its typed texts and its place go. */
    [[nodiscard]] QFuture<domain::Result<void>> clearScratch(domain::CaseId caseId);

    // Reading --------------------------------------------------------------------------------------------------
    [[nodiscard]] QFuture<domain::Result<StoredCase>> loadCase(domain::CaseId caseId);
    /** The same from the file alone, over the second connection: what a reopened store would say. */
    [[nodiscard]] QFuture<domain::Result<StoredCase>> readBack(domain::CaseId caseId);
    /** The draft changed last by this operator, to continue after a crash; STO-003 when there is none. */
    [[nodiscard]] QFuture<domain::Result<StoredCase>> lastDraft(QString operatorId);
    [[nodiscard]] QFuture<domain::Result<ListPage>> listCases(ListQuery query);
    [[nodiscard]] QFuture<domain::Result<QHash<int, qint64>>> counters(QString draftsOf = {}); ///< by int(ListFilter); drafts as in ListQuery
    [[nodiscard]] QFuture<domain::Result<QList<TimelineRow>>> timeline(domain::CaseId caseId);

    // Sync -----------------------------------------------------------------------------------------------------
    /** Oldest pending commands that may be sent now (nextTry reached), in order of making; a case whose head waits is skipped whole. */
    [[nodiscard]] QFuture<domain::Result<QList<StoredCommand>>> pendingCommands(int limit, QDateTime now);
    /** The exchange has it (applied or duplicate). */
    [[nodiscard]] QFuture<domain::Result<void>> markSent(domain::CommandId id, qint64 sequence, domain::Stamp stamp);
    [[nodiscard]] QFuture<domain::Result<void>> markFailed(domain::CommandId id, domain::Error error, QDateTime nextTry);
    /** The exchange refused it for good: kept in the timeline, the case is computed again without it. */
    [[nodiscard]] QFuture<domain::Result<void>> markRefused(domain::CommandId id, domain::Error error);
    /**
     * Events of the feed in order, and the cursor after them, in one transaction. Repetition is harmless. Pending commands are
     * rebased. The exchange shows each operator other cases, so each, the `reader`, has a cursor of their own.
     */
    [[nodiscard]] QFuture<domain::Result<void>> applyEvents(QList<domain::CaseEvent> events, QString reader, qint64 cursor);
    /** Replaces the confirmed state of a case by the exchange's (after a conflict) and rebases what is pending. */
    [[nodiscard]] QFuture<domain::Result<void>> replaceConfirmed(domain::Case confirmed, QList<domain::CaseEvent> events);
    /** Cases noted in StoreChange::needFetch that replaceConfirmed has not answered yet; they survive a restart. */
    [[nodiscard]] QFuture<domain::Result<QList<domain::CaseId>>> casesToFetch(int limit);
    [[nodiscard]] QFuture<domain::Result<qint64>> feedCursor(QString reader);
    /** Everything is read again: the exchange was set back to an older copy. */
    [[nodiscard]] QFuture<domain::Result<void>> restartFeed(QString reader);
    [[nodiscard]] QFuture<domain::Result<QList<StoredCommand>>> outbox(int limit);          ///< waiting, oldest first
    [[nodiscard]] QFuture<domain::Result<QList<StoredCommand>>> recentOutbox(int limit);    ///< confirmed or refused, newest first
    [[nodiscard]] QFuture<domain::Result<int>> waitingCount();

    // Certificates, catalogue, attachments, audit, settings -------------------------------------------------------
    [[nodiscard]] QFuture<domain::Result<void>> saveListing(CachedListing listing, ListingHolder holder);
    /** What is kept of this holder; STO-003 when nothing is, or when it was listed under another name. */
    [[nodiscard]] QFuture<domain::Result<CachedListing>> listingFor(ListingHolder holder);
    [[nodiscard]] QFuture<domain::Result<void>> saveFaces(domain::PersonId personId, QList<domain::ECertificate> faces);
    /** Keeps a copy among the attachments, in place of an earlier one of the same case and certificate. Errors STO-006, STO-007. */
    [[nodiscard]] QFuture<domain::Result<void>> saveCertificateFile(domain::CaseId caseId, CertificateFile file);
    /** The copy fetched for this case, while it may be used; STO-003 else. */
    [[nodiscard]] QFuture<domain::Result<CertificateFile>> certificateFile(domain::CaseId caseId, QString identifier);
    /** The holder agreed that contents of this certificate are used for the case; kept while the case is a draft. */
    [[nodiscard]] QFuture<domain::Result<void>> saveConsent(domain::CaseId caseId, QString identifier);
    [[nodiscard]] QFuture<domain::Result<QStringList>> consents(domain::CaseId caseId);
    /** Removes listings, faces and certificates' files whose own expiry has passed, consents and places of what is no draft any more, and files that nothing names. */
    [[nodiscard]] QFuture<domain::Result<int>> purgeExpired(QDateTime now);
    [[nodiscard]] QFuture<domain::Result<void>> saveCatalogue(domain::Catalogue catalogue);
    [[nodiscard]] QFuture<domain::Result<domain::Catalogue>> loadCatalogue();
    /** Stores a file encrypted with the database; at most 8 MiB. Errors STO-006. What no command names within a day is removed again. */
    [[nodiscard]] QFuture<domain::Result<domain::AttachedFile>> saveAttachment(domain::CaseId caseId, QString fileName, QByteArray content);
    [[nodiscard]] QFuture<domain::Result<QByteArray>> loadAttachment(QString attachmentId);
    /** Attachments that these commands use and the exchange does not have yet, in their order: (attachment id, case id). */
    [[nodiscard]] QFuture<domain::Result<QList<std::pair<QString, domain::CaseId>>>> attachmentsToSend(QList<domain::CommandId> commands);
    [[nodiscard]] QFuture<domain::Result<void>> markAttachmentSent(QString attachmentId);
    [[nodiscard]] QFuture<domain::Result<void>> addAudit(AuditEntry entry);
    /** The oldest of this operator: a colleague's records wait for the colleague's own token. */
    [[nodiscard]] QFuture<domain::Result<QList<AuditEntry>>> auditToSend(QString operatorId, int limit);
    [[nodiscard]] QFuture<domain::Result<void>> markAuditSent(QList<QUuid> ids);
    [[nodiscard]] QFuture<domain::Result<QString>> setting(QString key);                   ///< empty when unset
    [[nodiscard]] QFuture<domain::Result<void>> setSetting(QString key, QString value);
    /** Nothing when this login never came in here, or too long ago. */
    [[nodiscard]] QFuture<domain::Result<std::optional<KnownOperator>>> knownOperator(QString login);
    [[nodiscard]] QFuture<domain::Result<void>> keepKnownOperator(KnownOperator who);      ///< in place of the login's earlier one
    [[nodiscard]] QFuture<domain::Result<void>> forgetKnownOperator(QString login);
    /** Those whom the exchange confirmed last before a moment; a null one: all. */
    [[nodiscard]] QFuture<domain::Result<void>> forgetKnownOperators(QDateTime before);
    /** What somebody who works at this computer is called; it stays when they may not come in by themselves any more. */
    [[nodiscard]] QFuture<domain::Result<void>> keepOperatorName(QString operatorId, QString name);
    [[nodiscard]] QFuture<domain::Result<QHash<QString, QString>>> operatorNames();         ///< by the operator's id
    [[nodiscard]] QFuture<domain::Result<QHash<QString, int>>> waitingByOperator();        ///< rows of the outbox by the id of who made them

Q_SIGNALS:
    /** After each committed write; emitted on the writer thread (connect with a context object). */
    void changed(const yichuang::store::StoreChange &change);
    /**
     * A use case met a damaged page (VLT-005), told once: on that connection everything fails from now on. It is noted beside
     * the store, and the next opening reads all of it. Emitted on one of the store's threads.
     */
    void damaged(const yichuang::domain::Error &error);

private:
    friend class StoreOpener;
    struct Private;
    explicit CaseStore(std::unique_ptr<Private> state);
    std::unique_ptr<Private> d;
};

} // namespace yichuang::store
