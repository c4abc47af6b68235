// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editbatch.h"

#include <desk/livecounterdesk.h>

#include <QElapsedTimer>

namespace yichuang::desk {

struct LiveCounterDesk::Unstored {
    QList<domain::CaseCommand> commands;
    store::Places places;
};

/**
 * Everything the counter holds of one case, and the lifetime token of its flows: `desk` is null once the counter went
 * on to another case or is gone. Card data lives here only and goes with it.
 */
struct LiveCounterDesk::State {
    /** Among the consents: the holder agreed to the listing itself. */
    inline static const QString toBeListed = QStringLiteral("listing");

    LiveCounterDesk *desk = nullptr;
    DeskSession *session = nullptr;
    CounterView view;
    QMap<QString, QString> scratch;
    QMap<domain::PartId, QString> notes;     ///< answers to corrections being typed
    QSet<QString> interrupted;               ///< fields with scratch in which nobody is typing: it was found when the case was opened, or left after receipt and does not fit
    QList<domain::CertificateSummary> certificates;
    QList<domain::ECertificate> faces;
    QList<domain::ECertificate> keptFaces;   ///< pulled for an earlier case: each waits until this one has a right of its own to it
    QSet<QString> asked;                     ///< identifiers whose face data was asked for
    QSet<QString> consented;                 ///< identifiers whose holder agreed, on record, for this case; and `toBeListed`
    int certificatesOpened = 0;              ///< tells the record of one opening of a certificate from a later one
    int filesOpened = 0;                     ///< tells the answer for one opening of a file from a later one
    domain::PersonId personId;
    std::optional<domain::UsePurpose::Consent> listingConsent; ///< why the exchange may list: card read, or the holder's word
    QList<store::TimelineRow> timeline;
    domain::CommandId refused;               ///< the last receipt, when the exchange did not take it
    domain::CommandId listedAfter;           ///< that receipt, once the exchange listed the certificates after refusing it
    JournalEdits edits;
    QList<QList<domain::CommandBody>> undo;  ///< each entry: commands that take one action back, in order
    QList<QList<domain::CommandBody>> redo;
    int cardReader = -1;                     ///< on which the applicant's card lies; -1: on none
    int newcomerReader = -1;
    QByteArray newcomerPhoto;
    CardAddress newcomerAddress;
    WorkPlace keyboardAt;                    ///< as it was told last, nowhere too
    WorkPlace place;                         ///< where the draft was worked in last
    WorkPlace leftAt;                        ///< where it was left before it was opened, until somebody works in it again
    bool placeKept = true;                   ///< the store knows `place`
    int storing = 0;                         ///< batches on their way to the store
    QList<domain::CaseCommand> failed;       ///< that the store did not take, until it says what it has: they go again with the next edit
    store::Places failedPlaces;              ///< of these
    QSet<QString> unwritten;                 ///< keys of typed texts whose letters the store did not take
    bool tookBack = false;                   ///< texts whose command was not stored wait for the next one that is
    std::shared_ptr<UnkeptTexts> unkept;     ///< the desk's
    std::shared_ptr<QList<Unstored>> unstored; ///< the desk's
    QElapsedTimer listTimer;

    /** Shows what is kept of an earlier listing; false when there is nothing or its time is over. */
    [[nodiscard]] bool takeKept(const domain::Result<store::CachedListing> &kept);
    /** What is kept of whoever was read may be shown to the clerk who read them; of whoever was typed only on the holder's word. */
    [[nodiscard]] bool mayShowKept(const domain::Party &party) const
    {
        return party.method == domain::IdentityMethod::ChipRead || consented.contains(toBeListed);
    }
    /** The applicant is somebody else than was said: nothing of that one stays. */
    void forgetCertificates();
    /** Undo goes not back to an identity that a chip has replaced. */
    void forgetIdentityEdits();
    /** It is still the one who was asked for. */
    [[nodiscard]] bool isFor(const QString &number, const QString &name) const
    {
        return view.openCase.applicant && view.openCase.applicant->number == number && view.openCase.applicant->name == name;
    }
    /** The exchange says no, and so nothing that is kept is shown instead. */
    void refuseListing(const domain::Error &why);
    /** What was typed here and went into the case with an answer given on the page of cases waits no more. */
    void dropCarried(const store::StoredCase &stored)
    {
        scratch.removeIf([&stored](QMap<QString, QString>::iterator typed) {
            return !stored.scratch.contains(typed.key()) && stored.current.fields.value(typed.key()).value == typed.value();
        });
    }
    /** What a command carried that did not come to be kept is typed and not left again, unless something newer is. */
    void takeBack(const QMap<QString, QString> &typed);
    /** What the store did not take goes before this, as long as nothing else is on its way. */
    void addFailed(EditBatch &batch) const;
    void forgetFailed()
    {
        failed.clear();
        failedPlaces.clear();
    }
    /** The store did not take a batch: nothing that was typed goes with it. */
    void onNotStored(const EditBatch &batch, const domain::Error &error);
    /** The case is left: letters that the store did not take are kept here for whoever opens it again. */
    void leaveUnwritten() const;
    [[nodiscard]] bool isCurrent() const { return desk != nullptr; }
    /** Nobody closed the file, opened another one or went on to another case meanwhile. */
    [[nodiscard]] bool awaitsFile(const FileWish &wish) const;
    void showFileFailure(FileState how, const domain::Error &error);
    /** A draft that may be edited; while it is being received nothing may be added to it. */
    [[nodiscard]] bool isDraft() const
    {
        return !view.openCase.id.isNull() && view.openCase.stage == domain::CaseStage::Draft && view.phase != CounterPhase::Receiving;
    }
    /** A received case opened to hand in what is asked for. */
    [[nodiscard]] bool handsIn() const { return view.phase == CounterPhase::HandingIn; }
    [[nodiscard]] bool mayEditFields() const { return isDraft() || (handsIn() && view.edits.fields); }
    [[nodiscard]] bool mayEditMaterial(const QString &key) const { return isDraft() || (handsIn() && view.edits.materials.contains(key)); }
};

} // namespace yichuang::desk
