// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>
#include <store/storeopener.h>
#include <vault/ephemeralkeyprovider.h>

namespace yichuang::bench {

/** Wall time and version 7 ids for benchmarks. */
class BenchClock : public domain::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    [[nodiscard]] qint64 monotonicMs() const override;
    [[nodiscard]] QString bootId() const override { return QStringLiteral("bench"); }
    [[nodiscard]] QUuid newId() const override;
};

/** Waits for a future with an event loop, as opening a store needs one, and gives its value. */
template<typename T>
[[nodiscard]] T awaited(const QFuture<T> &future);

/**
 * A store of its own in a temporary folder, encrypted with a key that only this process knows; the folder goes with the
 * object. Needs a QCoreApplication. Any error ends the process.
 */
class BenchStore
{
public:
    BenchStore();

    void open();
    void close() { m_store.reset(); }
    [[nodiscard]] store::CaseStore &store() { return *m_store; }
    [[nodiscard]] const domain::Clock &clock() const { return m_clock; }
    [[nodiscard]] QString file() const;
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] vault::KeyHandle key();

private:
    QTemporaryDir m_folder;
    BenchClock m_clock;
    std::shared_ptr<vault::EphemeralKeyProvider> m_keys;
    std::shared_ptr<store::CaseStore> m_store;
};

} // namespace yichuang::bench
