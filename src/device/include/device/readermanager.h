// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <device/cardreading.h>
#include <device/readerstate.h>
#include <device/sessiontiming.h>
#include <device/transportfactory.h>

#include <QObject>
#include <map>

namespace yichuang::device {

class ReaderTurns;

/**
 * All ID-card readers of this desk. Lives on the main thread, owned by app; each reader has a thread of its own, and
 * they take turns at polling. All signals come on the main thread. The destructor ends the threads and waits for them.
 */
class ReaderManager : public QObject
{
    Q_OBJECT

public:
    struct Options {
        DemoDeviceFactory demo;     ///< behind "demo:"; called on the reader's thread
        QString photoDecoderPath;   ///< empty: photos stay undecoded
        SessionTiming timing;
        TransportFactory transports; ///< empty: makeTransport; tests put theirs in
    };

    explicit ReaderManager(Options options = {}, QObject *parent = nullptr);
    ~ReaderManager() override;
    Q_DISABLE_COPY_MOVE(ReaderManager)

    /** Starts a reader; its states follow as signals. Error: RDR-017 for a text that is no reader. */
    [[nodiscard]] domain::Result<ReaderId> addReader(const QString &uri);
    /** Ends the reader's thread; harmless for an unknown id. */
    void removeReader(ReaderId reader);
    /** Asks a reader to read the card that lies on it once more; harmless for an unknown id. */
    void readAgain(ReaderId reader);
    /** The latest state of every reader, in the order they were added. */
    [[nodiscard]] QList<ReaderState> readers() const;

    /** The reader the clerk works with: the one set, else the last that read a card, else the first; 0 without readers. */
    [[nodiscard]] ReaderId preferredReader() const;
    /** Makes this the reader the clerk works with: it is polled before the others. */
    void setPreferredReader(ReaderId reader);

Q_SIGNALS:
    void cardRead(yichuang::device::ReaderId reader, const yichuang::device::CardReading &reading);
    /** As the session tells it, and when the reader of a card that was read is removed. */
    void cardRemoved(yichuang::device::ReaderId reader);
    void stateChanged(yichuang::device::ReaderId reader, const yichuang::device::ReaderState &state);

private:
    struct Reader;

    void onCardRead(ReaderId reader, const CardReading &reading);
    void onCardRemoved(ReaderId reader);
    void onStateChanged(const ReaderState &state);
    void end(Reader &reader);

    Options m_options;
    std::shared_ptr<ReaderTurns> m_turns;
    std::map<ReaderId, std::unique_ptr<Reader>> m_readers;
    ReaderId m_lastId = 0;
    ReaderId m_chosen = 0;
    ReaderId m_lastRead = 0;
};

} // namespace yichuang::device
