// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/arrival.h>

#include "updatethread.h"
#include "updateworker.h"

#include <QLoggingCategory>
#include <condition_variable>
#include <mutex>

namespace yichuang::update {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(arrivalLog, "yichuang.update", QtInfoMsg)

/** Nobody works yet, but somebody wants to. */
constexpr std::chrono::seconds askingTime(5);

/** Left by the asking thread, which may outlive who asked. */
struct Answer {
    std::mutex mutex;
    std::condition_variable come;
    std::optional<domain::Result<Look>> look;
};

/** Newer than what runs; or what the administrator wants, who may want an older one. */
bool isWanted(const QString &version, const Running &running, const UpdateSettings &settings)
{
    if (!settings.pin.isEmpty())
        return versionFrom(settings.pin) == versionFrom(version) && versionFrom(version) != versionFrom(running.version);
    return versionFrom(version) > versionFrom(running.version);
}

} // namespace

Standing askListNow(const UpdateSettings &settings, const Situation &here, const Waiting &waiting)
{
    const auto answer = std::make_shared<Answer>();
    auto *worker = new UpdateWorker(settings);
    const UpdateThread owner;
    worker->moveToThread(owner.thread);
    QObject::connect(owner.thread, &QThread::finished, worker, &QObject::deleteLater);
    QObject::connect(worker, &UpdateWorker::looked, worker, [answer](const domain::Result<Look> &look) {
        const std::lock_guard lock(answer->mutex);
        answer->look = look;
        answer->come.notify_one();
    });
    owner.thread->start();
    QMetaObject::invokeMethod(worker, [worker, here] { worker->look(here); });
    std::unique_lock lock(answer->mutex);
    if (!answer->come.wait_for(lock, askingTime, [&answer] { return answer->look.has_value(); }))
        return Standing::Unknown;
    const domain::Result<Look> &look = *answer->look;
    if (!look)
        return Standing::Unknown;
    if (!look->offer)
        return Standing::Withdrawn;
    const bool isSame = look->offer->version == waiting.version && look->offer->file.sha256 == waiting.sha256;
    return isSame ? Standing::Offered : Standing::Unknown;
}

Arrival arrive(const Installation &installation, const Running &running, const UpdateSettings &settings, const QString &stateFile,
               const domain::Clock &clock, const AskList &askList)
{
    UpdateState state(stateFile);
    if (settings.enabled)
        installation.heedPin(settings.pin, state.heedPin(settings.pin));
    Arrival arrival;
    arrival.rolledBack = installation.settle(running.version);
    if (!arrival.rolledBack.isEmpty() && !state.takeForgiven(arrival.rolledBack))
        refuse(arrival.rolledBack, installation, state);
    const auto waiting = state.waiting();
    if (!waiting || !settings.enabled)
        return arrival;
    const auto giveUp = [&] {
        state.setWaiting({});
        QFile::remove(installation.nextFile());
        return arrival;
    };
    const Situation here = situationOf(running, settings, installation, state, clock);
    // A pin that changed meanwhile may change again; what was fetched stays.
    const bool isElsewhere = !settings.pin.isEmpty() && versionFrom(settings.pin) != versionFrom(waiting->version);
    if (here.refused.contains(waiting->version) || (!isElsewhere && !isWanted(waiting->version, running, settings)))
        return giveUp();
    const bool isAgreed = waiting->agreed || settings.when == When::AtStart;
    if (!isAgreed || isElsewhere || mustProveItself(running, settings, installation) || digestOf(installation.nextFile()) != waiting->sha256)
        return arrival;
    const Standing standing = askList(settings, here, *waiting);
    if (standing == Standing::Withdrawn)
        return giveUp();
    if (standing == Standing::Unknown) {
        qCInfo(arrivalLog).noquote() << waiting->version << "waits: the list does not confirm it at this moment";
        return arrival;
    }
    arrival.exchanged = installation.exchange(running.version, waiting->version).has_value();
    if (arrival.exchanged)
        state.setWaiting({});
    return arrival;
}

} // namespace yichuang::update
