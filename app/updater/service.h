// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace yichuang::app {

/** The name under which Windows knows the service; the MSI has the same. */
inline constexpr wchar_t windowsServiceName[] = L"YichuangUpdates";

/** Says that all is begun: Windows, and an installation that waits for it, go on. */
using Running = std::function<void()>;

/**
 * Hands the process over to Windows' service manager: `work` runs on a thread of its own, in which a QCoreApplication may
 * live, and returns the exit code when that was asked to quit. False when this process was not started as a service.
 */
[[nodiscard]] bool runAsService(const std::function<int(const Running &)> &work);

} // namespace yichuang::app
