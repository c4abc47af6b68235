// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/readersession.h>

#include "commandrunner.h"
#include "devicelog.h"

namespace yichuang::device {

using namespace Qt::StringLiterals;
using domain::Error;
using domain::FailureCode;

ReaderSession::ReaderSession(Setup setup)
    : m_setup(std::move(setup))
    , m_timer(this)
    , m_reopenWait(m_setup.timing.reopenFirst)
{
    m_state.reader = m_setup.id;
    m_state.uri = m_setup.uri.text();
    m_state.diagnosis = Diagnosis::of(FailureCode::ReaderNotFound, u"not opened yet"_s);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_step != nullptr)
            (this->*m_step)();
    });
}

ReaderSession::~ReaderSession()
{
    m_setup.turns->release(this);
    m_reading.wipe();
    m_runner.reset();
    m_transport.reset();
}

void ReaderSession::start()
{
    Q_EMIT stateChanged(m_state);
    openLine();
}

void ReaderSession::openLine()
{
    m_transport = m_setup.transports(m_setup.uri);
    connect(m_transport.get(), &Transport::opened, this, &ReaderSession::onOpened);
    connect(m_transport.get(), &Transport::closed, this, &ReaderSession::onLineClosed);
    connect(m_transport.get(), &Transport::failed, this, &ReaderSession::onLineFailed);
    m_transport->open();
}

void ReaderSession::onOpened()
{
    m_runner = std::make_unique<CommandRunner>(m_transport.get(), m_setup.timing);
    m_rateIndex = 0;
    m_isRateSettled = false;
    // A module that did not answer before is still at fault until it does.
    if (m_state.phase != ReaderPhase::Fault)
        setState(ReaderPhase::Starting, m_state.diagnosis);
    askStatus();
}

void ReaderSession::onLineFailed(const Error &error)
{
    dropLine();
    // "Unplugged" tells the clerk more than the "not found" of every try that follows it.
    const bool isStillUnplugged = m_state.diagnosis.failure == FailureCode::ReaderUnplugged && error.code == FailureCode::ReaderNotFound;
    setState(ReaderPhase::Absent, isStillUnplugged ? m_state.diagnosis : Diagnosis::of(error.code, error.detail));
    if (error.code != FailureCode::ReaderNotInBuild)
        reopenLater();
}

void ReaderSession::onLineClosed()
{
    dropLine();
    setState(ReaderPhase::Absent, Diagnosis::of(FailureCode::ReaderUnplugged, u"the line went away"_s));
    m_reopenWait = m_setup.timing.reopenFirst;
    reopenLater();
}

void ReaderSession::dropLine()
{
    m_setup.turns->release(this);
    m_timer.stop();
    noteRemoval();
    m_isReadAsked = false;
    m_reading.wipe();
    m_silences = 0;
    // Both may be in the middle of one of their own signals.
    if (m_runner) {
        m_runner->cancel();
        m_runner.release()->deleteLater();
    }
    if (m_transport) {
        m_transport->disconnect(this);
        m_transport->close();
        m_transport.release()->deleteLater();
    }
}

void ReaderSession::reopenLater()
{
    later(m_reopenWait, &ReaderSession::openLine);
    m_reopenWait = qMin(m_reopenWait * 2, m_setup.timing.reopenLongest);
}

void ReaderSession::later(int ms, Step step)
{
    m_step = step;
    m_timer.start(ms);
}

void ReaderSession::setState(ReaderPhase phase, const Diagnosis &diagnosis)
{
    ReaderState next = m_state;
    next.phase = phase;
    next.diagnosis = diagnosis;
    next.samNumber = m_samNumber;
    if (next == m_state)
        return;
    if (next.diagnosis != m_state.diagnosis) {
        qCInfo(deviceLog).noquote() << m_state.uri << (diagnosis.failure ? domain::failureText(*diagnosis.failure) : u"ready"_s) << diagnosis.detail;
    }
    m_state = next;
    Q_EMIT stateChanged(m_state);
}

} // namespace yichuang::device
