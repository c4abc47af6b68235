// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "durablefile.h"

#include <QFile>
#include <QFileInfo>
#include <filesystem>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace yichuang::exchange {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<domain::Error> failed(const QString &file, const QString &why)
{
    return domain::failure(domain::FailureCode::StorageUnavailable, u"%1: %2"_s.arg(file, why));
}

std::filesystem::path pathOf(const QString &file)
{
    return std::filesystem::path(file.toStdU16String());
}

/** A new name is on the disk when its folder is; Windows has no such step. */
domain::Result<void> flushFolderOf(const QString &file)
{
#ifndef Q_OS_WIN
    const QByteArray folder = QFile::encodeName(QFileInfo(file).absolutePath());
    const int handle = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool flushed = handle >= 0 && ::fsync(handle) == 0;
    const QString why = qt_error_string();
    if (handle >= 0)
        ::close(handle);
    if (!flushed)
        return failed(file, why);
#else
    Q_UNUSED(file);
#endif
    return {};
}

} // namespace

domain::Result<void> flushFile(const QString &file)
{
    QFile open(file);
    if (!open.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return failed(file, open.errorString());
#ifdef Q_OS_WIN
    const bool flushed = _commit(open.handle()) == 0;
#else
    const bool flushed = ::fsync(open.handle()) == 0;
#endif
    return flushed ? domain::Result<void>() : failed(file, qt_error_string());
}

domain::Result<void> linkFile(const QString &file, const QString &name)
{
    std::error_code error;
    std::filesystem::create_hard_link(pathOf(file), pathOf(name), error);
    if (error)
        return failed(name, QString::fromLocal8Bit(error.message().c_str()));
    return flushFolderOf(name);
}

domain::Result<void> replaceFile(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(pathOf(from), pathOf(to), error);
    if (error)
        return failed(to, QString::fromLocal8Bit(error.message().c_str()));
    return flushFolderOf(to);
}

} // namespace yichuang::exchange
