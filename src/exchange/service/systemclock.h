// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/uuid7.h>

namespace yichuang::exchange {

/** The machine's clock and random ids. Thread-safe. */
class SystemClock final : public domain::Clock
{
public:
    SystemClock();
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 monotonicMs() const override;
    [[nodiscard]] QString bootId() const override;
    [[nodiscard]] QUuid newId() const override;

private:
    QString m_bootId;
};

/** Bytes of the operating system's generator, for tokens and salts. */
[[nodiscard]] QByteArray randomBytes(qsizetype count);

} // namespace yichuang::exchange
