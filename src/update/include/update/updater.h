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

/** Who runs. */
struct Running {
    QString version;
    int storeSchema = 0;
    QString kind = QStringLiteral("appimage"); ///< of the files that are for it, see wire::UpdateFile
};

/**
 * Finds, fetches and tries newer versions while the desk works; puts one in place when told to. Lives on the ui thread and
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
    /** The version that is ready takes the running one's place; the caller ends the program and starts it again. */
    [[nodiscard]] domain::Result<void> exchange();

private:
    struct Thread;
    [[nodiscard]] Situation situation();
    void enter(UpdateStatus::Stage stage);
    void end(const std::optional<domain::Error> &fault);
    void onLooked(const domain::Result<Look> &look);
    void onFetched(const std::optional<domain::Error> &fault);
    void tryOut();
    void onTried(bool runs);
    void onReady();
    void lookAfter(int ms);

    UpdateSettings m_settings;
    Installation m_installation;
    Running m_running;
    UpdateState m_state;
    const domain::Clock &m_clock;
    Pace m_pace;
    UpdateStatus m_status;
    std::optional<Offer> m_offer;
    std::unique_ptr<Thread> m_thread;
    UpdateWorker *m_worker = nullptr; ///< lives on the thread
    QProcess *m_trying = nullptr;
    QTimer m_next;
};

/** What a start found before its window was made. */
struct Arrival {
    QString rolledBack;     ///< the version that did not stand its trial; told once
    bool exchanged = false; ///< a version that waited was put in place: start the program again, now
};

/**
 * Before anything else of the program: takes up what was left behind, and puts a waiting version in place when the clerk
 * agreed to it or the administrator wants it so. Takes the time of a checksum when there is one to put in place.
 */
[[nodiscard]] Arrival arrive(const Installation &installation, const Running &running, const UpdateSettings &settings, const QString &stateFile);

} // namespace yichuang::update
