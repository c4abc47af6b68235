// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "endsignals.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#endif

namespace yichuang::app {

#ifdef Q_OS_UNIX

namespace {

constexpr int ending[] = {SIGTERM, SIGINT, SIGHUP};
int ends[2] = {-1, -1}; // written in the handler, read in the event loop

void onEndSignal(int)
{
    const int before = errno;
    const char one = 1;
    [[maybe_unused]] const auto written = ::write(ends[0], &one, 1);
    errno = before;
}

void handle(void (*handler)(int))
{
    for (const int signal : ending) {
        struct sigaction action = {};
        action.sa_handler = handler;
        sigemptyset(&action.sa_mask);
        action.sa_flags = SA_RESTART | (handler == SIG_DFL ? 0 : int(SA_RESETHAND));
        sigaction(signal, &action, nullptr);
    }
}

} // namespace

EndSignals::EndSignals(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
        return;
    m_notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char one = 0;
        if (::read(ends[1], &one, 1) == 1)
            Q_EMIT asked();
    });
    handle(onEndSignal);
}

EndSignals::~EndSignals()
{
    if (!m_notifier)
        return;
    handle(SIG_DFL);
    delete std::exchange(m_notifier, nullptr);
    for (int &end : ends)
        ::close(std::exchange(end, -1));
}

#else

EndSignals::EndSignals(QObject *parent)
    : QObject(parent)
{
}

EndSignals::~EndSignals() = default;

#endif

} // namespace yichuang::app
