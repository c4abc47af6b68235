// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QStringList>

namespace yichuang::app {

/**
 * Measures how long the ui thread is away from its event loop: for each event, from outside, with everything that its
 * handling does, the wall time and the thread's own processor time. Ui thread.
 */
class StallWatch
{
public:
    /** What the event under way is and for whom it is; told before its handling, which may end the receiver. */
    void begin(const QObject *receiver, QEvent::Type type);
    void end();
    /** Of an event sent while another one is handled: the innermost dear one tells what the outer one was about. */
    void sent(const QObject *receiver, QEvent::Type type, double cpuMs);

    /** The event under way does not count: the tour itself works in it (a picture, a restart). */
    void excuse() { m_excused = true; }
    /** Nothing counts while paused: a start has a figure of its own. */
    void setPaused(bool paused)
    {
        m_paused = paused;
        m_excused = true;       // the event in which the pause begins or ends was partly a pause
    }
    /** Names what follows, for longestDuring(). */
    void setScene(const QString &scene) { m_scene = scene; }

    [[nodiscard]] double longestWallMs() const { return m_wallMs; }
    [[nodiscard]] double longestCpuMs() const { return m_cpuMs; }
    [[nodiscard]] QString longestDuring() const { return m_longestScene; }
    [[nodiscard]] int events() const { return m_events; }
    /** Events that took more than 16 ms of the thread's own time. */
    [[nodiscard]] int slowEvents() const { return m_slowEvents; }
    /** The dearest events, dearest first: "39.2 ms (wall 42.3) Timer to QTimer during sign-in: Shortcut to QShortcut". */
    [[nodiscard]] QStringList dearest() const;

    /** Milliseconds of processor time of the calling thread; 0 where the system has no such clock. */
    [[nodiscard]] static double threadCpuMs();

private:
    struct Event {
        double cpuMs = 0;
        double wallMs = 0;
        QEvent::Type type = QEvent::None;
        const char *receiverClass = "";     ///< of the meta object, which lives as long as the program
        QString receiverName;
        QString scene;
        QString inside;                     ///< the first event sent meanwhile that took half a frame or more
    };
    void remember();

    Event m_now;
    QList<Event> m_dearest;     ///< dearest first
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
