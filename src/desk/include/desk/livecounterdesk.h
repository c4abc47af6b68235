// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/counterdesk.h>
#include <desk/desksession.h>
#include <device/cardreading.h>

#include <QCoroTask>
#include <QTimer>

namespace yichuang::desk {

class SearchIndex;
struct Action;
struct FileWish;
struct EditBatch;

/** The counter on the real store, exchange and readers. Owned by the program; the session must outlive it. */
class LiveCounterDesk : public CounterDesk
{
    Q_OBJECT
public:
    explicit LiveCounterDesk(DeskSession &session, QObject *parent = nullptr);
    ~LiveCounterDesk() override;

    /** A reader read a card, or the card was taken off it; wired by the program. Two readers hold two people's cards. */
    void takeCard(const device::CardReading &reading, int reader = 0);
    void cardTaken(int reader = 0);

    [[nodiscard]] const CounterView &view() const override;
    [[nodiscard]] const domain::Catalogue &catalogue() const override;
    [[nodiscard]] QList<ItemHit> search(const QString &text, const QString &category) const override;
    void newCase() override;
    void openDraft(const domain::CaseId &id) override;
    void setTypedApplicant(const domain::Party &party, const QString &secondNumber) override;
    void setApplicantPhone(const QString &phone) override;
    void typeEntry(PartyEntry entry, const QString &text) override;
    void resolveNewcomer(NewcomerChoice choice) override;
    void expectAgentCard(bool expect) override;
    void setTypedAgent(const domain::Party &party, const QString &secondNumber) override;
    void setAgency(const std::optional<domain::Agency> &agency) override;
    void refreshCertificates() override;
    void listWithConsent() override;
    void openCertificate(const QString &identifier) override;
    void pullWithConsent(const QString &identifier) override;
    void revealCertificate() override;
    void closeCertificate() override;
    void openFile(const QString &identifier) override;
    void closeFile() override;
    void openLookups() override;
    void closeLookups() override;
    void chooseLifeEvent(const QString &id) override;
    void addItem(const QString &id) override;
    void removeItem(const domain::PartId &partId) override;
    void answer(const QString &key, const QStringList &answers) override;
    void typeField(const QString &fieldId, const QString &text) override;
    void leaveField(const QString &fieldId, const QString &text) override;
    void satisfyMaterial(const QString &key, domain::MaterialWay way, const QString &note, QDate due) override;
    void useCertificate(const QString &materialKey, const QString &identifier) override;
    void attachFiles(const QString &key, const QStringList &paths) override;
    void removeFile(const QString &key, const QString &fileId) override;
    void clearMaterial(const QString &key) override;
    void typeAnswer(const domain::PartId &partId, const QString &note) override;
    void answerCorrection(const domain::PartId &partId, const QString &note) override;
    void receive() override;
    void saveNow() override;
    void discardDraft(const QString &reason) override;
    void undo() override;
    void redo() override;
    void noteWork(const WorkPlace &place) override;
    void revealField(const QString &fieldId) override;
    void reveal(const QString &what) override;

private:
    struct State;
    using StatePtr = std::shared_ptr<State>;
    /** Typed texts by case and key that the store would not take when their case was left: the disk was full. */
    using UnkeptTexts = QHash<domain::CaseId, QMap<QString, QString>>;
    /** Commands that the store would not take when their case was left: they go once it takes something again. */
    struct Unstored;

    /** A fresh, empty counter; flows of the case before see that they are no longer current. */
    void reset();
    /** Applies to what is shown at once and hands the commands to the store in order. */
    bool give(QList<domain::CommandBody> bodies, bool undoable = true, QList<domain::CommandBody> *back = nullptr);
    bool giveOne(domain::CommandBody body, bool undoable = true);
    /** As give, for commands on one part too. */
    bool giveAction(Action action, bool undoable, QList<domain::CommandBody> *back);
    bool ensureCase();
    /** A card that lay on a reader while nobody could work with it: before sign-in, or while F9 was being saved. */
    void takeWaitingCard();
    /** The applicant's card lies on that reader; -1: on none. */
    void layCard(int reader);
    void dropWaitingCard();
    /** @param present their card lies on the reader now. */
    void startCase(const domain::Party &party, bool present);
    void takeNewerAddress(const domain::Party &read, bool complete);
    /** The chip takes the place of what was typed of the same number; what no card holds stays. */
    void identify(const domain::Party &read);
    void askAboutCard(const device::CardReading &reading, const domain::Party &party, int reader, bool namesApplicant);
    void setParty(const domain::Party &party);
    /** Makes somebody the agent; what is known of their right stays only while it is the same person. */
    void actFor(const domain::Party &agent);
    /** The agent of the case was typed, and this is who they are. */
    [[nodiscard]] bool isTypedAgent(const domain::Party &party) const;
    [[nodiscard]] domain::command::ChooseLifeEvent selection(const QString &eventId, int version, const QList<domain::SelectedStep> &steps) const;
    /** What makes the parts those of domain::selectParts; nothing when they are. */
    [[nodiscard]] QList<domain::CommandBody> partChanges(const QMap<QString, QStringList> &answers, const QStringList &wished) const;
    void pullWanted();
    /** Certificates whose contents fill the form, by the item that asks for them. */
    [[nodiscard]] QMap<QString, QStringList> certificatesForForm() const;
    /** Takes what was pulled for earlier cases as far as this one's items ask for it or its holder agreed; false: nothing of it. */
    bool admitKeptFaces();
    void fail(const domain::Error &error);
    void rebuild();
    void announce();
    void onCasesChanged(const QSet<QUuid> &cases);
    void onOperatorChanged();
    void rebuildSearch();
    [[nodiscard]] domain::UsePurpose purpose(domain::UsePurpose::Consent consent, const QString &itemId) const;
    /** By what right contents of this certificate may be asked for now; nothing: by none. */
    [[nodiscard]] std::optional<domain::UsePurpose> purposeOfPull(const QString &identifier) const;
    /** One command for all files of a choice; tells of those that were refused. */
    void addFiles(const QString &key, const QList<domain::AttachedFile> &chosen, QList<FileRefusal> refused);
    [[nodiscard]] QList<domain::CommandBody> closingCommands() const;
    /** Of what was typed and not left yet what may go into the case now; after receipt that is what fits its field. */
    [[nodiscard]] QMap<QString, QString> typedToGive() const;
    /** What the case's clerk typed and never left, because the program ended or somebody signed out, is left now. */
    void takeInterrupted();
    /** Answers that are being typed are whoever's answers; letters in a field are their clerk's alone. */
    void noteInterrupted(const QMap<QString, QString> &scratch);
    /** What is typed in the cards and whole, as commands. */
    [[nodiscard]] QList<domain::CommandBody> entryCommands() const;
    /** Why what is typed in a card cannot go into the case as it stands. */
    [[nodiscard]] std::optional<domain::Error> halfEntry() const;
    /** What the case says now waits no more. */
    void settleEntries();
    /** The same of what goes with a batch: it waits until that is stored. */
    void carryEntries(EditBatch &batch);
    void forgetAgentEntries();
    void dropEntries(const std::function<bool(PartyEntry entry, const QString &text)> &isDone);
    /** Entries found among the texts of a case's scratch, and those that are whole taken into it. */
    void noteEntries();
    void takeEntries();
    void watchPlace();
    [[nodiscard]] bool isMaker() const;
    void keepPlace();
    /** The place, if it goes to the store with what is written now; empty when it is there already. */
    [[nodiscard]] QString placeToKeep();
    /** What the case's clerk left unfinished in it, and where; of no use to anybody else. */
    void takeUp(const store::StoredCase &stored);
    /** Says where the draft goes on, as soon as the plan can tell whether that is still there. */
    void layPlace();
    [[nodiscard]] domain::command::AddItem addItemBody(const domain::ServiceItem &item) const;
    void replay(QList<QList<domain::CommandBody>> &from, QList<QList<domain::CommandBody>> &to);

    // Flows: each takes the state it was started for and does nothing to another one's screen.
    static QCoro::Task<> store(StatePtr state, EditBatch batch, domain::Stamp stamp);
    static QCoro::Task<> storeLeft(StatePtr state, domain::Stamp stamp);
    static QCoro::Task<> list(StatePtr state, wire::ListingRequest request);
    static QCoro::Task<> listConsented(StatePtr state);
    static QCoro::Task<> showKept(StatePtr state, domain::Party party);
    static QCoro::Task<> readLookups(StatePtr state, wire::LookupQuery query);
    static QCoro::Task<> recordTyped(StatePtr state, QString whose);
    static QCoro::Task<> revealNow(StatePtr state, QString what);
    static QCoro::Task<> pull(StatePtr state, wire::PullRequest request, bool openAfter);
    static QCoro::Task<> revealContents(StatePtr state, QString typeId);
    static QCoro::Task<> showFace(StatePtr state, domain::ECertificate face);
    static QCoro::Task<> pullConsented(StatePtr state, wire::PullRequest request, QString typeId);
    static QCoro::Task<> showFile(StatePtr state, FileWish wish);
    static QCoro::Task<> fetchFile(StatePtr state, FileWish wish);
    static QCoro::Task<> showKeptFile(StatePtr state, FileWish wish, std::optional<domain::Error> why);
    static QCoro::Task<> reload(StatePtr state, domain::CaseId id, bool opening);
    /** A draft that is somebody else's to go on with never comes to the counter, and so nothing is commanded in it. */
    static QCoro::Task<domain::Result<void>> mayTakeUp(StatePtr state, store::StoredCase stored);
    static QCoro::Task<> resume(StatePtr state, QString operatorId);
    static QCoro::Task<> revealFieldNow(StatePtr state, QString fieldId);
    void dropTyped(QStringList keys);
    /** Of these keys those whose scratch is this operator's to end. */
    [[nodiscard]] QStringList ownKeys(QStringList keys) const;
    static QCoro::Task<> keepTyped(StatePtr state, QString fieldId, QString text, QString place = {});
    static QCoro::Task<> attach(StatePtr state, QString key, QStringList paths);
    /** Reads one file and keeps it, unless its bytes are among the material's or the choice's already. */
    static QCoro::Task<domain::Result<domain::AttachedFile>> keepFile(StatePtr state, QString key, QString path, QList<domain::AttachedFile> chosen);
    static QCoro::Task<> receiveNow(StatePtr state, EditBatch batch, domain::Stamp stamp);

    DeskSession &m_session;
    StatePtr m_state;
    std::unique_ptr<SearchIndex> m_search;
    std::optional<device::CardReading> m_waitingCard;
    int m_waitingReader = 0;        ///< on which it lies
    std::shared_ptr<UnkeptTexts> m_unkept = std::make_shared<UnkeptTexts>();
    std::shared_ptr<QList<Unstored>> m_unstored;
    bool m_expectAgent = false;
    bool m_announced = false;
    QTimer m_resting;               ///< since the keyboard came to the place where it is
};

} // namespace yichuang::desk
