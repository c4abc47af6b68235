// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "folderlock.h"

#include <QDir>
#include <QFile>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

QString lockFile(const QString &folder)
{
    return QDir(folder).filePath(u"exchange.lock"_s);
}

tl::unexpected<domain::Error> inUse()
{
    return domain::failure(FailureCode::StorageUnavailable, u"another exchange is running on this data folder; stop it first"_s);
}

} // namespace

#ifdef Q_OS_WIN

FolderLock::~FolderLock()
{
    if (m_handle != -1)
        CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

domain::Result<void> FolderLock::take(const QString &folder)
{
    const std::wstring path = QDir::toNativeSeparators(lockFile(folder)).toStdWString();
    const HANDLE file = CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE && GetLastError() == ERROR_SHARING_VIOLATION)
        return inUse();
    if (file == INVALID_HANDLE_VALUE)
        return domain::failure(FailureCode::StorageUnavailable, qt_error_string());
    m_handle = reinterpret_cast<qintptr>(file);
    return {};
}

#else

FolderLock::~FolderLock()
{
    if (m_handle != -1)
        ::close(static_cast<int>(m_handle));
}

domain::Result<void> FolderLock::take(const QString &folder)
{
    const int file = ::open(QFile::encodeName(lockFile(folder)).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return domain::failure(FailureCode::StorageUnavailable, qt_error_string(errno));
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return inUse();
    }
    m_handle = file;
    return {};
}

#endif

} // namespace yichuang::exchange
