// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QThread>

namespace yichuang::update {

/**
 * The worker's thread. A folder on a dead share may hold its reader for ever: one that does not end in time is left behind,
 * as the process is ending anyway, or has something better to do.
 */
struct UpdateThread {
    static constexpr int patienceMs = 3000;
    QThread *thread = new QThread;
    ~UpdateThread()
    {
        thread->quit();
        if (thread->wait(patienceMs))
            delete thread;
    }
};

} // namespace yichuang::update
