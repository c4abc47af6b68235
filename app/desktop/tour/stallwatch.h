// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace yichuang::app {

/**
 * Measures how long the ui thread is away from its event loop: for each turn between waking and going to sleep again the
 * wall time and the thread's own processor time. Lives on the thread it watches.
 */
class StallWatch : public QObject
{
    Q_OBJECT
public:
    explicit StallWatch(QObject *parent = nullptr);

    /** The turn under way does not count: the tour itself works in it (a picture, a restart). */
    void excuse() { m_excused = true; }
    /** Names what follows, for longestDuring(). */
    void setScene(const QString &scene) { m_scene = scene; }

    [[nodiscard]] double longestWallMs() const { return m_wallMs; }
    [[nodiscard]] double longestCpuMs() const { return m_cpuMs; }
    [[nodiscard]] QString longestDuring() const { return m_longestScene; }
    [[nodiscard]] int turns() const { return m_turns; }
    /** Turns longer than 16 ms of the thread's own time. */
    [[nodiscard]] int slowTurns() const { return m_slowTurns; }

private:
    void onAwake();
    void onAboutToBlock();
    /** Milliseconds of processor time of the calling thread; 0 where the system has no such clock. */
    [[nodiscard]] static double threadCpuMs();

    QElapsedTimer m_turn;
    double m_turnCpu = 0;
    bool m_excused = true;
    double m_wallMs = 0;
    double m_cpuMs = 0;
    int m_turns = 0;
    int m_slowTurns = 0;
    QString m_scene;
    QString m_longestScene;
};

} // namespace yichuang::app
