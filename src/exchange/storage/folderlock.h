// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

namespace yichuang::exchange {

/**
 * One program at a time serves from a data folder, or replaces the database in it. The system lets go of the lock when
 * the process ends in whatever way, so that none is ever left behind.
 */
class FolderLock
{
public:
    FolderLock() = default;
    ~FolderLock();
    Q_DISABLE_COPY_MOVE(FolderLock)

    /** Takes the lock without waiting. SVC-013 when another process has it, or the folder cannot be written. */
    [[nodiscard]] domain::Result<void> take(const QString &folder);

private:
    qintptr m_handle = -1;
};

} // namespace yichuang::exchange
