// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMutex>
#include <QSet>

struct sqlite3;

namespace yichuang::vault {

class CipherResult;

/** What a driver and its results share: the connection, and the results to finalize before it closes. */
struct CipherHandle {
    sqlite3 *db = nullptr;
    /** Guards `db` against being closed while another thread interrupts it; results do not take it. */
    QMutex mutex;
    QSet<CipherResult *> results;
    /** The first extended code that said the file is damaged; later errors of this connection mislead. 0: none. */
    int damage = 0;
    /** Pages of the write-ahead journal after the last commit of this connection. */
    int journalPages = 0;
    int busyMs = 0;
};

} // namespace yichuang::vault
