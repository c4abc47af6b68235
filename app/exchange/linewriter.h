// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <cstdio>
#include <mutex>

namespace yichuang::app {

/**
 * Writes lines to a stream that somebody may have stopped reading. No thread of the exchange ever waits for a reader: a line
 * that does not go at once is left out, and how many were is said by the next one that goes. For any thread.
 */
class LineWriter
{
public:
    explicit LineWriter(std::FILE *where)
        : m_where(where)
    {
    }
    /** @param line without its end; at most longestBytes of it are written. */
    void write(const QByteArray &line);
    /** What a pipe takes whole or not at all. */
    static constexpr qsizetype longestBytes = 4000;

private:
    std::mutex m_mutex;
    std::FILE *m_where;
    qint64 m_leftOut = 0;
};

} // namespace yichuang::app
