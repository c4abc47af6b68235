// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/uuid7.h>

namespace yichuang::test {

/** A clock that stands within the time of the lists of ReleaseFolder. */
class StillClock : public domain::Clock
{
public:
    QDateTime time{QDate(2026, 11, 23), QTime(1, 0), Qt::UTC};
    QDateTime now() const override { return time; }
    qint64 monotonicMs() const override { return 0; }
    QString bootId() const override { return {}; }
    QUuid newId() const override { return QUuid::createUuid(); }
};

} // namespace yichuang::test
