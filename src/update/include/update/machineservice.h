// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDeadlineTimer>
#include <QHash>
#include <QTimer>
#include <update/deskword.h>
#include <update/machine.h>
#include <update/servicestatus.h>
#include <update/updater.h>

class QLocalSocket;

namespace yichuang::update {

class DeskPipe;

/**
 * Keeps the desktop of a machine up to date with an administrator's rights, for clerks who have none: looks for newer
 * versions as a desktop would, installs one when no desktop runs or a clerk said so, and puts the version before in its
 * place when the new one does not stand its trial. Each installation ends the process and starts the next one, so that
 * all it knows lies in its folder, which only administrators can write: "yichuang.msi" (installed), ".part", ".next",
 * ".previous" and ".trial" as Installation has them, "update.ini" and "status.ini". The machine and the clock outlive it.
 */
class MachineService : public QObject
{
    Q_OBJECT
public:
    struct Pace {
        Updater::Pace looks;
        int pollMs = 5000;        ///< between two looks at who works
        int afterBusyMs = 60'000; ///< after an installation that could not begin
    };
    /** Starts of a version on trial that led nowhere; attempts to install one. */
    static constexpr int mostStarts = 3;
    static constexpr int mostAttempts = 3;

    MachineService(const UpdateSettings &settings, Machine &machine, const Running &running, const QString &folder,
                   const QString &address, const domain::Clock &clock, Pace pace, QObject *parent = nullptr);
    ~MachineService() override;
    /**
     * Takes up what earlier processes left, then listens and looks. Where it cannot listen it goes on without any clerk's word.
     * @param fault why the settings given are not the administrator's; the status says it as long as the service runs
     */
    void begin(const std::optional<domain::Error> &fault = {});

private:
    void takeUp();
    void notInstalled(const QString &version);
    void startLooking(int firstMs);
    void listen();
    void onConnection(QLocalSocket *socket);
    void onLine(QLocalSocket *socket);
    [[nodiscard]] bool onWord(DeskWord word, const Peer &desktop);
    [[nodiscard]] bool onTrialWord(DeskWord word, const Peer &desktop);
    void onStarted(const Peer &desktop);
    void onStartEnded(quint32 process);
    void condemn(int session);
    void poll();
    void bringDesktopsBack();
    [[nodiscard]] bool isReady() const;
    void askBeforeInstalling();
    void installReady();
    void onEnded(int code);
    void goBack();
    void giveUp(const QString &version);
    void publish();
    void fail(const domain::Error &error);
    [[nodiscard]] QString stateFile() const;
    [[nodiscard]] QString statusFile() const;

    UpdateSettings m_settings;
    Machine &m_machine;
    Running m_running;
    QString m_folder;
    QString m_address;
    const domain::Clock &m_clock;
    Pace m_pace;
    Installation m_package;
    ServiceStatus m_status;
    std::unique_ptr<Updater> m_updater;
    std::unique_ptr<DeskPipe> m_pipe;
    QTimer m_poll;
    QHash<quint32, int> m_starts; ///< processes of the version on trial that have not worked yet, with their sessions
    QDeadlineTimer m_agreed;   ///< until then the version that is ready is a clerk's wish
    bool m_asking = false;     ///< the installed program makes its self-test
    bool m_installing = false; ///< our own installation runs
    int m_idlePolls = 0;
};

} // namespace yichuang::update
