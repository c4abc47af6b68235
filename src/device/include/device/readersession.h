// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <device/cardreading.h>
#include <device/frame.h>
#include <device/photodecoder.h>
#include <device/readerstate.h>
#include <device/readerturns.h>
#include <device/sessiontiming.h>
#include <device/transportfactory.h>

#include <QElapsedTimer>
#include <QTimer>

namespace yichuang::device {

class CommandRunner;

/**
 * The life of one reader: open the line, ask the module, poll for a card, select, read, watch it leave, and again
 * (reference 1.8). Never ends by itself: a lost line is opened again, a silent or faulty module is asked again.
 * Lives on the reader's thread (or a test's), owned by ReaderManager.
 */
class ReaderSession : public TurnTaker
{
    Q_OBJECT

public:
    struct Setup {
        ReaderId id = 0;
        ReaderUri uri;
        TransportFactory transports;
        std::shared_ptr<ReaderTurns> turns;
        SessionTiming timing;
        PhotoDecoder photos;
    };

    explicit ReaderSession(Setup setup);
    ~ReaderSession() override;
    Q_DISABLE_COPY_MOVE(ReaderSession)

    /** To be called once, on the thread the session lives on. */
    void start();
    void onTurn() override;
    /** Reads the card that lies there once more; a module that gave it out already says "nothing found" until it is lifted. */
    void readAgain();

Q_SIGNALS:
    void cardRead(yichuang::device::ReaderId reader, const yichuang::device::CardReading &reading);
    /**
     * The card that was read left the reader, as far as the module can tell, or nobody can tell any more that it lies there: the
     * line went away, the module fell silent or is at fault, another reading failed.
     */
    void cardRemoved(yichuang::device::ReaderId reader);
    void stateChanged(const yichuang::device::ReaderState &state);

private:
    using Step = void (ReaderSession::*)();

    // The line: readersession.cpp
    void openLine();
    void onOpened();
    void onLineFailed(const domain::Error &error);
    void onLineClosed();
    void dropLine();
    void reopenLater();
    void later(int ms, Step step);
    void setState(ReaderPhase phase, const Diagnosis &diagnosis);

    // The module: readersession_module.cpp
    void askStatus();
    void onStatus(const domain::Result<Reply> &reply);
    [[nodiscard]] bool needsRateChange() const;
    void changeRate();
    void askSamNumber();
    void onUnanswered(const domain::Error &error);
    void tryNextRate();
    void moduleFault(domain::FailureCode code, const QString &detail);

    // The card: readersession_card.cpp
    void beginRound();
    void endRound();
    void findCard();
    void onFound(const domain::Result<Reply> &reply);
    void onNothingFound();
    void readSelected();
    void checkStillThere();
    void selectCard();
    void readCard();
    void onBaseData(const domain::Result<Reply> &reply);
    void onAddresses(const domain::Result<Reply> &reply);
    void report();
    void noteRemoval();
    void cardProblem(domain::FailureCode code, const QString &detail);
    void onBadReply(const domain::Result<Reply> &reply);

    Setup m_setup;
    ReaderState m_state;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<CommandRunner> m_runner;
    QTimer m_timer;
    Step m_step = nullptr;
    int m_reopenWait;
    int m_silences = 0;
    std::size_t m_rateIndex = 0;
    bool m_isRateSettled = false;
    bool m_wasSamNumberAsked = false;
    QString m_samNumber;
    bool m_wasResetTried = false;
    bool m_doesCardLie = false;
    bool m_canProbe = true;
    int m_owedReads = 0;
    bool m_isReadAsked = false; ///< by the clerk: the next round reads what the module holds, found or not
    int m_rejections = 0;
    QElapsedTimer m_sinceStatus;
    QElapsedTimer m_sinceProblem;
    QElapsedTimer m_sinceFound;
    CardReading m_reading;
};

} // namespace yichuang::device
