// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "readerprobe.h"

#include <algorithm>

namespace yichuang::testing {

using namespace Qt::StringLiterals;
using device::ReaderPhase;

namespace {
device::ReaderSession::Setup setupFor(const QString &uri, const device::DemoDeviceFactory &demo, device::SessionTiming timing)
{
    const domain::Result<device::ReaderUri> parsed = device::ReaderUri::parse(uri);
    if (!parsed)
        qFatal("bad reader uri in a test");
    const auto transports = [demo](const device::ReaderUri &target) { return device::makeTransport(target, demo); };
    return {1, *parsed, transports, std::make_shared<device::ReaderTurns>(), timing, device::PhotoDecoder()};
}
} // namespace

QString demoCardPath(const QString &name)
{
    return QStringLiteral(YICHUANG_DEMO_CARDS) + u'/' + name + u".json"_s;
}

cardsim::CardFile demoCard(const QString &name)
{
    const domain::Result<cardsim::CardFile> card = cardsim::CardFile::load(demoCardPath(name));
    if (!card)
        qFatal("demo card %s: %s", qPrintable(name), qPrintable(card.error().detail));
    return *card;
}

device::SessionTiming quickTiming()
{
    device::SessionTiming timing;
    timing.poll = 20;
    timing.pause = 5;
    timing.interByte = 60;
    timing.replyTimeoutPercent = 30;
    timing.idleStatus = 150;
    timing.afterReset = 20;
    timing.afterSilence = 20;
    timing.reopenFirst = 20;
    timing.reopenLongest = 100;
    timing.holdCardProblem = 200;
    return timing;
}

ReaderProbe::ReaderProbe(const QString &uri, const device::DemoDeviceFactory &demo, device::SessionTiming timing)
    : m_session(setupFor(uri, demo, timing))
{
    connect(&m_session, &device::ReaderSession::cardRead, this,
            [this](device::ReaderId /*reader*/, const device::CardReading &reading) { readings.append(reading); });
    connect(&m_session, &device::ReaderSession::cardRemoved, this, [this] { ++removals; });
    connect(&m_session, &device::ReaderSession::stateChanged, this, [this](const device::ReaderState &state) { states.append(state); });
}

bool ReaderProbe::isWaiting() const
{
    return state().phase == ReaderPhase::Waiting && state().diagnosis.failure == domain::FailureCode::ReaderNoCard;
}

bool ReaderProbe::hasTold(domain::FailureCode code) const
{
    return std::any_of(states.begin(), states.end(), [code](const device::ReaderState &state) { return state.diagnosis.failure == code; });
}

void ReaderProbe::forget()
{
    readings.clear();
    removals = 0;
    states = states.isEmpty() ? states : states.last(1);
}

device::DemoDeviceFactory factoryOf(cardsim::VirtualReader &reader)
{
    return [&reader] { return reader.makeDevice(); };
}

} // namespace yichuang::testing
