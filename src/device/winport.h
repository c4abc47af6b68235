// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QWinEventNotifier>
#include <memory>
#include <optional>
#include <qt_windows.h>

namespace yichuang::device {

/**
 * An open serial port with one read always under way and one write at most; the events of both are watched by the thread's
 * event loop. Closing cancels what is under way and waits for it, so that no buffer outlives its use.
 */
class WinPort
{
public:
    ~WinPort();
    WinPort() = default;
    Q_DISABLE_COPY_MOVE(WinPort)

    /** The system's error when the port cannot be opened or set; 0 when it is open. */
    DWORD open(const QString &name, int baud);
    [[nodiscard]] DWORD setRate(int baud);

    /** Asks for the next byte; false when the port is gone. */
    bool startRead();
    /** That byte and all that came with it; nothing when the port is gone. */
    std::optional<QByteArray> takeRead();

    /** Sends at once, or after what is being sent; false when the port is gone. */
    bool send(const QByteArray &bytes);
    /** Ends the write that was under way and starts the next. */
    bool takeWritten();

    QWinEventNotifier readDone;
    QWinEventNotifier writeDone;

private:
    bool startWrite();

    HANDLE m_handle = INVALID_HANDLE_VALUE;
    OVERLAPPED m_read{};
    OVERLAPPED m_write{};
    char m_first = 0; // where the read under way puts the byte it waits for
    QByteArray m_sending;
    QByteArray m_waiting;
    bool m_reads = false;
};

} // namespace yichuang::device
