// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/counterdesk.h>

namespace yichuang::test {

/**
 * A counter without store, reader or exchange: edits change the view at once, the plan is the domain's own. Every call is
 * noted in `calls` as "name argument…"; tests may set `v` themselves and call changed().
 */
class FakeCounterDesk : public desk::CounterDesk
{
    Q_OBJECT
public:
    explicit FakeCounterDesk(QObject *parent = nullptr);

    desk::CounterView v;
    QStringList calls;
    QList<desk::WorkPlace> places; ///< as noted, one after the other
    void changed();
    /** Scenes: a card just read with its certificates; then the newborn event with its answers and most of its form. */
    void playCardRead();
    void playNewborn();
    void playReceived(bool official);
    /** The answer to openFile: an annotated copy of a certificate, or why there is none. */
    void playFile(desk::FileState state, const std::optional<domain::Error> &error = {});
    /** The received newborn case opened again: one part asks for a correction, one material was to follow. */
    void playHandingIn();
    void playReturned();   ///< the exchange refused the last receipt of the open draft

    [[nodiscard]] const desk::CounterView &view() const override { return v; }
    [[nodiscard]] const domain::Catalogue &catalogue() const override { return m_catalogue; }
    [[nodiscard]] QList<desk::ItemHit> search(const QString &text, const QString &category) const override;
    void newCase() override;
    void openDraft(const domain::CaseId &id) override;
    void setTypedApplicant(const domain::Party &party, const QString &secondNumber) override;
    void setApplicantPhone(const QString &phone) override;
    void typeEntry(desk::PartyEntry entry, const QString &text) override;
    void resolveNewcomer(desk::NewcomerChoice choice) override;
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
    void typeAnswer(const domain::PartId &partId, const QString &text) override;
    void answerCorrection(const domain::PartId &partId, const QString &note) override;
    void receive() override;
    void saveNow() override;
    void discardDraft(const QString &reason) override;
    void undo() override;
    void redo() override;
    void noteWork(const desk::WorkPlace &place) override;
    void revealField(const QString &fieldId) override;
    void reveal(const QString &what) override;

private:
    void note(const QString &name, const QStringList &arguments = {});
    void settleEntries();
    void addPart(const QString &itemId, const QStringList &waitsFor);
    domain::Catalogue m_catalogue;
    int m_files = 0;             ///< attached so far; makes their ids
};

} // namespace yichuang::test
