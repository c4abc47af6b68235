// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>
#include <QElapsedTimer>

namespace yichuang::app {

/**
 * Measures how long the ui thread is away from its event loop: for each event, from outside, with everything that its
 * handling does, the wall time and the thread's own processor time. Ui thread.
 */
class StallWatch
{
public:
    void begin();
    void end();

    /** The event under way does not count: the tour itself works in it (a picture, a restart). */
    void excuse() { m_excused = true; }
    /** Nothing counts while paused: a start has a figure of its own. */
    void setPaused(bool paused) { m_paused = paused; }
    /** Names what follows, for longestDuring(). */
    void setScene(const QString &scene) { m_scene = scene; }

    [[nodiscard]] double longestWallMs() const { return m_wallMs; }
    [[nodiscard]] double longestCpuMs() const { return m_cpuMs; }
    [[nodiscard]] QString longestDuring() const { return m_longestScene; }
    [[nodiscard]] int events() const { return m_events; }
    /** Events that took more than 16 ms of the thread's own time. */
    [[nodiscard]] int slowEvents() const { return m_slowEvents; }

private:
    /** Milliseconds of processor time of the calling thread; 0 where the system has no such clock. */
    [[nodiscard]] static double threadCpuMs();

    QElapsedTimer m_clock;
    double m_cpuAtBegin = 0;
    bool m_excused = false;
    bool m_paused = false;
    double m_wallMs = 0;
    double m_cpuMs = 0;
    int m_events = 0;
    int m_slowEvents = 0;
    QString m_scene;
    QString m_longestScene;
};

/** The program's application object; tells a watch of every event, and costs one comparison without one. */
class WatchedApplication : public QApplication
{
    Q_OBJECT
public:
    using QApplication::QApplication;
    /** The watch must outlive its use; null ends it. */
    void setWatch(StallWatch *watch) { m_watch = watch; }
    bool notify(QObject *receiver, QEvent *event) override;

private:
    StallWatch *m_watch = nullptr;
    int m_depth = 0;
};

} // namespace yichuang::app
