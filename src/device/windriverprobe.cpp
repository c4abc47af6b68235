// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "driverprobe.h"

// The order matters: the later headers need the types of the first.
#include <qt_windows.h>

#include <cfgmgr32.h>
#include <setupapi.h>

#include <array>

namespace yichuang::device {

namespace {

bool hasProblem(const SP_DEVINFO_DATA &device)
{
    ULONG status = 0;
    ULONG problem = 0;
    return CM_Get_DevNode_Status(&status, &problem, device.DevInst, 0) == CR_SUCCESS && (status & DN_HAS_PROBLEM) != 0;
}

QString hardwareId(HDEVINFO list, SP_DEVINFO_DATA &device)
{
    std::array<wchar_t, 512> text{};
    // A list of names, most precise first; the first is enough.
    if (!SetupDiGetDeviceRegistryPropertyW(list, &device, SPDRP_HARDWAREID, nullptr, reinterpret_cast<PBYTE>(text.data()),
                                           static_cast<DWORD>((text.size() - 1) * sizeof(wchar_t)), nullptr))
        return {};
    return QString::fromWCharArray(text.data());
}

} // namespace

std::optional<QString> usbDeviceWithoutDriver()
{
    const HDEVINFO list = SetupDiGetClassDevsW(nullptr, L"USB", nullptr, DIGCF_PRESENT | DIGCF_ALLCLASSES);
    if (list == INVALID_HANDLE_VALUE)
        return std::nullopt;
    std::optional<QString> found;
    SP_DEVINFO_DATA device{};
    device.cbSize = sizeof device;
    for (DWORD i = 0; !found && SetupDiEnumDeviceInfo(list, i, &device); ++i) {
        if (hasProblem(device))
            found = serialAdapterOf(hardwareId(list, device));
    }
    SetupDiDestroyDeviceInfoList(list);
    return found;
}

} // namespace yichuang::device
