// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "takenfolder.h"

#include <QUuid>
#include <memory>
#include <qt_windows.h>
#include <sddl.h>
#include <string>
#include <vector>

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

struct Closing {
    using pointer = HANDLE;
    void operator()(HANDLE handle) const { CloseHandle(handle); }
};
using Handle = std::unique_ptr<HANDLE, Closing>;

constexpr DWORD toLook = FILE_READ_ATTRIBUTES | SYNCHRONIZE;
constexpr DWORD toRemove = toLook | DELETE | FILE_LIST_DIRECTORY;
/** The system and administrators, nobody else, here and below. */
constexpr auto administratorsOnly = L"O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";

/** Null when it does not open. A link itself with FILE_FLAG_OPEN_REPARSE_POINT, else what it leads to. */
Handle opened(const std::wstring &path, DWORD rights, DWORD how)
{
    const HANDLE handle = CreateFileW(path.c_str(), rights, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
                                      FILE_FLAG_BACKUP_SEMANTICS | how, nullptr);
    return Handle(handle == INVALID_HANDLE_VALUE ? nullptr : handle);
}

std::wstring placeAs(const Handle &handle, DWORD form)
{
    std::wstring path(32768, L'\0');
    const DWORD size = GetFinalPathNameByHandleW(handle.get(), path.data(), static_cast<DWORD>(path.size()), FILE_NAME_NORMALIZED | form);
    path.resize(size < path.size() ? size : 0);
    return path;
}

/**
 * Where the thing behind a handle lies, whatever way led there; empty when Windows does not say. A volume without a letter
 * or a folder that it is mounted to has its own name.
 */
std::wstring placeOf(const Handle &handle)
{
    const std::wstring lettered = placeAs(handle, VOLUME_NAME_DOS);
    return lettered.empty() ? placeAs(handle, VOLUME_NAME_GUID) : lettered;
}

bool liesAt(const Handle &handle, const std::wstring &path)
{
    const std::wstring found = placeOf(handle);
    return CompareStringOrdinal(found.c_str(), static_cast<int>(found.size()), path.c_str(), static_cast<int>(path.size()), TRUE) == CSTR_EQUAL;
}

bool isRealFolder(const Handle &handle)
{
    BY_HANDLE_FILE_INFORMATION found{};
    return GetFileInformationByHandle(handle.get(), &found) && (found.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY)
        && !(found.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT);
}

/** The root of the volume that the path is on, with a backslash at its end. */
std::wstring rootOf(const std::wstring &path)
{
    std::wstring root(path.size() + 2, L'\0');
    root.resize(GetVolumePathNameW(path.c_str(), root.data(), static_cast<DWORD>(root.size())) ? root.find(L'\0') : 0);
    return root;
}

/** For the eye, which knows no prefixes. */
QString shownPlace(const std::wstring &path)
{
    return QString::fromStdWString(path).remove(u"\\\\?\\"_s);
}

QString reason(const QString &shown)
{
    return shown + u": "_s + qt_error_string();
}

std::vector<std::wstring> namesIn(const Handle &folder)
{
    std::vector<std::wstring> names;
    alignas(FILE_ID_BOTH_DIR_INFO) char buffer[16384];
    while (GetFileInformationByHandleEx(folder.get(), FileIdBothDirectoryInfo, buffer, sizeof buffer)) {
        const auto *entry = reinterpret_cast<const FILE_ID_BOTH_DIR_INFO *>(buffer);
        while (entry) {
            std::wstring name(entry->FileName, entry->FileNameLength / sizeof(wchar_t));
            if (name != L"." && name != L"..")
                names.push_back(std::move(name));
            const auto *next = reinterpret_cast<const char *>(entry) + entry->NextEntryOffset;
            entry = entry->NextEntryOffset ? reinterpret_cast<const FILE_ID_BOTH_DIR_INFO *>(next) : nullptr;
        }
    }
    return names;
}

/** What is behind the handle goes once it is closed. */
bool marked(const Handle &handle)
{
    FILE_DISPOSITION_INFO gone{TRUE};
    return SetFileInformationByHandle(handle.get(), FileDispositionInfo, &gone, sizeof gone);
}

void empty(const Handle &folder, const std::wstring &path, const QString &shown, QStringList &left)
{
    for (const std::wstring &name : namesIn(folder)) {
        const std::wstring inside = path + L'\\' + name;
        const QString told = shown + u'\\' + QString::fromStdWString(name);
        const Handle entry = opened(inside, toRemove, FILE_FLAG_OPEN_REPARSE_POINT);
        if (!entry) {
            left << reason(told);
            continue;
        }
        // Who had this folder open before it was moved may still make a link of it.
        if (!liesAt(entry, inside)) {
            left << told + u": leads elsewhere"_s;
            continue;
        }
        if (isRealFolder(entry))
            empty(entry, inside, told, left);
        if (!marked(entry))
            left << reason(told);
    }
}

bool moved(const Handle &folder, const std::wstring &to)
{
    std::vector<char> buffer(sizeof(FILE_RENAME_INFO) + (to.size() + 1) * sizeof(wchar_t));
    auto *wanted = reinterpret_cast<FILE_RENAME_INFO *>(buffer.data());
    wanted->FileNameLength = static_cast<DWORD>(to.size() * sizeof(wchar_t));
    std::copy(to.cbegin(), to.cend(), wanted->FileName);
    return SetFileInformationByHandle(folder.get(), FileRenameInfo, wanted, static_cast<DWORD>(buffer.size()));
}

std::wstring newName()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdWString();
}

bool makeSafeFolder(const std::wstring &path)
{
    SECURITY_ATTRIBUTES attributes{sizeof(SECURITY_ATTRIBUTES), nullptr, FALSE};
    if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(administratorsOnly, SDDL_REVISION_1, &attributes.lpSecurityDescriptor, nullptr))
        return false;
    const std::unique_ptr<void, decltype(&LocalFree)> release(attributes.lpSecurityDescriptor, LocalFree);
    return CreateDirectoryW(path.c_str(), &attributes);
}

/** Moves the folder away and removes it; it lies at `path`. */
QStringList removeAway(Handle folder, const std::wstring &path)
{
    const std::wstring safe = rootOf(path) + L"Yichuang-removal-" + newName();
    if (!makeSafeFolder(safe))
        return {reason(shownPlace(safe))};
    QStringList left;
    // Everybody may pass through folders that they may not look into: who knew this name could go on.
    const std::wstring inside = safe + L'\\' + newName();
    if (!moved(folder, inside)) {
        left << reason(shownPlace(path));
    } else {
        const QString shown = shownPlace(inside);
        empty(folder, inside, shown, left);
        if (!marked(folder) && left.isEmpty())
            left << reason(shown);
    }
    folder.reset();
    if (!RemoveDirectoryW(safe.c_str()) && left.isEmpty())
        left << reason(shownPlace(safe));
    return left;
}

} // namespace

QStringList removeTaken(const QString &home, const QStringList &way)
{
    const Handle top = opened(home.toStdWString(), toLook, 0);
    if (!top)
        return {};
    std::wstring path = placeOf(top);
    if (path.empty())
        return {reason(home)};
    for (const QString &part : way)
        path += L'\\' + part.toStdWString();
    const QString shown = home + u'\\' + way.join(u'\\');
    Handle folder = opened(path, toRemove, FILE_FLAG_OPEN_REPARSE_POINT);
    if (!folder && (GetLastError() == ERROR_FILE_NOT_FOUND || GetLastError() == ERROR_PATH_NOT_FOUND))
        return {};
    if (!folder)
        return {reason(shown)};
    // From here on the handle stands for the one folder that was looked at, whatever the path leads to later.
    if (!liesAt(folder, path) || !isRealFolder(folder))
        return {shown + u": leads elsewhere"_s};
    return removeAway(std::move(folder), path);
}

} // namespace yichuang::app
