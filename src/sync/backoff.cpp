// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <sync/backoff.h>

#include <algorithm>

namespace yichuang::sync {

BackOff::BackOff(int firstMs, int mostMs)
    : m_firstMs(std::max(1, firstMs))
    , m_mostMs(std::max(m_firstMs, mostMs))
{
}

int BackOff::pauseMs(int failures, double spread) const
{
    const int doublings = std::clamp(failures - 1, 0, 20);
    const qint64 step = std::min<qint64>(m_mostMs, qint64(m_firstMs) << doublings);
    return int(double(step) * (0.75 + 0.5 * std::clamp(spread, 0.0, 1.0)));
}

} // namespace yichuang::sync
