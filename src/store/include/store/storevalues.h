// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/casecommand.h>
#include <domain/catalogue.h>

namespace yichuang::store {

/** Where a command of this desk stands. Journal rows belong to a draft; F9 moves them to Pending in order. */
enum class CommandState { Journal, Pending, Sent, Confirmed, Refused };

/** A command kept by the store, with what is known of its way. */
struct StoredCommand {
    domain::CaseCommand command;
    CommandState state = CommandState::Journal;
    qint64 position = 0;          ///< order of making, unique in the store
    int attempts = 0;
    QDateTime queuedAt;
    QDateTime nextTry;
    std::optional<domain::Error> lastError;
    qint64 sequence = 0;          ///< the exchange's proof that it has it; 0: none yet
    std::optional<domain::Stamp> stamp;
    QString caseLabel;            ///< outbox(), recentOutbox(): number or receipt of the case
    QString caseTitle;            ///< the same: life event's or first item's name
};

/** Commands that take the place of an earlier edit in the journal: id of the later one to id of the earlier one. */
using Places = QHash<domain::CommandId, domain::CommandId>;

/** A case as the desk knows it. */
struct StoredCase {
    domain::Case current;         ///< confirmed plus pending commands: what is shown
    qint64 confirmedRevision = -1;///< shared revision the exchange confirmed, -1: it never saw the case
    QDateTime savedAt;
    QMap<QString, QString> scratch; ///< field id to text typed but not yet left
    QString place;                ///< as savePlace was given it; of a case that is loaded or read back alone
    bool refused = false;         ///< as in CaseListRow
};

/** One row of the narrow list table. */
struct CaseListRow {
    domain::CaseId id;
    QString number;
    bool provisional = false;
    QString maskedName;
    QString title;
    int departments = 0;
    int items = 0;
    domain::CaseStage stage = domain::CaseStage::Draft;
    int decidedParts = 0;
    bool correctionAsked = false;
    QDate due;
    QDateTime openedAt;
    int waiting = 0;
    QString operatorId;           ///< who opened it
    bool refused = false;         ///< the case came back (domain::cameBack)
    friend bool operator==(const CaseListRow &, const CaseListRow &) = default;
};

/** Kept in the store as numbers: new ones at the end. */
enum class ListFilter { All, Drafts, Waiting, InProgress, Corrections, DueSoon, Ended, Refused };
inline constexpr int listFilterCount = int(ListFilter::Refused) + 1;

/** The last day that is due soon, for the list as for its counter: 2 working days on, by the plain days where the calendar does not reach. */
[[nodiscard]] QDate dueSoonUntil(QDate today);

struct ListQuery {
    ListFilter filter = ListFilter::All;
    QString search;               ///< name (two characters too), number, case number, item, pinyin initials
    QByteArray after;             ///< opaque key of the last row of the page before
    int limit = 50;               ///< 1 to 200
    QDate today;
    QDate dueBefore;              ///< for DueSoon: dueSoonUntil(today)
    QString draftsOf;             ///< drafts of this operator only; empty: everybody's
};
/** By how many characters the search finds at least: the index holds nothing shorter. */
struct SearchLengths {
    int numberStart = 2;          ///< of a number, from its beginning
    int numberEnd = 4;            ///< of a number, from its end: people give the last four, an X among them
    int initials = 3;             ///< letters anywhere in initials; fewer are looked for where these begin
    int title = 2;                ///< Han characters of an item or life event; of a name one does
};
inline constexpr SearchLengths searchLengths{};

/** What a piece of a search may have been meant as, but is too short for. */
enum class TooShortFor { Number, Initials, Title };

struct ListPage {
    QList<CaseListRow> rows;
    QByteArray next;
    qint64 total = -1;
    qint64 queryMicroseconds = 0;
    std::optional<TooShortFor> tooShort; ///< of the first such piece of the search
};

/** What happened to a case, for its timeline: confirmed events, then this desk's commands still on their way or refused. */
struct TimelineRow {
    domain::CaseCommand command;
    domain::Stamp stamp;
    CommandState state = CommandState::Confirmed;
    std::optional<domain::Error> error;
};

/** Whose certificates a listing holds, as the card or the clerk said it when the exchange was asked. */
struct ListingHolder {
    QString documentKind;
    QString number;
    QString name;
};

/** Certificates listed for a person, kept with their own expiry. */
struct CachedListing {
    domain::PersonId personId;
    QDateTime asOf;
    QDateTime usableUntil;
    QList<domain::CertificateSummary> certificates;
    QList<domain::ECertificate> faces;
};

/** The annotated copy (加注件) of a certificate, kept for the case it was fetched for and for no other. */
struct CertificateFile {
    QString identifier;           ///< of the certificate
    QDateTime fetchedAt;
    QDateTime usableUntil;        ///< after it the copy is neither shown nor kept
    QByteArray content;           ///< at most 8 MiB
    friend bool operator==(const CertificateFile &, const CertificateFile &) = default;
};

/** A record of something that must be traceable: reveal, typed identity, look-up. Pushed to the exchange, kept until it has it. */
struct AuditEntry {
    QUuid id;
    QDateTime at;
    QString operatorId;
    QString action;
    QString caseId;
    QString subject;              ///< field name or opaque id, never a value
};

/** Somebody whom the exchange let in at this computer, and what may let them in again while it is away. */
struct KnownOperator {
    QString login;
    QString verifier;             ///< proves the password; see vault/passwordverifier.h
    QString operatorId;
    QString name;
    domain::Role role = domain::Role::Clerk;
    QString departmentId;
    QString windowId;
    QString windowName;
    QString hallName;
    QDateTime confirmedAt;        ///< when the exchange let them in last
    int failures = 0;             ///< wrong passwords in a row since then
    QDateTime lockedUntil;        ///< null: not locked
    friend bool operator==(const KnownOperator &, const KnownOperator &) = default;
};

/** What one committed write changed. Told on the writer thread; whoever listens must only forward to their own thread. */
struct StoreChange {
    QSet<domain::CaseId> cases;
    /** Cases whose events do not fit what is stored (they began before this desk listened): fetch and replaceConfirmed. */
    QSet<domain::CaseId> needFetch;
    bool outbox = false;
    bool catalogue = false;
};

} // namespace yichuang::store
