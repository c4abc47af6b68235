// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/paintprobe.h"

#include <QFile>
#include <QTextStream>

namespace yichuang::bench {

/** Prints "WORD NANOSECONDS" of the steady clock, which is the same for every process of the machine. */
inline void tellMoment(const char *word, PaintProbe::Moment moment)
{
    const auto ns = std::chrono::duration_cast<std::chrono::nanoseconds>(moment.time_since_epoch()).count();
    QTextStream(stdout) << word << ' ' << qint64(ns) << Qt::endl;
}

/** Prints "file PATH" for each mapped file of this process, where the system tells: what a cold start reads from the disk. */
inline void tellFiles()
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    if (!maps.open(QIODevice::ReadOnly))
        return;
    QSet<QByteArray> told;
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype path = line.indexOf('/');
        if (path > 0 && !line.endsWith("(deleted)"))
            told.insert(line.mid(path));
    }
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return;
    for (const QByteArray &path : std::as_const(told))
        out.write("file " + path + '\n');
}

} // namespace yichuang::bench
