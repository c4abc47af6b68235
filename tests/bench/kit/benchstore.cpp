// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "benchstore.h"

#include "figures.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace yichuang::bench {

qint64 BenchClock::monotonicMs() const
{
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

QUuid BenchClock::newId() const
{
    QByteArray random(10, Qt::Uninitialized);
    for (char &byte : random)
        byte = char(QRandomGenerator::global()->bounded(256));
    return domain::makeUuid7(QDateTime::currentMSecsSinceEpoch(), random);
}

template<typename T>
T awaited(const QFuture<T> &future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    if (future.resultCount() == 0)
        giveUp(u"a future ended without a result"_s);
    return future.result();
}

template store::Opened awaited(const QFuture<store::Opened> &);
template vault::KeyAnswer awaited(const QFuture<vault::KeyAnswer> &);

BenchStore::BenchStore() : m_folder(QDir::tempPath() + u"/yichuang-bench-XXXXXX"_s)
{
    if (!m_folder.isValid())
        giveUp(u"no temporary folder"_s);
    m_keys = std::make_shared<vault::EphemeralKeyProvider>(folder() + u"/profile"_s);
}

void BenchStore::open()
{
    store::OpenOptions options;
    options.profileFolder = folder() + u"/profile"_s;
    options.keys = m_keys;
    options.throwAway = true;
    const store::Opened opened = awaited(store::openStore(options, m_clock));
    if (!opened)
        giveUp(u"the store does not open: "_s + opened.error().detail);
    m_store = *opened;
}

QString BenchStore::file() const
{
    return store::storeFile(folder() + u"/profile"_s);
}

vault::KeyHandle BenchStore::key()
{
    QFile id(folder() + u"/profile/profile.id"_s);
    if (!id.open(QIODevice::ReadOnly))
        giveUp(u"no profile.id"_s);
    const vault::KeyAnswer answer = awaited(m_keys->load(QString::fromLatin1(id.readAll()).trimmed()));
    if (!answer.current)
        giveUp(u"no key"_s);
    return answer.current;
}

} // namespace yichuang::bench
