// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vault/keyprovider.h>

namespace yichuang::vault {

/**
 * The demo's keys: random, in memory only, gone with the process; the demo's store is encrypted all the same. It
 * answers Unavailable for any profile folder that does not carry the throw-away marker, so that no real store can be
 * created with a key nobody keeps. Answers at once. Lives on the thread that calls it.
 */
class EphemeralKeyProvider final : public KeyProvider
{
public:
    explicit EphemeralKeyProvider(QString profileFolder);

    /** The marker file's name inside the profile folder. */
    [[nodiscard]] static QString markerName();
    /** Makes the folder when needed and marks it; refuses a folder that holds anything (VaultNotWritable, VaultInUse). */
    [[nodiscard]] static domain::Result<void> markThrowAway(const QString &profileFolder);

    QFuture<KeyAnswer> load(const QString &profileId) override;
    QFuture<KeyAnswer> create(const QString &profileId) override;
    QFuture<KeyAnswer> createPending(const QString &profileId) override;
    QFuture<KeyAnswer> promotePending(const QString &profileId) override;
    QFuture<KeyAnswer> remove(const QString &profileId) override;

private:
    struct Keys {
        KeyHandle current;
        KeyHandle pending;
    };
    template<typename Step>
    QFuture<KeyAnswer> answer(const QString &profileId, Step step);

    QString m_folder;
    QHash<QString, Keys> m_keys;
};

} // namespace yichuang::vault
