// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/counterdesk.h>
#include <desk/readerdesk.h>
#include <desk/syncdesk.h>
#include <desk/updatedesk.h>
#include <domain/uuid7.h>

#include <QTimer>

namespace yichuang::update {
class Renewer;
}

namespace yichuang::desk {

/**
 * Speaks of a newer version at a quiet moment only: no card on a reader, nothing typed that is not
 * saved, be it in a case or on the screens alone, no case being received, nothing being sent, and all that for a while. All that is given must outlive it.
 */
class LiveUpdateDesk : public UpdateDesk
{
    Q_OBJECT
public:
    /** What is watched to know whether somebody is served. */
    struct Watched {
        const CounterDesk &counter;
        const ReaderDesk &readers;
        const SyncDesk &sync;
    };
    static constexpr int quietMs = 20'000; ///< so long nothing happens before a newer version is spoken of

    /** @param renewer null: nothing is looked for; @param rolledBack the version that did not stand its trial, may be empty. */
    LiveUpdateDesk(update::Renewer *renewer, const Watched &watched, const domain::Clock &clock, const QString &rolledBack,
                   QObject *parent = nullptr);
    [[nodiscard]] const UpdateView &view() const override { return m_view; }
    void takeNow() override;
    void takeAtNextStart() override;
    void look() override { onWorld(); }
    void dismiss() override;
    /** True when nobody is served this very moment. */
    [[nodiscard]] bool isQuiet() const;
    void setQuietMs(int ms) { m_quiet.setInterval(ms); }

private:
    void onWorld();
    void onTaken(const std::optional<domain::Error> &fault);
    void refresh();
    void show(const UpdateView &view);

    update::Renewer *m_renewer;
    Watched m_watched;
    const domain::Clock &m_clock;
    QString m_rolledBack;
    QString m_dismissed;          ///< version
    QDateTime m_dismissedUntil;
    std::optional<domain::Error> m_error;
    UpdateView m_view;
    QTimer m_quiet;
    QString m_taken;              ///< version that lies in place, but somebody was served by then
};

} // namespace yichuang::desk
