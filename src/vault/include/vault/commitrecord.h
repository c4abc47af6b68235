// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>

namespace yichuang::vault {

/**
 * How many commits a store has had at least, in a small file beside it ("<store>.commits"). SQLite cuts a damaged journal
 * where the damage begins and says nothing; a store that counts fewer commits than stand here has lost some. The file is
 * written without waiting for the disk, after the commit is on it, so it never says too much. Lives on one thread.
 */
class CommitRecord
{
public:
    explicit CommitRecord(const QString &store);
    /** What the file says; 0: nothing. */
    [[nodiscard]] qint64 known() const { return m_known; }
    /** Notes a higher number; a lower one never takes its place. */
    void note(qint64 commits);

private:
    QFile m_file;
    qint64 m_known = 0;
};

} // namespace yichuang::vault
