// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/signindesk.h>
#include <domain/catalogue.h>
#include <remote/exchangeclient.h>
#include <store/casestore.h>
#include <sync/syncengine.h>

#include <memory>

namespace yichuang::desk {

/**
 * What the live desks share: the clock, the exchange, the store and the engine once they are there, the catalogue, and
 * who sits at the desk. Ui thread; clock and client must outlive it.
 */
class DeskSession : public QObject
{
    Q_OBJECT
public:
    DeskSession(const domain::Clock &clock, remote::ExchangeClient &client, sync::SyncEngine::Options syncOptions,
                QObject *parent = nullptr);
    ~DeskSession() override;

    [[nodiscard]] const domain::Clock &clock() const { return m_clock; }
    [[nodiscard]] remote::ExchangeClient &client() const { return m_client; }
    /** Null until the store is open for the first time; once it is closed again every call answers STO-004. */
    [[nodiscard]] store::CaseStore *store() const { return m_store.get(); }
    [[nodiscard]] sync::SyncEngine *engine() const { return m_engine.get(); }
    [[nodiscard]] const domain::Catalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] const OperatorView &who() const { return m_who; }
    [[nodiscard]] const domain::Actor &actor() const { return m_actor; }
    /** Whose drafts are shown; empty: everybody's. */
    [[nodiscard]] QString draftsOf() const;
    [[nodiscard]] bool isSignedIn() const { return !m_actor.operatorId.isEmpty(); }

    void setStore(std::shared_ptr<store::CaseStore> store);
    [[nodiscard]] bool isStoreOpen() const { return m_isOpen; }
    /** Saves what is typed, stops the engine and closes the store, whose files are free once the answer is there; setStore() gives another. */
    QFuture<void> closeStore();
    /** Writes something to the store, to see whether it takes anything now; nothing to see before it was opened. */
    [[nodiscard]] QFuture<domain::Result<void>> tryStore();
    void setOperator(const OperatorView &who, const domain::Actor &actor);
    /** The exchange confirms who came in without it: nothing changes but what it says of them, and everything is tried now. */
    void confirmOperator(const OperatorView &who);
    void clearOperator();
    /** A command made now by who sits here. */
    [[nodiscard]] domain::CaseCommand makeCommand(const domain::CaseId &caseId, const domain::PartId &partId,
                                                  qint64 baseRevision, domain::CommandBody body) const;
    /** What the desk stamps until the exchange does. */
    [[nodiscard]] domain::Stamp provisionalStamp() const;
    /** The legal date that the exchange would give what reached it now. */
    [[nodiscard]] QDate legalDay() const;
    /** The exchange's day, by this computer's clock and what is known of its error: the day of the rules of a case opened now. */
    [[nodiscard]] QDate rulesDay() const;
    /** Writes an audit record; done when it is stored. It travels with the next round of the pump. */
    [[nodiscard]] QFuture<domain::Result<void>> audit(const QString &action, const domain::CaseId &caseId, const QString &subject);

Q_SIGNALS:
    void storeOpened();
    /** The last moment to hand something to the store. */
    void storeClosing();
    /** The open store turned out to be damaged (VLT-005). */
    void storeDamaged(const yichuang::domain::Error &error);
    void operatorChanged();
    void catalogueChanged();
    void casesChanged(const QSet<QUuid> &cases);
    void outboxChanged();
    void signInNeeded();

private:
    void reloadCatalogue();
    void watchStore();

    const domain::Clock &m_clock;
    remote::ExchangeClient &m_client;
    sync::SyncEngine::Options m_syncOptions;
    std::shared_ptr<store::CaseStore> m_store;
    bool m_isOpen = false;
    QFuture<void> m_closing;
    std::unique_ptr<sync::SyncEngine> m_engine;
    domain::Catalogue m_catalogue;
    OperatorView m_who;
    domain::Actor m_actor;
};

} // namespace yichuang::desk
