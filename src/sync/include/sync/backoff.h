// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace yichuang::sync {

/** Growing pauses between tries: doubled each time, spread by a quarter so that a hall does not knock in step. */
class BackOff
{
public:
    /** @param firstMs first pause, 1 or more; @param mostMs longest pause, at least firstMs. */
    BackOff(int firstMs, int mostMs);
    /** The pause after the n-th failure in a row (n from 1), in ms, within 75 % to 125 % of its step; `spread` 0 … 1. */
    [[nodiscard]] int pauseMs(int failures, double spread) const;

private:
    int m_firstMs;
    int m_mostMs;
};

} // namespace yichuang::sync
