// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "commandinput.h"

#include <QSocketNotifier>
#include <array>

#ifdef Q_OS_UNIX
#include <unistd.h>
#else
#include <iostream>
#include <string>
#include <thread>
#endif

namespace yichuang::app {

namespace {
constexpr qsizetype longestLine = 4096;
} // namespace

#ifdef Q_OS_UNIX

void CommandInput::start()
{
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        std::array<char, 1024> buffer{};
        const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (count <= 0) {
            notifier->setEnabled(false);
            return;
        }
        m_rest.append(buffer.data(), count);
        onReadable();
    });
}

#else

void CommandInput::start()
{
    // A console cannot be waited for together with other events; the thread ends with the program.
    std::thread([this] {
        std::string line;
        while (std::getline(std::cin, line)) {
            QMetaObject::invokeMethod(this, [this, text = QString::fromStdString(line)] { Q_EMIT lineRead(text); });
        }
    }).detach();
}

#endif

void CommandInput::onReadable()
{
    qsizetype end = m_rest.indexOf('\n');
    while (end >= 0) {
        const QString line = QString::fromUtf8(m_rest.first(end)).trimmed();
        m_rest.remove(0, end + 1);
        if (!line.isEmpty())
            Q_EMIT lineRead(line);
        end = m_rest.indexOf('\n');
    }
    if (m_rest.size() > longestLine)
        m_rest.clear();
}

} // namespace yichuang::app
