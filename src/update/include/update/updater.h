// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>
#include <domain/uuid7.h>
#include <memory>
#include <update/installation.h>
#include <update/offer.h>
#include <update/renewer.h>
#include <update/updatesettings.h>
#include <update/updatestate.h>

class QProcess;

namespace yichuang::update {

class UpdateWorker;
struct Look;
struct UpdateThread;

/** Who runs. */
struct Running {
    QString version;
    int storeSchema = 0;
    QString kind = QStringLiteral("appimage"); ///< of the files that are for it, see wire::UpdateFile
    qint64 storeBytes = 0; ///< of the store on the same disk: a migration copies it
};

/**
 * Finds, fetches and tries newer versions while the desk works; puts one in place when told to. Where somebody else has done
 * that since this process began, that one is ready, and starting again is all that taking it needs. While the running one
 * mustProveItself() nothing is ready: what was fetched and tried waits for it. Lives on the ui thread and
 * never blocks it; network, files and checksums are on a thread of its own. The clock must outlive it.
 */
class Updater : public Renewer
{
    Q_OBJECT
public:
    /** How long it waits: before the first look, between two looks, and after one that failed. */
    struct Pace {
        int firstMs = 10'000;
        int betweenMs = 4 * 3600 * 1000;
        int afterFailureMs = 1800 * 1000;
        int provingMs = 5'000; ///< between two looks whether the running version has stood its trial
    };
    /** @param stateFile what is remembered between starts; its folder is made when needed. */
    Updater(const UpdateSettings &settings, const Installation &installation, const Running &running, const QString &stateFile,
            const domain::Clock &clock, Pace pace, QObject *parent = nullptr);
    ~Updater() override;

    [[nodiscard]] const UpdateStatus &status() const override { return m_status; }
    [[nodiscard]] const Installation &installation() const { return m_installation; }
    /** The first look, after its time. */
    void begin() override;
    void lookNow();
    void agree() override;
    void takeNow() override;
    /** What failed with this version was no fault of its own: it may be offered again. */
    void forgive(const QString &version) { m_state.forgive(version); }
    /** The version that is ready takes the running one's place; the caller ends the program and starts it again. */
    [[nodiscard]] domain::Result<void> exchange();

private:
    /** What came of starting a version before it takes any place. */
    enum class Tried { Runs, SaysAnother, NotNow };
    void enter(UpdateStatus::Stage stage);
    void end(const std::optional<domain::Error> &fault);
    void onLooked(const domain::Result<Look> &look);
    void onFetched(const std::optional<domain::Error> &fault);
    void onReplaced();
    void tryOut();
    void onTried(Tried tried, const QString &how = {});
    void onReady();
    void whenProved();
    void lookAfter(int ms);

    UpdateSettings m_settings;
    Installation m_installation;
    Running m_running;
    UpdateState m_state;
    const domain::Clock &m_clock;
    Pace m_pace;
    UpdateStatus m_status;
    std::optional<Offer> m_offer;
    std::unique_ptr<UpdateThread> m_thread;
    UpdateWorker *m_worker = nullptr; ///< lives on the thread
    QProcess *m_trying = nullptr;
    QTimer m_next;
    QTimer m_proving; ///< runs while a version that was tried waits for the running one's trial
};

/** What a list is measured by here and now. */
[[nodiscard]] Situation situationOf(const Running &running, const UpdateSettings &settings, const Installation &installation, UpdateState &state,
                                    const domain::Clock &clock);

/**
 * True while the running version has not stood its trial: what takes its place now would leave nobody knowing whether it
 * works. An administrator's pin goes before that, so that no desk is kept for ever by a version that never comes so far.
 */
[[nodiscard]] bool mustProveItself(const Running &running, const UpdateSettings &settings, const Installation &installation);

/** It is not wanted here again: for every user of the file, or, where that cannot be noted beside it, for this one. */
void refuse(const QString &version, const Installation &installation, UpdateState &state);

} // namespace yichuang::update
