// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/readersession.h>

#include "commandrunner.h"

#include <device/replydata.h>
#include <device/status.h>
#include <device/wipe.h>

namespace yichuang::device {

using namespace Qt::StringLiterals;
using domain::FailureCode;
using domain::Result;

namespace {
constexpr quint8 samRejectsCard = 0x32;
// One rejection is mostly a card that lay badly; the second one is worth a warning.
constexpr int rejectionsBeforeWarning = 2;
constexpr int repeatedReads = 2;
} // namespace

void ReaderSession::beginRound()
{
    m_setup.turns->request(this);
}

void ReaderSession::onTurn()
{
    // A grant that was on its way when the line was dropped starts no round.
    if (m_setup.turns->claim(this))
        findCard();
}

void ReaderSession::readAgain()
{
    m_isReadAsked = true;
}

void ReaderSession::endRound()
{
    m_setup.turns->release(this);
    const bool isStatusDue = !m_doesCardLie && m_sinceStatus.hasExpired(m_setup.timing.idleStatus);
    later(m_setup.timing.poll, isStatusDue ? &ReaderSession::askStatus : &ReaderSession::beginRound);
}

void ReaderSession::findCard()
{
    m_runner->run(Command::FindCard, [this](const Result<Reply> &reply) { onFound(reply); });
}

void ReaderSession::onFound(const Result<Reply> &reply)
{
    if (reply && reply->sw3 == commandInfo(Command::FindCard).success) {
        m_isReadAsked = false;
        m_sinceFound.start();
        noteRemoval();
        setState(ReaderPhase::Reading, Diagnosis::of(FailureCode::ReaderNoCard, u"reading"_s));
        selectCard();
        return;
    }
    if (reply && statusInfo(reply->sw3).reaction == Reaction::NoCard) {
        m_silences = 0;
        onNothingFound();
        return;
    }
    onBadReply(reply);
}

void ReaderSession::onNothingFound()
{
    // The module took the card for read, but its answer was lost on the line: it still answers a repeated reading.
    if (m_owedReads > 0) {
        --m_owedReads;
        m_runner->run(Command::ReadBase, [this](const Result<Reply> &reply) { onBaseData(reply); });
        return;
    }
    if (std::exchange(m_isReadAsked, false)) {
        readSelected();
        return;
    }
    // The module says "nothing found" for an empty reader and for a card that it has read already.
    if (m_doesCardLie && m_canProbe) {
        checkStillThere();
        return;
    }
    const bool isProblemFresh = m_sinceProblem.isValid() && !m_sinceProblem.hasExpired(m_setup.timing.holdCardProblem);
    if (!m_doesCardLie && !isProblemFresh)
        setState(ReaderPhase::Waiting, Diagnosis::of(FailureCode::ReaderNoCard));
    endRound();
}

void ReaderSession::readSelected()
{
    // Also after a start: the module keeps the card that an earlier program had selected.
    m_sinceFound.start();
    m_runner->run(Command::ReadBase, [this](const Result<Reply> &reply) {
        if (!reply || statusInfo(reply->sw3).reaction == Reaction::Fault) {
            onBadReply(reply);
        } else if (reply->sw3 == commandInfo(Command::ReadBase).success) {
            onBaseData(reply);
        } else if (m_doesCardLie && m_canProbe) {
            checkStillThere();
        } else {
            // Nothing lies there, or this module gives a card out once only: lifting it helps in both cases.
            endRound();
        }
    });
}

void ReaderSession::checkStillThere()
{
    // The shortest question that only a selected card can answer.
    m_runner->run(Command::ReadAppendedAddress, [this](const Result<Reply> &reply) {
        if (!reply) {
            onBadReply(reply);
            return;
        }
        const StatusInfo status = statusInfo(reply->sw3);
        if (status.failure == FailureCode::ReaderCommand) {
            // This module does not take the question here; the next card found will tell that this one left.
            m_canProbe = false;
        } else if (status.reaction == Reaction::Fault) {
            onBadReply(reply);
            return;
        } else if (status.reaction != Reaction::GoOn && status.reaction != Reaction::Empty) {
            noteRemoval();
            setState(ReaderPhase::Waiting, Diagnosis::of(FailureCode::ReaderNoCard));
        }
        endRound();
    });
}

void ReaderSession::selectCard()
{
    m_runner->run(Command::SelectCard, [this](const Result<Reply> &reply) {
        if (reply && reply->sw3 == commandInfo(Command::SelectCard).success)
            readCard();
        else
            onBadReply(reply);
    });
}

void ReaderSession::readCard()
{
    m_owedReads = repeatedReads;
    m_runner->run(Command::ReadBase, [this](const Result<Reply> &reply) { onBaseData(reply); });
}

void ReaderSession::onBaseData(const Result<Reply> &reply)
{
    if (reply)
        m_owedReads = 0;
    if (!reply || reply->sw3 != commandInfo(Command::ReadBase).success) {
        onBadReply(reply);
        return;
    }
    Result<BaseData> data = parseBaseData(reply->data, BaseLayout::TextAndPhoto);
    if (!data) {
        cardProblem(data.error().code, data.error().detail);
        return;
    }
    const Result<domain::IdCard> card = domain::IdCard::fromTextBlock(data->text);
    wipe(data->text);
    if (!card) {
        cardProblem(card.error().code, card.error().detail);
        return;
    }
    m_reading.card = *card;
    m_reading.photo = data->photo;
    m_reading.samNumber = m_samNumber;
    m_reading.lastByteMonotonicNs = m_runner->lastByteMonotonicNs();
    m_runner->run(Command::ReadAppendedAddress, [this](const Result<Reply> &addresses) { onAddresses(addresses); });
}

void ReaderSession::onAddresses(const Result<Reply> &reply)
{
    m_reading.addressesComplete = false;
    if (reply) {
        m_reading.lastByteMonotonicNs = m_runner->lastByteMonotonicNs();
        const Reaction reaction = statusInfo(reply->sw3).reaction;
        const Result<QStringList> addresses = parseAppendedAddresses(reply->data);
        m_reading.addressesComplete = reaction == Reaction::Empty || (reaction == Reaction::GoOn && addresses);
        if (reaction == Reaction::GoOn && addresses)
            m_reading.appendedAddresses = *addresses;
    }
    report();
}

void ReaderSession::report()
{
    m_reading.elapsedMs = static_cast<int>(m_sinceFound.elapsed());
    m_reading.photoBgr = m_setup.photos.decode(m_reading.photo);
    m_doesCardLie = true;
    m_rejections = 0;
    m_silences = 0;
    m_sinceProblem.invalidate();
    setState(ReaderPhase::CardRead, Diagnosis::ready());
    Q_EMIT cardRead(m_setup.id, m_reading);
    m_reading.wipe();
    endRound();
}

void ReaderSession::noteRemoval()
{
    if (!m_doesCardLie)
        return;
    m_doesCardLie = false;
    Q_EMIT cardRemoved(m_setup.id);
}

void ReaderSession::cardProblem(FailureCode code, const QString &detail)
{
    m_reading.wipe();
    noteRemoval();
    m_sinceProblem.start();
    setState(ReaderPhase::Waiting, Diagnosis::of(code, detail));
    endRound();
}

void ReaderSession::onBadReply(const Result<Reply> &reply)
{
    if (!reply) {
        if (reply.error().code == FailureCode::ReaderTimeout)
            onUnanswered(reply.error());
        else
            cardProblem(reply.error().code, reply.error().detail);
        return;
    }
    const StatusInfo status = statusInfo(reply->sw3);
    const QString meaning = QString::fromLatin1(status.meaning);
    switch (status.reaction) {
    case Reaction::Fault:
    case Reaction::Port:
        moduleFault(status.failure.value_or(FailureCode::ReaderModuleFault), meaning);
        return;
    case Reaction::AskAgain:
        if (status.status == samRejectsCard && ++m_rejections >= rejectionsBeforeWarning) {
            cardProblem(FailureCode::ReaderCardNotGenuine, meaning);
            return;
        }
        break;
    case Reaction::NoCard:
        // In the middle of a reading "no card" means that it was taken away.
        cardProblem(FailureCode::ReaderCardMoved, meaning);
        return;
    case Reaction::GoOn:
    case Reaction::Empty:
        cardProblem(FailureCode::ReaderReplyInvalid, u"status %1 does not belong here"_s.arg(status.status, 2, 16, '0'_L1));
        return;
    case Reaction::Resend:
    case Reaction::FindAgain:
    case Reaction::TellClerk:
        break;
    }
    cardProblem(status.failure.value_or(FailureCode::ReaderReplyInvalid), meaning);
}

} // namespace yichuang::device
