// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/transport.h>

namespace yichuang::device {

bool Transport::setLineRate(int /*bitsPerSecond*/)
{
    return false;
}

int Transport::lineRate() const
{
    return 0;
}

} // namespace yichuang::device
