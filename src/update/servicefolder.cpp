// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/servicefolder.h>

#include <QDir>
#ifdef Q_OS_WIN
#include <array>
#include <qt_windows.h>
#include <shlobj.h>
#endif

namespace yichuang::update {

QString serviceFolder()
{
#ifdef Q_OS_WIN
    // Of the system's own list: an environment can be changed.
    std::array<wchar_t, MAX_PATH> programs{};
    if (SHGetFolderPathW(nullptr, CSIDL_PROGRAM_FILES, nullptr, SHGFP_TYPE_CURRENT, programs.data()) != S_OK)
        return {};
    return QDir::fromNativeSeparators(QString::fromWCharArray(programs.data())) + QStringLiteral("/Yichuang Updates");
#else
    return {};
#endif
}

bool isServiceInstalled()
{
#ifdef Q_OS_WIN
    // Asked for and not opened for writing, as the toolkit's settings would: an administrator's desktop would make it.
    constexpr wchar_t key[] = LR"(SYSTEM\CurrentControlSet\Services\YichuangUpdates)";
    return RegGetValueW(HKEY_LOCAL_MACHINE, key, L"ImagePath", RRF_RT_ANY, nullptr, nullptr, nullptr) == ERROR_SUCCESS;
#else
    return false;
#endif
}

QString serviceStatusFile()
{
    const QString folder = serviceFolder();
    return folder.isEmpty() ? QString() : folder + QStringLiteral("/status.ini");
}

} // namespace yichuang::update
