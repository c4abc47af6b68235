// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "ed25519.h"

namespace yichuang::update {

Verdict verifyEd25519(QByteArrayView, QByteArrayView, QByteArrayView)
{
    return Verdict::NotInBuild;
}

} // namespace yichuang::update
