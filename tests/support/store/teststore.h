// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTimer>
#include <atomic>
#include <store/storeopener.h>

namespace yichuang::test {

/** A clock that moves only when told to. */
class TestClock : public domain::Clock
{
public:
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_ms.load(), Qt::UTC); }
    qint64 monotonicMs() const override { return m_ms.load(); }
    QString bootId() const override { return QStringLiteral("boot"); }
    QUuid newId() const override;
    void advance(qint64 ms) { m_ms += ms; }

private:
    std::atomic<qint64> m_ms{1'795'400'000'000}; // 2026-11-23, Asia/Shanghai
    mutable std::atomic<int> m_ids{0};
};

/** A keychain that always holds the same key, so that another process or connection of a test can open the file too. */
class FixedKeyProvider : public vault::KeyProvider
{
public:
    explicit FixedKeyProvider(char byte = 'k') : m_byte(byte) {}
    [[nodiscard]] static vault::KeyHandle key(char byte = 'k');

    QFuture<vault::KeyAnswer> load(const QString &profileId) override;
    QFuture<vault::KeyAnswer> create(const QString &profileId) override;
    QFuture<vault::KeyAnswer> createPending(const QString &profileId) override;
    QFuture<vault::KeyAnswer> promotePending(const QString &profileId) override;
    QFuture<vault::KeyAnswer> remove(const QString &profileId) override;

private:
    char m_byte;
};

/** Waits for an answer with the event loop running; ends the test program after 30 s. */
template<typename T>
T await(const QFuture<T> &future)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    QTimer::singleShot(30'000, &loop, [] { qFatal("no answer from the store"); });
    if (!watcher.isFinished())
        loop.exec();
    return future.result();
}

/** Fills a store with what the exchange confirmed; ends the test program when a case is not taken. */
void fillStore(store::CaseStore &store, const QList<domain::Case> &confirmed);

/** A throw-away encrypted store in a folder of its own; open() again after close() gives the same store. */
class TestStore
{
public:
    /** An empty folder name makes a temporary one, gone with this object. */
    explicit TestStore(const QString &folder = {});
    ~TestStore();

    [[nodiscard]] store::Opened tryOpen();
    /** The open store; opens it when needed and ends the test program when that fails. */
    store::CaseStore &open();
    void close();
    [[nodiscard]] std::shared_ptr<store::CaseStore> shared();
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString file() const { return store::storeFile(m_folder); }

    TestClock clock;
    std::function<bool()> failStatement; ///< of the next opening

private:
    QTemporaryDir m_temporary;
    QString m_folder;
    std::shared_ptr<store::CaseStore> m_store;
};

} // namespace yichuang::test
