// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "version.h"

namespace yichuang::app {

QString desktopVersion()
{
    return QStringLiteral(YICHUANG_VERSION);
}

} // namespace yichuang::app
