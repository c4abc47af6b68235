// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <desk/systemclock.h>

#include <QFile>
#include <QRandomGenerator>
#include <chrono>

namespace yichuang::desk {

SystemClock::SystemClock()
{
    // Linux tells its boot; elsewhere a program run stands in for one, which only makes offsets expire sooner.
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    if (file.open(QIODevice::ReadOnly))
        m_bootId = QString::fromLatin1(file.readAll()).trimmed();
    if (m_bootId.isEmpty())
        m_bootId = newId().toString(QUuid::WithoutBraces);
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

qint64 SystemClock::monotonicMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

QUuid SystemClock::newId() const
{
    QByteArray random(12, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(random.data()), 3);
    return domain::makeUuid7(QDateTime::currentMSecsSinceEpoch(), random.left(10));
}

} // namespace yichuang::desk
