// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "selftestparts.h"

#include <desk/diagnosticsdesk.h>
#include <desk/readerdesk.h>
#include <desk/signindesk.h>
#include <desk/syncdesk.h>
#include <functional>
#include <vault/keychainkeyprovider.h>

namespace yichuang::domain {
class Clock;
}

namespace yichuang::app {

/**
 * What --selftest says of the installation, and how store, exchange and readers of this workplace are at this moment. The
 * installation is looked at on a thread of its own; what is given must outlive it. Ui thread.
 */
class Diagnostics : public desk::DiagnosticsDesk
{
    Q_OBJECT
public:
    /** What the workplace is asked of. */
    struct Watched {
        const desk::SignInDesk &signIn;
        const desk::ReaderDesk &readers;
        const desk::SyncDesk &sync;
        /** Writes something to the open store; null while there is none. */
        std::function<QFuture<domain::Result<void>>()> tryStore = {};
        /** As settingsPart() tells of them. */
        SelfTestPart settings = {};
    };
    /** @param exchange its address; @param folder where reports go, empty: where the person finds them */
    Diagnostics(const Watched &watched, const domain::Clock &clock, const QString &exchange, const QString &folder = {});
    [[nodiscard]] const desk::DiagnosticsView &view() const override { return m_view; }
    void look() override;
    void exportReport() override;

private:
    void onLooked(const QList<SelfTestPart> &parts);
    void tryStore(const QList<SelfTestPart> &parts);
    void onTried(const QList<SelfTestPart> &parts, const domain::Result<void> &written);
    void write();
    void onWritten(const domain::Result<QString> &written);
    [[nodiscard]] QList<SelfTestPart> workplaceParts() const;
    [[nodiscard]] SelfTestPart storePart() const;
    [[nodiscard]] SelfTestPart exchangePart() const;
    [[nodiscard]] SelfTestPart attachedReadersPart() const;

    Watched m_watched;
    const domain::Clock &m_clock;
    QString m_exchange;
    QString m_folder;
    vault::KeychainKeyProvider m_keychain;
    desk::DiagnosticsView m_view;
    QList<SelfTestPart> m_parts;
    bool m_exportWanted = false;
    std::optional<domain::Error> m_storeFault; ///< why the open store did not take what was written to try it
};

} // namespace yichuang::app
