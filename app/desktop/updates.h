// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "options.h"

#include <desk/liveupdatedesk.h>
#include <desk/signindesk.h>
#include <update/arrival.h>
#include <update/servicelink.h>

namespace yichuang::app {

/** With this code the event loop ends when a newer version lies in place: main() starts it. */
inline constexpr int exitForNewVersion = 1 << 16;

/**
 * The desktop's share in updates: takes up what earlier starts left, looks for newer versions where the program is an
 * AppImage and its settings name a source, listens to the machine's service where that does it, and tells the runtime or
 * the service how the trial of a new version goes. Ui thread.
 */
class Updates : public QObject
{
    Q_OBJECT
public:
    Updates(const DesktopOptions &options, const QString &profile, const domain::Clock &clock);
    ~Updates() override;
    /** Before the window: true when a version that waited was put in place and is to be started instead of this one. */
    [[nodiscard]] bool arrive();
    /** False after arrive() while a service that counts the starts of this version was told of this one and has not answered: heard() follows, within seconds. */
    [[nodiscard]] bool isHeard() const { return m_isHeard; }
    /** Makes what the ui speaks with; null where there is nothing to say. */
    [[nodiscard]] desk::UpdateDesk *makeDesk(const desk::LiveUpdateDesk::Watched &watched);
    /** Gives it up before what it watches goes. */
    void closeDesk() { m_desk.reset(); }
    /**
     * The store is open and the window is there. The trial is stood when the program has worked on for a while or ends well;
     * at once where the store was migrated, for going back then would cost what is written from now on.
     */
    void onStoreOpened();
    /**
     * The store does not open: a new version is given up, unless the version before would meet the same. A full disk is
     * none of that: the version before needs no room for a copy; this one may come again once there is some.
     */
    void onStoreFailed(const domain::Error &error);
    /** Looks for newer versions from now on. */
    void begin();

Q_SIGNALS:
    void heard();

private:
    void meetService();
    [[nodiscard]] bool isOnTrial() const;
    void prove() const;
    [[nodiscard]] QString stateFile() const;
    [[nodiscard]] update::Running running() const;
    void tellService(update::DeskWord word, const std::function<void(bool)> &then = {});
    QString m_profile;
    const domain::Clock &m_clock;
    std::optional<update::Installation> m_installation;
    update::UpdateSettings m_settings;
    QString m_rolledBack;
    bool m_isProving = false;
    bool m_isHeard = true;
    bool m_isServiceWaiting = false; ///< it was told of this start and not yet what came of it
    std::unique_ptr<update::Updater> m_updater;
    std::unique_ptr<update::ServiceLink> m_service; ///< null where no service of the machine installs newer versions
    std::unique_ptr<desk::LiveUpdateDesk> m_desk;
};

/** Becomes the program that now lies in the AppImage's place, with the same arguments; returns only when that fails. */
void becomeNewVersion(const QStringList &arguments);

} // namespace yichuang::app
