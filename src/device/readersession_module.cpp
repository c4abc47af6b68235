// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/readersession.h>

#include "commandrunner.h"

#include <device/replydata.h>
#include <device/status.h>

namespace yichuang::device {

using namespace Qt::StringLiterals;
using domain::Error;
using domain::FailureCode;
using domain::Result;

namespace {
// After so many unanswered questions the line itself is suspect and opened afresh.
constexpr int silencesBeforeReopen = 3;
} // namespace

void ReaderSession::askStatus()
{
    m_sinceStatus.start();
    m_runner->run(Command::SamStatus, [this](const Result<Reply> &reply) { onStatus(reply); });
}

void ReaderSession::onStatus(const Result<Reply> &reply)
{
    if (!reply) {
        onUnanswered(reply.error());
        return;
    }
    const StatusInfo status = statusInfo(reply->sw3);
    if (status.reaction != Reaction::GoOn) {
        moduleFault(status.failure.value_or(FailureCode::ReaderReplyInvalid), QString::fromLatin1(status.meaning));
        return;
    }
    m_silences = 0;
    m_wasResetTried = false;
    m_reopenWait = m_setup.timing.reopenFirst;
    if (needsRateChange()) {
        changeRate();
        return;
    }
    m_isRateSettled = true;
    if (!m_wasSamNumberAsked) {
        askSamNumber();
        return;
    }
    if (m_state.phase == ReaderPhase::Starting || m_state.phase == ReaderPhase::Fault)
        setState(ReaderPhase::Waiting, Diagnosis::of(FailureCode::ReaderNoCard));
    beginRound();
}

bool ReaderSession::needsRateChange() const
{
    const int rate = m_transport->lineRate();
    return !m_isRateSettled && rate != 0 && rate != m_setup.uri.baud;
}

void ReaderSession::changeRate()
{
    m_isRateSettled = true;
    const std::optional<Command> command = setRateCommand(m_setup.uri.baud);
    if (!command) {
        askStatus();
        return;
    }
    m_runner->run(*command, [this](const Result<Reply> &reply) {
        // The module confirms at the old rate, then changes.
        if (reply && statusInfo(reply->sw3).reaction == Reaction::GoOn)
            m_transport->setLineRate(m_setup.uri.baud);
        later(rateChangePauseMs, &ReaderSession::askStatus);
    });
}

void ReaderSession::askSamNumber()
{
    m_runner->run(Command::SamNumber, [this](const Result<Reply> &reply) {
        if (!reply) {
            onUnanswered(reply.error());
            return;
        }
        const StatusInfo status = statusInfo(reply->sw3);
        if (status.failure == FailureCode::ReaderModuleFault || status.failure == FailureCode::ReaderNotAuthorised) {
            moduleFault(*status.failure, QString::fromLatin1(status.meaning));
            return;
        }
        // A module that does not tell its number reads cards all the same.
        m_wasSamNumberAsked = true;
        if (status.reaction == Reaction::GoOn)
            m_samNumber = parseSamNumber(reply->data).value_or(QString());
        setState(ReaderPhase::Waiting, Diagnosis::of(FailureCode::ReaderNoCard));
        beginRound();
    });
}

void ReaderSession::onUnanswered(const Error &error)
{
    m_setup.turns->release(this);
    noteRemoval();
    ++m_silences;
    setState(ReaderPhase::Fault, Diagnosis::of(error.code, error.detail));
    const int rates = m_transport->lineRate() == 0 ? 0 : static_cast<int>(lineRates().size()) + 1;
    if (m_silences < qMax(silencesBeforeReopen, rates)) {
        tryNextRate();
        later(m_setup.timing.afterSilence, &ReaderSession::askStatus);
        return;
    }
    dropLine();
    reopenLater();
}

void ReaderSession::tryNextRate()
{
    // A module keeps the rate an earlier program gave it, so a silent one may only be speaking at another.
    if (m_isRateSettled || m_transport->lineRate() == 0 || m_rateIndex >= lineRates().size())
        return;
    if (lineRates()[m_rateIndex] == m_setup.uri.baud)
        ++m_rateIndex;
    if (m_rateIndex < lineRates().size())
        m_transport->setLineRate(lineRates()[m_rateIndex++]);
}

void ReaderSession::moduleFault(FailureCode code, const QString &detail)
{
    m_setup.turns->release(this);
    noteRemoval();
    setState(ReaderPhase::Fault, Diagnosis::of(code, detail));
    if (m_wasResetTried) {
        later(m_setup.timing.idleStatus, &ReaderSession::askStatus);
        return;
    }
    m_wasResetTried = true;
    m_runner->run(Command::ResetSam, [this](const Result<Reply> & /*reply*/) { later(m_setup.timing.afterReset, &ReaderSession::askStatus); });
}

} // namespace yichuang::device
