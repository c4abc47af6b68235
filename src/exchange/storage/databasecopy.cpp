// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "backup.h"
#include "database.h"
#include "durablefile.h"

#include <QFile>

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

/** Nobody else reads a copy of people's data: the file has its permissions before it has content. */
domain::Result<void> makeEmptyFile(const QString &path)
{
    QFile::remove(path);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return domain::failure(FailureCode::StorageUnavailable, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace

domain::Result<void> Database::copyTo(const QString &target)
{
    const QString part = target + u".part"_s;
    if (const auto made = makeEmptyFile(part); !made)
        return made;
    const auto step = [&part](domain::Result<void> done) {
        if (!done)
            QFile::remove(part);
        return done;
    };
    if (const auto copied = step(plain(m_dialect->copyStatement(part))); !copied)
        return copied;
    if (const auto checked = checkBackup(part); !checked)
        return step(domain::failure(FailureCode::StorageUnavailable, checked.error().detail));
    if (const auto flushed = step(flushFile(part)); !flushed)
        return flushed;
    return step(replaceFile(part, target));
}

} // namespace yichuang::exchange
