// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "systemclock.h"

#include <QRandomGenerator>
#include <QSysInfo>
#include <chrono>

namespace yichuang::exchange {

SystemClock::SystemClock()
    : m_bootId(QString::fromLatin1(QSysInfo::bootUniqueId()))
{
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

qint64 SystemClock::monotonicMs() const
{
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

QString SystemClock::bootId() const
{
    return m_bootId;
}

QUuid SystemClock::newId() const
{
    return domain::makeUuid7(QDateTime::currentMSecsSinceEpoch(), randomBytes(10));
}

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

} // namespace yichuang::exchange
