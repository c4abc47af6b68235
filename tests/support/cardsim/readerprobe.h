// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cardsim/virtualreader.h>
#include <device/readersession.h>

namespace yichuang::testing {

/** A card of resources/demo/cards by its file name without ".json"; ends the test program when there is none. */
[[nodiscard]] cardsim::CardFile demoCard(const QString &name);
[[nodiscard]] QString demoCardPath(const QString &name);

/** Waits short enough for tests, long enough for a busy machine. */
[[nodiscard]] device::SessionTiming quickTiming();

/** Fast enough that a reading takes few milliseconds. */
inline constexpr int quickRate = 4'000'000;

/** One session on the test's own thread, and all that it said. */
class ReaderProbe : public QObject
{
    Q_OBJECT

public:
    explicit ReaderProbe(const QString &uri, const device::DemoDeviceFactory &demo = {}, device::SessionTiming timing = quickTiming());

    /** To be called when the simulated module stands as the test wants it. */
    void start() { m_session.start(); }
    void readAgain() { m_session.readAgain(); }

    QList<device::CardReading> readings;
    int removals = 0;
    QList<device::ReaderState> states;

    [[nodiscard]] device::ReaderState state() const { return states.isEmpty() ? device::ReaderState{} : states.last(); }
    [[nodiscard]] bool isWaiting() const;
    /** True when a diagnosis with this code was told since the last forget(). */
    [[nodiscard]] bool hasTold(domain::FailureCode code) const;
    void forget();

private:
    device::ReaderSession m_session;
};

/** The demo reader's factory for a probe or a manager. */
[[nodiscard]] device::DemoDeviceFactory factoryOf(cardsim::VirtualReader &reader);

} // namespace yichuang::testing
