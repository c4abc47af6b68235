// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/counterview.h>

#include <QObject>

namespace yichuang::desk {

/** What to do with a card that is not the applicant's while a draft is open. IsApplicant: what was typed gives way to what it says. */
enum class NewcomerChoice { NewCase, AsAgent, Ignore, IsApplicant };

/** Since when, as far as is known until when, and why an item is not offered. */
struct Suspension {
    QDate since;
    std::optional<QDate> until;
    QString reason;
    friend bool operator==(const Suspension &, const Suspension &) = default;
};

/** One hit of the search over items and life events. */
struct ItemHit {
    QString id;
    bool lifeEvent = false;
    QString name;
    QString departmentName;
    QString matched;             ///< the synonym that matched, empty when the name did
    domain::TimeLimit promised;
    domain::CaseKind kind = domain::CaseKind::Promised;
    std::optional<Suspension> suspension = {}; ///< it is shown, but cannot be taken
    friend bool operator==(const ItemHit &, const ItemHit &) = default;
};

/**
 * What a clerk does at the 受理 page. Lives on the ui thread and never blocks it: each action returns at once, and
 * viewChanged() follows when something changed. Every edit is a CaseCommand applied by the store before it shows as saved.
 */
class CounterDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual const CounterView &view() const = 0;
    [[nodiscard]] virtual const domain::Catalogue &catalogue() const = 0;
    /** Items, suspended ones too, and life events in force today for Chinese text, pinyin initials or synonyms, one typing error forgiven; all when empty. */
    [[nodiscard]] virtual QList<ItemHit> search(const QString &text, const QString &category) const = 0;

    virtual void newCase() = 0;                 ///< leaves the open draft saved, starts an empty counter
    /**
     * Continues a draft, or opens a received case to hand in what a correction or a deferral leaves open. A draft that is its
     * maker's to go on with, because the exchange does not know it yet, opens for nobody else: CASE-004.
     */
    virtual void openDraft(const domain::CaseId &id) = 0;
    /** Typed identity with its reason (row 12); `secondNumber` is the number typed again and must be equal. */
    virtual void setTypedApplicant(const domain::Party &party, const QString &secondNumber) = 0;
    virtual void setApplicantPhone(const QString &phone) = 0;
    /** Each keystroke in the card of applicant or agent, to its scratch row; setApplicantPhone() and setAgency() take it into the case. */
    virtual void typeEntry(PartyEntry entry, const QString &text) = 0;
    virtual void resolveNewcomer(NewcomerChoice choice) = 0;
    virtual void expectAgentCard(bool expect) = 0; ///< the next card read becomes the agent
    /** As setTypedApplicant, for an agent without a card that reads; one whose card was read stays as read. */
    virtual void setTypedAgent(const domain::Party &party, const QString &secondNumber) = 0;
    virtual void setAgency(const std::optional<domain::Agency> &agency) = 0;
    /**
     * Asks the exchange while the holder's card was read for this case or the holder agreed; else shows what is kept of the
     * same number and name: of a typed identity only once its holder agreed to be listed for this case.
     */
    virtual void refreshCertificates() = 0;
    /** The holder agrees to the listing without their card: recorded, then asked. */
    virtual void listWithConsent() = 0;
    /** Shows a certificate's detail; face data only if an item of the case asks for its type, and once that is recorded as a reveal. */
    virtual void openCertificate(const QString &identifier) = 0;
    /** Pulls face data on the holder's explicit consent, recorded. */
    virtual void pullWithConsent(const QString &identifier) = 0;
    /** Shows numbers, phones and addresses of the opened certificate in full, once that is recorded, until another one is opened. */
    virtual void revealCertificate() = 0;
    virtual void closeCertificate() = 0;
    /**
     * Shows the annotated copy of a certificate whose face data is there, once that is recorded as a reveal: asked for with
     * the purpose of the pull, kept encrypted for this case, and from what is kept while the exchange does not answer.
     */
    virtual void openFile(const QString &identifier) = 0;
    virtual void closeFile() = 0;
    /** Asks the exchange for the recorded look-ups of the applicant: a clerk's own, for supervisors everybody's. */
    virtual void openLookups() = 0;
    virtual void closeLookups() = 0;
    virtual void chooseLifeEvent(const QString &id) = 0;
    virtual void addItem(const QString &id) = 0;
    virtual void removeItem(const domain::PartId &partId) = 0;
    virtual void answer(const QString &key, const QStringList &answers) = 0;
    virtual void typeField(const QString &fieldId, const QString &text) = 0; ///< each keystroke, to the scratch row
    virtual void leaveField(const QString &fieldId, const QString &text) = 0;///< becomes a command
    virtual void satisfyMaterial(const QString &key, domain::MaterialWay way, const QString &note, QDate due) = 0;
    virtual void useCertificate(const QString &materialKey, const QString &identifier) = 0;
    /**
     * Adds files to a material: each is read, hashed and stored encrypted. One that cannot be taken leaves the others in:
     * CounterView::refusedFiles names it. STO-006 … STO-009.
     */
    virtual void attachFiles(const QString &key, const QStringList &paths) = 0;
    /** Without its last file a material is missing again; once received, the last one stays. */
    virtual void removeFile(const QString &key, const QString &fileId) = 0;
    virtual void clearMaterial(const QString &key) = 0;
    virtual void typeAnswer(const domain::PartId &partId, const QString &note) = 0; ///< each keystroke of an answer to a correction, to its scratch row
    /** Hands over what was typed and answers the correction notice of a part; the department goes on with it. */
    virtual void answerCorrection(const domain::PartId &partId, const QString &note) = 0;
    virtual void receive() = 0;                 ///< F9
    virtual void saveNow() = 0;                 ///< Ctrl+S: scratch becomes commands now
    virtual void discardDraft(const QString &reason) = 0;
    virtual void undo() = 0;
    virtual void redo() = 0;
    /** The keyboard came to a place of work, or to none. The last place of a draft is kept with it. */
    virtual void noteWork(const WorkPlace &place) = 0;
    /** Shows a masked form field in full to be changed, once that is recorded, for as long as the keyboard stays in it. */
    virtual void revealField(const QString &fieldId) = 0;
    /** Shows a masked value in full once that is recorded with operator, case and time. `what` is a field name, never a value. */
    virtual void reveal(const QString &what) = 0;

Q_SIGNALS:
    void viewChanged();
    /** F9 done: durably stored. The receipt is provisional until the exchange accepted the case. */
    void caseReceived(const QUuid &caseId, const QString &provisionalReceipt);
};

} // namespace yichuang::desk
