// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace yichuang::domain {

/**
 * How long a login is locked after so many wrong passwords in a row, in ms; 0: not yet. From the fifth on 30 s, twice as long
 * after each further one, at most 15 min. The exchange's rule, and a desk's while the exchange is away.
 */
[[nodiscard]] qint64 signInLockMs(int failures);

} // namespace yichuang::domain
