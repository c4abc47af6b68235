// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "winport.h"

namespace yichuang::device {

using namespace Qt::StringLiterals;

namespace {

// No flow control: a healthy line takes a frame in milliseconds.
constexpr DWORD longestWriteMs = 3000;

/** COM10 and above open only by this name; it fits all. */
std::wstring deviceName(const QString &name)
{
    return (name.startsWith(u'\\') ? name : u"\\\\.\\"_s + name).toStdWString();
}

DWORD setTimeouts(HANDLE handle)
{
    // Reads have none: they are for as many bytes as must come.
    COMMTIMEOUTS timeouts{};
    timeouts.WriteTotalTimeoutConstant = longestWriteMs;
    return SetCommTimeouts(handle, &timeouts) ? ERROR_SUCCESS : GetLastError();
}

} // namespace

WinPort::~WinPort()
{
    if (m_handle == INVALID_HANDLE_VALUE)
        return;
    readDone.setEnabled(false);
    writeDone.setEnabled(false);
    CancelIoEx(m_handle, nullptr);
    DWORD count = 0;
    if (m_reads)
        GetOverlappedResult(m_handle, &m_read, &count, TRUE);
    if (!m_sending.isEmpty())
        GetOverlappedResult(m_handle, &m_write, &count, TRUE);
    CloseHandle(m_handle);
    CloseHandle(m_read.hEvent);
    CloseHandle(m_write.hEvent);
}

DWORD WinPort::open(const QString &name, int baud)
{
    m_handle = CreateFileW(deviceName(name).c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, nullptr);
    if (m_handle == INVALID_HANDLE_VALUE)
        return GetLastError();
    m_read.hEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    m_write.hEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    if (const DWORD error = setRate(baud); error != ERROR_SUCCESS)
        return error;
    if (const DWORD error = setTimeouts(m_handle); error != ERROR_SUCCESS)
        return error;
    // What an earlier program left in the driver is not an answer to us.
    PurgeComm(m_handle, PURGE_RXCLEAR | PURGE_TXCLEAR);
    readDone.setHandle(m_read.hEvent);
    writeDone.setHandle(m_write.hEvent);
    return startRead() ? ERROR_SUCCESS : GetLastError();
}

DWORD WinPort::setRate(int baud)
{
    DCB state{};
    state.DCBlength = sizeof state;
    if (!GetCommState(m_handle, &state))
        return GetLastError();
    state.BaudRate = static_cast<DWORD>(baud);
    state.ByteSize = 8;
    state.Parity = NOPARITY;
    state.StopBits = ONESTOPBIT;
    state.fBinary = TRUE;
    state.fParity = FALSE;
    state.fOutxCtsFlow = FALSE;
    state.fOutxDsrFlow = FALSE;
    state.fDsrSensitivity = FALSE;
    state.fOutX = FALSE;
    state.fInX = FALSE;
    state.fNull = FALSE;
    state.fAbortOnError = FALSE;
    state.fDtrControl = DTR_CONTROL_ENABLE;
    state.fRtsControl = RTS_CONTROL_ENABLE;
    return SetCommState(m_handle, &state) ? ERROR_SUCCESS : GetLastError();
}

bool WinPort::startRead()
{
    ResetEvent(m_read.hEvent);
    // Done at once or later: the event is set in both cases.
    m_reads = ReadFile(m_handle, &m_first, 1, nullptr, &m_read) || GetLastError() == ERROR_IO_PENDING;
    readDone.setEnabled(m_reads);
    return m_reads;
}

std::optional<QByteArray> WinPort::takeRead()
{
    readDone.setEnabled(false);
    m_reads = false;
    DWORD count = 0;
    if (!GetOverlappedResult(m_handle, &m_read, &count, FALSE))
        return std::nullopt;
    QByteArray bytes(&m_first, static_cast<qsizetype>(count));
    COMSTAT status{};
    if (!ClearCommError(m_handle, nullptr, &status))
        return std::nullopt;
    if (status.cbInQue > 0) {
        QByteArray rest(static_cast<qsizetype>(status.cbInQue), Qt::Uninitialized);
        ResetEvent(m_read.hEvent);
        // They lie in the driver: this waits for nothing.
        const bool done = ReadFile(m_handle, rest.data(), status.cbInQue, nullptr, &m_read) || GetLastError() == ERROR_IO_PENDING;
        if (!done || !GetOverlappedResult(m_handle, &m_read, &count, TRUE))
            return std::nullopt;
        bytes += rest.first(static_cast<qsizetype>(count));
    }
    return bytes;
}

bool WinPort::send(const QByteArray &bytes)
{
    m_waiting += bytes;
    return !m_sending.isEmpty() || startWrite();
}

bool WinPort::startWrite()
{
    m_sending = std::exchange(m_waiting, {});
    if (m_sending.isEmpty())
        return true;
    ResetEvent(m_write.hEvent);
    const bool started = WriteFile(m_handle, m_sending.constData(), static_cast<DWORD>(m_sending.size()), nullptr, &m_write)
        || GetLastError() == ERROR_IO_PENDING;
    if (!started)
        m_sending.clear();
    writeDone.setEnabled(started);
    return started;
}

bool WinPort::takeWritten()
{
    writeDone.setEnabled(false);
    DWORD count = 0;
    const bool written = GetOverlappedResult(m_handle, &m_write, &count, FALSE) && count == static_cast<DWORD>(m_sending.size());
    m_sending.clear();
    return written && startWrite();
}

} // namespace yichuang::device
