// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/case.h>
#include <random>

namespace yichuang::bench {

/** One case of the queue as its list and search see it: no forms and no materials. */
struct QueueCase {
    domain::Case onCase;
    QString event;     ///< the life event's name, empty for a single item
    int waiting = 0;   ///< commands that the exchange does not have yet
};

/**
 * The cases of a hall over a thousand working days, oldest first, always the same ones. Names as unevenly spread as real
 * ones; most cases are ended, the newest are on their way. People have division codes beginning 99.
 */
class QueueCases
{
public:
    explicit QueueCases(int count) : m_count(count) {}
    [[nodiscard]] QueueCase next();

private:
    [[nodiscard]] QString personName();
    [[nodiscard]] QString personNumber();
    void addParts(QueueCase &made);
    void settle(QueueCase &made);
    [[nodiscard]] int below(int limit) { return int(m_random() % std::uint64_t(limit)); }

    int m_count;
    int m_made = 0;
    std::mt19937_64 m_random{20261123};
};

} // namespace yichuang::bench
