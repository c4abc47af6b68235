// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "ed25519.h"

#include <sodium.h>

namespace yichuang::update {

namespace {

const unsigned char *octetsOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

} // namespace

Verdict verifyEd25519(QByteArrayView key, QByteArrayView document, QByteArrayView signature)
{
    if (key.size() != qsizetype(crypto_sign_PUBLICKEYBYTES) || signature.size() != qsizetype(crypto_sign_BYTES))
        return Verdict::Forged;
    const int answer = crypto_sign_verify_detached(octetsOf(signature), octetsOf(document), static_cast<unsigned long long>(document.size()), octetsOf(key));
    return answer == 0 ? Verdict::Genuine : Verdict::Forged;
}

} // namespace yichuang::update
