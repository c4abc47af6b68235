// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/paintprobe.h"

#include <QTextStream>

namespace yichuang::bench {

/** Prints "WORD NANOSECONDS" of the steady clock, which is the same for every process of the machine. */
inline void tellMoment(const char *word, PaintProbe::Moment moment)
{
    const auto ns = std::chrono::duration_cast<std::chrono::nanoseconds>(moment.time_since_epoch()).count();
    QTextStream(stdout) << word << ' ' << qint64(ns) << Qt::endl;
}

} // namespace yichuang::bench
