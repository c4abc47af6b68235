// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace yichuang::device {

/** The room's log, "yichuang.device": states and failures of readers, never what a card holds. */
Q_DECLARE_LOGGING_CATEGORY(deviceLog)

} // namespace yichuang::device
