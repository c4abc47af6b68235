// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/uuid7.h>

namespace yichuang::desk {

/** The clock and the id maker of a running program. Thread-safe. */
class SystemClock : public domain::Clock
{
public:
    SystemClock();
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 monotonicMs() const override;
    [[nodiscard]] QString bootId() const override { return m_bootId; }
    [[nodiscard]] QUuid newId() const override;

private:
    QString m_bootId;
};

} // namespace yichuang::desk
