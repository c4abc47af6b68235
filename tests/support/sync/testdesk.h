// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "casemaker.h"
#include "scriptedserver.h"

#include <store/casestore.h>
#include <sync/syncengine.h>
#include <vault/keyprovider.h>

#include <QTemporaryDir>

namespace yichuang::test {

/** A desk without its screens: encrypted store in a temporary folder, client, engine. */
class TestDesk
{
public:
    TestDesk(remote::Endpoint endpoint, const domain::Clock &clock);
    ~TestDesk();
    Q_DISABLE_COPY_MOVE(TestDesk)

    /** Signs in and starts the engine; false when the exchange does not let them in. */
    [[nodiscard]] bool signIn(const QString &login);
    void signOut();
    /** Everything goes, as when the program ends; the store stays on disk. */
    void quit();
    /** Opens what quit() left. */
    void reopen();
    /** Gives a case's commands to the store in one transaction; wakes the engine. */
    [[nodiscard]] domain::Result<store::StoredCase> submit(const wire::CommandBatch &batch);
    /** One more command on the case as the store has it now. */
    [[nodiscard]] domain::Result<store::StoredCase> give(const domain::CaseId &id, const QString &clerk, domain::CommandBody body, const domain::PartId &part = {});

    [[nodiscard]] domain::Case current(const domain::CaseId &id);
    [[nodiscard]] QList<store::StoredCommand> waiting();
    [[nodiscard]] QList<store::StoredCommand> recent();
    [[nodiscard]] QList<store::TimelineRow> timeline(const domain::CaseId &id);
    /** Nothing waits and nothing is without the exchange's word. */
    [[nodiscard]] bool isSettled();
    [[nodiscard]] store::CaseStore &store() { return *m_store; }
    [[nodiscard]] remote::ExchangeClient &client() { return *m_client; }
    [[nodiscard]] sync::SyncEngine &engine() { return *m_engine; }
    [[nodiscard]] sync::LinkState link() const { return m_engine->status().link; }

    sync::SyncEngine::Options options; ///< used by the next open or reopen
    int signInsNeeded = 0;

private:
    void open();

    QTemporaryDir m_folder;
    remote::Endpoint m_endpoint;
    const domain::Clock &m_clock;
    std::shared_ptr<vault::KeyProvider> m_keys;
    std::shared_ptr<store::CaseStore> m_store;
    std::unique_ptr<remote::ExchangeClient> m_client;
    std::unique_ptr<sync::SyncEngine> m_engine;
    QString m_operator;
};

} // namespace yichuang::test
