// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The desktop as a later version would be: the same program that goes by another number.
#include <desktop/version.h>

namespace yichuang::app {

QString desktopVersion()
{
    return QStringLiteral("9.0.0");
}

} // namespace yichuang::app
