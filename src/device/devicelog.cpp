// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "devicelog.h"

namespace yichuang::device {

Q_LOGGING_CATEGORY(deviceLog, "yichuang.device")

} // namespace yichuang::device
