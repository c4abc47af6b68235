// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "storeremoval.h"

#include "entry.h"
#include "takenfolder.h"

#ifdef Q_OS_WIN
#include <QFileInfo>
#include <QSettings>
#include <QTextStream>
#include <array>
#include <qt_windows.h>
#include <shlobj.h>
#include <update/servicefolder.h>
#include <update/servicestatus.h>
#endif

namespace yichuang::app {

using namespace Qt::StringLiterals;

QStringList removeStores(const QStringList &homes)
{
    QStringList left;
    // QStandardPaths::AppLocalDataLocation of a home, by the names that main() gives the application.
    for (const QString &home : homes)
        left += removeTaken(home, {u"AppData"_s, u"Local"_s, u"Yichuang"_s, u"yichuang"_s});
    return left;
}

#ifdef Q_OS_WIN

namespace {

constexpr int exitFailed = 1;

/** Nobody reads what an uninstallation's helper says: what it could not do goes into the log of events as well. */
int endOfRemoval(const QStringList &left)
{
    for (const QString &one : left) {
        QTextStream(stderr) << "yichuang: cannot remove " << one << Qt::endl;
        sayInEventLog(u"cannot remove "_s + one);
    }
    return left.isEmpty() ? 0 : exitFailed;
}

bool isAdministrator()
{
    const bool may = IsUserAnAdmin();
    if (!may)
        QTextStream(stderr) << "yichuang: only an administrator may remove what belongs to all users" << Qt::endl;
    return may;
}

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
            homes << QString::fromWCharArray(expanded.data());
    }
    homes.removeDuplicates();
    return homes;
}

} // namespace

int removeStoresOfThisMachine()
{
    return isAdministrator() ? endOfRemoval(removeStores(homesOfWindows())) : exitFailed;
}

int forgetUpdatesOfThisMachine()
{
    if (!isAdministrator())
        return exitFailed;
    const QString folder = update::serviceFolder();
    // The service itself lets another version take the place of this one: it goes on with what lies there.
    if (folder.isEmpty() || update::readServiceStatus(update::serviceStatusFile()).installing)
        return 0;
    return endOfRemoval(removeTaken(QFileInfo(folder).path(), {QFileInfo(folder).fileName()}));
}

#else

int removeStoresOfThisMachine()
{
    return 1;
}

int forgetUpdatesOfThisMachine()
{
    return 1;
}

#endif

} // namespace yichuang::app
