// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <domain/signinlock.h>

namespace yichuang::domain {

qint64 signInLockMs(int failures)
{
    constexpr int failuresBeforeLock = 5;
    constexpr qint64 firstLockMs = 30 * 1000;
    constexpr qint64 longestLockMs = 15 * 60 * 1000;
    if (failures < failuresBeforeLock)
        return 0;
    return std::min(firstLockMs << std::min(failures - failuresBeforeLock, 10), longestLockMs);
}

} // namespace yichuang::domain
