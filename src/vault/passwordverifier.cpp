// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <vault/passwordverifier.h>

#include <QRandomGenerator>
#include <argon2.h>
#include <array>
#include <vault/securekey.h>

namespace yichuang::vault {

domain::Result<QString> makeVerifier(const QString &password, VerifierCost cost)
{
    std::array<quint32, 4> salt{};
    QRandomGenerator::system()->fillRange(salt.data(), qsizetype(salt.size()));
    QByteArray bytes = password.toUtf8();
    QByteArray encoded(256, '\0');
    const int status = argon2id_hash_encoded(cost.passes, cost.memoryKiB, 1, bytes.constData(), std::size_t(bytes.size()), salt.data(), sizeof(salt), SecureKey::Size,
                                             encoded.data(), std::size_t(encoded.size()));
    secureWipe(bytes);
    if (status != ARGON2_OK)
        return domain::failure(domain::FailureCode::InternalFault, QString::fromLatin1(argon2_error_message(status)));
    return QString::fromLatin1(encoded.constData());
}

bool fitsVerifier(const QString &verifier, const QString &password)
{
    QByteArray bytes = password.toUtf8();
    const int status = argon2id_verify(verifier.toLatin1().constData(), bytes.constData(), std::size_t(bytes.size()));
    secureWipe(bytes);
    return status == ARGON2_OK;
}

} // namespace yichuang::vault
