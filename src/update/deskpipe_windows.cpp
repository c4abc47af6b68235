// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "deskpipe.h"

#include <QTimer>
#include <QWinEventNotifier>
#include <vector>
// In this order: the other wants what the first one defines.
#include <qt_windows.h>
#include <sddl.h>

namespace yichuang::update {

using namespace Qt::StringLiterals;

namespace {

/** What a desktop opens the pipe for; "write" as Windows means it would include making pipes of the same name. */
constexpr DWORD speaking = FILE_GENERIC_READ | FILE_WRITE_DATA;
static_assert(speaking == 0x12008b && (speaking & FILE_CREATE_PIPE_INSTANCE) == 0);
/** Nobody who comes over the network; all to the system and administrators; `speaking` to who works at this machine. */
constexpr wchar_t rights[] = L"D:P(D;;FA;;;NU)(A;;FA;;;SY)(A;;FA;;;BA)(A;;0x12008b;;;IU)";
/** So many desktops may come at once. */
constexpr int mostWaiting = 4;
constexpr DWORD bufferBytes = 256;
/** Between two knocks where all are taken for the moment. */
constexpr int busyMs = 50;

std::wstring pipePath(const QString &address)
{
    return (uR"(\\.\pipe\)"_s + address).toStdWString();
}

/** One end that waits for a desktop. What Windows writes into stays where it is until that has ended. */
class PipeEnd
{
public:
    Q_DISABLE_COPY_MOVE(PipeEnd)
    explicit PipeEnd(HANDLE pipe)
        : m_pipe(pipe)
        , m_event(CreateEventW(nullptr, TRUE, FALSE, nullptr))
        , notifier(m_event)
    {
        m_overlapped.hEvent = m_event;
        if (ConnectNamedPipe(m_pipe, &m_overlapped) || GetLastError() == ERROR_IO_PENDING)
            return;
        m_isPending = false;
        // There already, or gone already: both are seen when the event is looked at.
        SetEvent(m_event);
    }
    ~PipeEnd()
    {
        notifier.setEnabled(false);
        if (m_pipe != INVALID_HANDLE_VALUE) {
            DWORD none = 0;
            if (m_isPending && CancelIoEx(m_pipe, &m_overlapped))
                GetOverlappedResult(m_pipe, &m_overlapped, &none, TRUE);
            CloseHandle(m_pipe);
        }
        CloseHandle(m_event);
    }
    /** The end with a desktop at the other; the caller's from now on. */
    [[nodiscard]] HANDLE take()
    {
        DWORD none = 0;
        if (m_isPending)
            GetOverlappedResult(m_pipe, &m_overlapped, &none, TRUE);
        return std::exchange(m_pipe, INVALID_HANDLE_VALUE);
    }

private:
    HANDLE m_pipe;
    HANDLE m_event;
    OVERLAPPED m_overlapped{};
    bool m_isPending = true;

public:
    QWinEventNotifier notifier; ///< of the event, which is made before it
};

class WindowsPipe : public DeskPipe
{
public:
    ~WindowsPipe() override { LocalFree(m_rights.lpSecurityDescriptor); }
    [[nodiscard]] domain::Result<void> listen(const QString &address) override
    {
        m_path = pipePath(address);
        m_rights.nLength = sizeof m_rights;
        const bool hasRights = m_rights.lpSecurityDescriptor
            || ConvertStringSecurityDescriptorToSecurityDescriptorW(rights, SDDL_REVISION_1, &m_rights.lpSecurityDescriptor, nullptr);
        if (!hasRights || !offer(FILE_FLAG_FIRST_PIPE_INSTANCE))
            return domain::failure(domain::FailureCode::UpdateNotWritable, u"the pipe cannot be made (%1)"_s.arg(GetLastError()), true);
        while (int(m_waiting.size()) < mostWaiting && offer(0)) {
        }
        return {};
    }
    [[nodiscard]] bool isListening() const override { return !m_waiting.empty(); }

private:
    bool offer(DWORD how)
    {
        HANDLE pipe = CreateNamedPipeW(m_path.c_str(), PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED | how,
                                       PIPE_TYPE_BYTE | PIPE_READMODE_BYTE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS, PIPE_UNLIMITED_INSTANCES,
                                       bufferBytes, bufferBytes, 0, &m_rights);
        if (pipe == INVALID_HANDLE_VALUE)
            return false;
        auto waiting = std::make_unique<PipeEnd>(pipe);
        connect(&waiting->notifier, &QWinEventNotifier::activated, this, [this, one = waiting.get()] { onCome(one); });
        m_waiting.push_back(std::move(waiting));
        return true;
    }

    void onCome(PipeEnd *one)
    {
        one->notifier.setEnabled(false);
        // The next one first: the name is never free.
        offer(0);
        auto *socket = new QLocalSocket(this);
        socket->setSocketDescriptor(qintptr(one->take()), QLocalSocket::ConnectedState, QIODevice::ReadWrite);
        // Not inside its own notifier's call.
        QTimer::singleShot(0, this, [this, one] { std::erase_if(m_waiting, [one](const auto &other) { return other.get() == one; }); });
        Q_EMIT connected(socket);
    }

    std::wstring m_path;
    SECURITY_ATTRIBUTES m_rights{};
    std::vector<std::unique_ptr<PipeEnd>> m_waiting;
};

void knock(QLocalSocket *socket, const QString &address)
{
    // Who listens learns who this is, and cannot act as they.
    HANDLE pipe = CreateFileW(pipePath(address).c_str(), speaking, 0, nullptr, OPEN_EXISTING, FILE_FLAG_OVERLAPPED | SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION, nullptr);
    if (pipe != INVALID_HANDLE_VALUE) {
        socket->setSocketDescriptor(qintptr(pipe), QLocalSocket::ConnectedState, QIODevice::ReadWrite);
        Q_EMIT socket->connected();
    } else if (GetLastError() == ERROR_PIPE_BUSY) {
        QTimer::singleShot(busyMs, socket, [socket, address] { knock(socket, address); });
    } else {
        Q_EMIT socket->errorOccurred(QLocalSocket::ServerNotFoundError);
    }
}

} // namespace

std::unique_ptr<DeskPipe> DeskPipe::make()
{
    return std::make_unique<WindowsPipe>();
}

void connectToService(QLocalSocket *socket, const QString &address)
{
    QTimer::singleShot(0, socket, [socket, address] { knock(socket, address); });
}

} // namespace yichuang::update
