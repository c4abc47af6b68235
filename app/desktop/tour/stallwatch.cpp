// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "stallwatch.h"

#include <QMetaEnum>
#include <QPointer>
#include <QThread>
#include <algorithm>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <ctime>
#endif

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

constexpr double frameMs = 16;
constexpr int rememberedEvents = 8;

} // namespace

double StallWatch::threadCpuMs()
{
#ifdef Q_OS_WIN
    FILETIME made{}, ended{}, kernel{}, user{};
    if (!GetThreadTimes(GetCurrentThread(), &made, &ended, &kernel, &user))
        return 0;
    const auto ticks = [](const FILETIME &time) { return double(time.dwHighDateTime) * 4294967296.0 + double(time.dwLowDateTime); };
    return (ticks(kernel) + ticks(user)) / 1e4; // of 100 ns each
#else
    timespec spent{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent) != 0)
        return 0;
    return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
#endif
}

static QString nameOf(const char *receiverClass, const QString &receiverName, QEvent::Type type)
{
    const QString name = u"%1 to %2"_s.arg(QLatin1String(QMetaEnum::fromType<QEvent::Type>().valueToKey(type)), QLatin1String(receiverClass));
    return receiverName.isEmpty() ? name : name + u' ' + receiverName;
}

void StallWatch::sent(const QObject *receiver, QEvent::Type type, double cpuMs)
{
    // What is sent deepest ends first.
    if (cpuMs >= frameMs / 2 && m_now.inside.isEmpty())
        m_now.inside = nameOf(receiver->metaObject()->className(), receiver->objectName(), type);
}

void StallWatch::begin(const QObject *receiver, QEvent::Type type)
{
    m_now.type = type;
    m_now.receiverClass = receiver->metaObject()->className();
    m_now.receiverName = receiver->objectName();
    m_now.inside.clear();
    m_clock.start();
    m_cpuAtBegin = threadCpuMs();
}

void StallWatch::end()
{
    const double wall = double(m_clock.nsecsElapsed()) / 1e6;
    const double cpu = threadCpuMs() - m_cpuAtBegin;
    if (std::exchange(m_excused, false) || m_paused)
        return;
    ++m_events;
    m_slowEvents += cpu > frameMs ? 1 : 0;
    m_wallMs = qMax(m_wallMs, wall);
    m_now.cpuMs = cpu;
    m_now.wallMs = wall;
    remember();
    if (cpu > m_cpuMs) {
        m_cpuMs = cpu;
        m_longestScene = m_scene;
    }
}

void StallWatch::remember()
{
    if (m_dearest.size() == rememberedEvents && m_now.cpuMs <= m_dearest.last().cpuMs)
        return;
    m_now.scene = m_scene;
    const auto place = std::upper_bound(m_dearest.begin(), m_dearest.end(), m_now, [](const Event &one, const Event &other) { return one.cpuMs > other.cpuMs; });
    m_dearest.insert(place, m_now);
    if (m_dearest.size() > rememberedEvents)
        m_dearest.removeLast();
}

QStringList StallWatch::dearest() const
{
    QStringList lines;
    for (const Event &event : m_dearest) {
        const QString inside = event.inside.isEmpty() ? QString() : u": "_s + event.inside;
        lines << u"%1 ms (wall %2) %3 during %4%5"_s.arg(event.cpuMs, 0, 'f', 1)
                     .arg(event.wallMs, 0, 'f', 1)
                     .arg(nameOf(event.receiverClass, event.receiverName, event.type), event.scene, inside);
    }
    return lines;
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    // Events that an event's handling sends are part of it; other threads have loops of their own.
    if (!m_watch || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    StallWatch *watch = m_watch;
    if (m_depth > 0) {
        const QPointer<const QObject> kept = receiver;
        const QEvent::Type type = event->type();
        const double before = StallWatch::threadCpuMs();
        const bool done = QApplication::notify(receiver, event);
        if (kept)
            watch->sent(kept, type, StallWatch::threadCpuMs() - before);
        return done;
    }
    watch->begin(receiver, event->type());
    ++m_depth;
    const bool taken = QApplication::notify(receiver, event);
    --m_depth;
    watch->end();
    return taken;
}

} // namespace yichuang::app
