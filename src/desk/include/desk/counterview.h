// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/partyentries.h>
#include <desk/workplace.h>
#include <document/sheet.h>
#include <domain/casecommand.h>
#include <domain/materialplan.h>

namespace yichuang::desk {

/**
 * Where the counter's case stands, for the five-step line: read, certificates, items, materials, confirm. HandingIn: a
 * received case that was opened again because a correction (补正) or a deferred material (容缺后补) is still open.
 */
enum class CounterPhase { Idle, Draft, Receiving, Received, HandingIn };

/** State of the certificate column. AwaitsHolder: nothing is kept that may be shown, and nobody's card or word allows to ask the exchange. */
enum class ListingState { None, Loading, Ready, Cached, Offline, Failed, AwaitsHolder };

/** State of the recorded look-ups, which are asked for when somebody wants to see them. */
enum class LookupsState { Closed, Loading, Ready, Offline, Failed };

/** One recorded look-up of the applicant's certificates: who, why, what came back. */
struct LookupView {
    enum class Kind { Listing, Contents, File };
    QDateTime at;
    Kind kind = Kind::Listing;
    QString who;                 ///< operator's display name or id
    QString windowId;
    QString reason;
    QString itemName;            ///< empty for listings
    domain::UsePurpose::Consent consent = domain::UsePurpose::Consent::HolderPresent;
    bool thisCase = false;
    QList<std::pair<QString, int>> found; ///< names of types and how many of each
    int refused = 0;
    bool answered = true;
    QString windowName = {};     ///< of this desk's own window; of others only the id is known here
    friend bool operator==(const LookupView &, const LookupView &) = default;
};

/**
 * State of a certificate's file. Ready: fetched from the exchange just now. Kept: the exchange does not answer, and this is
 * what was fetched for this case before. Offline: it does not answer and nothing is kept.
 */
enum class FileState { Closed, Loading, Ready, Kept, Offline, Failed };

/** The annotated copy (证照副本, 加注件) of one certificate, from when somebody asks for it until it is closed. */
struct CertificateFileView {
    FileState state = FileState::Closed;
    QString identifier;          ///< of the certificate
    QList<document::Sheet> sheets;
    QDateTime fetchedAt;
    QDateTime usableUntil;       ///< until then it opens without the exchange
    std::optional<domain::Error> error; ///< why it is not shown, or why what is kept is shown
    friend bool operator==(const CertificateFileView &, const CertificateFileView &) = default;
};

/** One certificate card with what the case makes of it. */
struct CertificateView {
    domain::CertificateSummary summary;
    int usedByItems = 0;         ///< items of the open case that use it
    bool usable = false;         ///< valid on today's legal date
    bool hasFace = false;        ///< face data already pulled for this case
    friend bool operator==(const CertificateView &, const CertificateView &) = default;
};

/** One item in the case column. */
struct ItemView {
    domain::PartId partId;
    QString itemId;
    QString name;
    QString departmentId;
    QString departmentName;
    domain::CaseKind kind = domain::CaseKind::Promised;
    domain::TimeLimit promised;
    QDate expectedDue;           ///< if accepted today; null while it waits for another item or for its department, and while its clock stands
    bool departmentAccepts = false; ///< the department accepts it after an examination, not the window
    QDate answerDue;             ///< while it waits for that: the last day of the department's answer
    QStringList waitsFor;        ///< names of items it depends on
    domain::PartState state = domain::PartState::Draft;
    QString number;
    int missing = 0;             ///< materials missing
    int deferred = 0;
    std::optional<domain::Decision> decision;
    bool dueProvisional = false; ///< that year's public holidays are not published yet: weekends alone were left out
    QDate returnBy = {};         ///< while a correction is asked: the last day of the applicant's answer
    friend bool operator==(const ItemView &, const ItemView &) = default;
};

/** A correction notice that still waits for its answer. */
struct CorrectionView {
    domain::PartId partId;
    QString itemName;
    QString departmentName;
    QStringList points;
    QDate returnBy;
    QString note = {};           ///< the answer as far as it was typed
    QString opinion = {};        ///< what the department says beside the points
    QList<domain::Missing> missing = {}; ///< what must be there or right before the answer goes; empty: it may
    friend bool operator==(const CorrectionView &, const CorrectionView &) = default;
};

/** A material that was promised to follow and has not come yet. */
struct DeferredView {
    QString key;
    QString name;
    QDate due;
    friend bool operator==(const DeferredView &, const DeferredView &) = default;
};

/** What the applicant still has to hand in after receipt, as far as this operator may take it. */
struct HandInView {
    QList<CorrectionView> corrections;
    QList<DeferredView> deferred;
    [[nodiscard]] bool isOpen() const { return !corrections.isEmpty() || !deferred.isEmpty(); }
    friend bool operator==(const HandInView &, const HandInView &) = default;
};

/** What the domain lets this operator edit now: all of a draft; after receipt what a correction or a deferral leaves open. */
struct OpenEdits {
    bool fields = false;
    QSet<QString> materials;     ///< keys
    friend bool operator==(const OpenEdits &, const OpenEdits &) = default;
};

/** A line of the timeline: who did what when, to which part; provisional until the exchange confirmed it. */
struct TimelineEntry {
    QDateTime at;                ///< of a window's step when it was done there, of any other when the exchange took it
    QString commandName;         ///< domain::commandName
    domain::PartId partId;
    QString departmentName;      ///< empty: shared data
    QString itemName;
    QString who;                 ///< operator's display name where the exchange or this desk knows it, else the id
    QString note;                ///< reason, opinion or points, joined by newlines
    bool provisional = false;
    std::optional<domain::Error> refused; ///< a losing command, kept in the timeline
    bool whoIsName = true;       ///< false: `who` is only an id
    domain::Role role = domain::Role::Clerk;
    QDateTime arrivedAt = {};    ///< at the exchange, when that was noticeably later than `at`; null otherwise
    QString legalBasis = {};     ///< of a refusal or a non-acceptance
    bool deemed = false;         ///< accepted because nobody answered in time
    QString place = {};          ///< where they sat: window or department; empty when it is not known, and of one's own steps
    friend bool operator==(const TimelineEntry &, const TimelineEntry &) = default;
};

/** A receipt that the exchange did not take: the case is a draft again, and this says what was found missing there. */
struct ReturnedView {
    QString receipt;                 ///< the provisional number that was given out
    domain::Error error;
    QList<domain::Missing> missing;  ///< as the exchange named it, with the catalogue's words
    QSet<QString> unusable;          ///< of the materials among it: those whose certificate does not count any more
    bool listedBefore = false;       ///< what is shown of the certificates is older than the exchange's answer
    friend bool operator==(const ReturnedView &, const ReturnedView &) = default;
};

/** Somebody else's card on the reader while a draft is open: asks, never overwrites. */
struct Newcomer {
    domain::Party party;
    bool lies = true;            ///< the card is still on the reader
    bool namesApplicant = false; ///< it bears the applicant's number, and another name than was typed
    friend bool operator==(const Newcomer &, const Newcomer &) = default;
};

/** A proactive hint with whether it was already taken. */
struct HintView {
    domain::Hint hint;
    QString proposal;            ///< name of the proposed item or life event, may be empty
    bool taken = false;
    QString missingName = {};    ///< name of the certificate that is missing
    QString issuerName = {};     ///< department that issues what is missing
    friend bool operator==(const HintView &, const HintView &) = default;
};

/** What the applicant's card of this session says of addresses besides the one that counts. */
struct CardAddress {
    QString printed;             ///< on the card's face, when a newer one was appended to the chip
    bool notesUnread = false;    ///< the card left before its address notes were read: a newer one may be there
    friend bool operator==(const CardAddress &, const CardAddress &) = default;
};

/** A chosen file that was not attached, and why. */
struct FileRefusal {
    QString fileName;
    domain::Error error;
    friend bool operator==(const FileRefusal &, const FileRefusal &) = default;
};

/** Everything the 受理 page shows, as one finished value made off the ui thread where it costs anything. */
struct CounterView {
    CounterPhase phase = CounterPhase::Idle;
    domain::Case openCase;
    QDateTime savedAt;           ///< last time the store said "saved"; null: nothing saved yet
    bool hasUnsavedScratch = false;
    EntryTexts entries;          ///< typed in the cards of applicant and agent and not in the case yet: being typed, or not whole
    QByteArray photoBgr;         ///< 102 x 126 x 3 bytes, empty: placeholder
    CardAddress cardAddress;
    bool cardPresent = false;    ///< the applicant's card lies on the reader now
    bool numberRevealed = false; ///< reveal is recorded; falls back to masked when the case is closed
    ListingState listing = ListingState::None;
    /** By what right the exchange was asked for the applicant's certificates since the case was opened here; none: it has not answered. */
    std::optional<domain::UsePurpose::Consent> lookedUpBy;
    bool holderAbsent = false;   ///< no card of the applicant was read since the case was opened here, and no consent given
    QDateTime listedAt;
    QDateTime listingUsableUntil;
    QList<CertificateView> certificates;
    std::optional<domain::ECertificate> openedCertificate; ///< without `fetchedAt` its face data was not pulled
    bool contentsRevealed = false; ///< of the opened certificate, on record; the next one is masked again
    CertificateFileView file;
    LookupsState lookupsState = LookupsState::Closed;
    QList<LookupView> lookups;   ///< newest first
    std::optional<domain::Error> lookupsError;
    QList<HintView> hints;
    domain::CasePlan plan;
    OpenEdits edits;
    HandInView handIn;           ///< empty before receipt
    QString lifeEventName;
    QList<ItemView> items;       ///< grouped by department, lead department first
    QList<TimelineEntry> timeline;
    std::optional<Newcomer> newcomer;
    std::optional<ReturnedView> returned; ///< until what was named is there, or until the next F9
    std::optional<domain::Error> error; ///< last failure of an action, cleared by the next success
    QList<FileRefusal> refusedFiles; ///< of which `error` tells; empty when it is about something else
    qint64 readMs = -1;          ///< reader's time of the last card, -1: none
    qint64 listMs = -1;          ///< time of the listing
    std::optional<WorkPlace> resumeAt; ///< of a draft opened again by its maker: where it goes on, until they work in it
    QString fieldInClear;        ///< id of the form field that its clerk goes on in: left half typed, or revealed on record
    bool canUndo = false;
    bool canRedo = false;
    /** Tells this in place of what was told before. */
    void setError(const std::optional<domain::Error> &now)
    {
        error = now;
        refusedFiles.clear();
    }
    friend bool operator==(const CounterView &, const CounterView &) = default;
};

} // namespace yichuang::desk
