// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "linewriter.h"

#ifndef Q_OS_WIN
#include <poll.h>
#endif

namespace yichuang::app {

namespace {

/** There is room for a line, or whoever would read it is gone for good, which is told by the write itself. */
bool hasRoom(std::FILE *where)
{
#ifdef Q_OS_WIN
    return where;
#else
    pollfd asked{fileno(where), POLLOUT, 0};
    return poll(&asked, 1, 0) != 0;
#endif
}

} // namespace

void LineWriter::write(const QByteArray &line)
{
    const std::lock_guard lock(m_mutex);
    if (!hasRoom(m_where)) {
        ++m_leftOut;
        return;
    }
    QByteArray bytes = line.left(longestBytes) + '\n';
    if (m_leftOut > 0)
        bytes.prepend("left out: " + QByteArray::number(m_leftOut) + " lines\n");
    m_leftOut = 0;
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), m_where);
    std::fflush(m_where);
}

} // namespace yichuang::app
