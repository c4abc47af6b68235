// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "passwordhash.h"

#include "systemclock.h"

#include <argon2.h>

namespace yichuang::exchange {

domain::Result<QString> hashPassword(const QString &password, PasswordCost cost)
{
    const QByteArray bytes = password.toUtf8();
    const QByteArray salt = randomBytes(16);
    QByteArray encoded(256, '\0');
    const int status = argon2id_hash_encoded(cost.passes, cost.memoryKiB, 1, bytes.constData(), static_cast<std::size_t>(bytes.size()), salt.constData(),
                                             static_cast<std::size_t>(salt.size()), 32, encoded.data(), static_cast<std::size_t>(encoded.size()));
    if (status != ARGON2_OK)
        return domain::failure(domain::FailureCode::InternalFault, QString::fromLatin1(argon2_error_message(status)));
    return QString::fromLatin1(encoded.constData());
}

bool verifyPassword(const QString &encoded, const QString &password)
{
    const QByteArray bytes = password.toUtf8();
    return argon2id_verify(encoded.toLatin1().constData(), bytes.constData(), static_cast<std::size_t>(bytes.size())) == ARGON2_OK;
}

} // namespace yichuang::exchange
