// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "storeremoval.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTextStream>
#ifdef Q_OS_WIN
#include <QSettings>
#include <array>
#include <qt_windows.h>
#include <shlobj.h>
#endif

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

/** QStandardPaths::AppLocalDataLocation of a home, by the names that main() gives the application. */
constexpr QStringView placeInHome = u"/AppData/Local/Yichuang/yichuang";

bool isLink(const QFileInfo &entry)
{
    return entry.isSymLink() || entry.isJunction();
}

bool removeLink(const QFileInfo &entry)
{
    // Windows has links that are folders.
    return QFile::remove(entry.filePath()) || QDir().rmdir(entry.filePath());
}

void removeTree(const QString &folder, QStringList &left)
{
    const QFileInfoList entries = QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        if (isLink(entry)) {
            if (!removeLink(entry))
                left << entry.filePath();
        } else if (entry.isDir()) {
            removeTree(entry.filePath(), left);
        } else if (!QFile::remove(entry.filePath())) {
            left << entry.filePath();
        }
    }
    if (!QDir().rmdir(folder))
        left << folder;
}

/** Whether a part of the way to the folder leads elsewhere. */
bool isDetour(const QString &home, const QString &folder)
{
    for (QString part = folder; part.size() > home.size(); part = QFileInfo(part).path()) {
        if (isLink(QFileInfo(part)))
            return true;
    }
    return false;
}

} // namespace

QStringList removeStores(const QStringList &homes)
{
    QStringList left;
    for (const QString &home : homes) {
        const QString folder = home + placeInHome.toString();
        if (!QFileInfo(folder).isDir())
            continue;
        if (isDetour(home, folder))
            left << folder;
        else
            removeTree(folder, left);
    }
    return left;
}

#ifdef Q_OS_WIN

QStringList homesOfWindows()
{
    QStringList homes;
    QSettings list(u"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList"_s, QSettings::NativeFormat);
    const QStringList users = list.childGroups();
    for (const QString &user : users) {
        const std::wstring path = list.value(user + u"/ProfileImagePath"_s).toString().toStdWString();
        std::array<wchar_t, 1024> expanded{};
        const DWORD size = ExpandEnvironmentStringsW(path.c_str(), expanded.data(), static_cast<DWORD>(expanded.size()));
        if (size > 1 && size <= expanded.size())
            homes << QDir::fromNativeSeparators(QString::fromWCharArray(expanded.data()));
    }
    homes.removeDuplicates();
    return homes;
}

int removeStoresOfThisMachine()
{
    if (!IsUserAnAdmin()) {
        QTextStream(stderr) << "yichuang: only an administrator may remove the stores of all users" << Qt::endl;
        return 1;
    }
    const QStringList left = removeStores(homesOfWindows());
    for (const QString &path : left)
        QTextStream(stderr) << "yichuang: cannot remove " << path << Qt::endl;
    return left.isEmpty() ? 0 : 1;
}

#else

QStringList homesOfWindows()
{
    return {};
}

int removeStoresOfThisMachine()
{
    return 1;
}

#endif

} // namespace yichuang::app
