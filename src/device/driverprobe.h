// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <optional>

namespace yichuang::device {

/** Root of the kernel's list of USB devices. */
inline constexpr QStringView usbDeviceFolder = u"/sys/bus/usb/devices";

/**
 * Looks for a reader or a USB-to-serial adapter whose driver is missing, so that "no port" can be told from "no
 * driver". Returns its "vid:pid"; nothing where all have drivers, and on systems without this folder.
 */
[[nodiscard]] std::optional<QString> usbSerialWithoutDriver(const QString &folder = usbDeviceFolder.toString());

/** "vid:pid" from the hardware name that Windows gives a USB device, when it is a reader or a serial adapter. */
[[nodiscard]] std::optional<QString> serialAdapterOf(const QString &hardwareId);

/** The same question put to Windows; on other systems there is no such function. */
[[nodiscard]] std::optional<QString> usbDeviceWithoutDriver();

} // namespace yichuang::device
