// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <chrono>
#include <vault/keyprovider.h>

namespace yichuang::vault {

/**
 * Keys in the operating system's keychain (Secret Service, KWallet, Windows Credential Store), service "yichuang",
 * entries "<profile>/key", "<profile>/key-pending" and "<profile>/probe". It has no other place to fall back to.
 *
 * "No such entry" is what a locked keychain says as well, so it counts only after a probe entry could be written and
 * the key was asked for once more. A stored key is read back before it is answered.
 * Lives on the thread that calls it, which needs an event loop; normal calls take 5 to 60 ms.
 */
class KeychainKeyProvider final : public QObject, public KeyProvider
{
    Q_OBJECT
public:
    explicit KeychainKeyProvider(QObject *parent = nullptr);

    /** How long one keychain job may take, its prompt included, before the answer is Locked. Default 2 minutes. */
    void setPatience(std::chrono::milliseconds patience);

    QFuture<KeyAnswer> load(const QString &profileId) override;
    QFuture<KeyAnswer> create(const QString &profileId) override;
    QFuture<KeyAnswer> createPending(const QString &profileId) override;
    QFuture<KeyAnswer> promotePending(const QString &profileId) override;
    QFuture<KeyAnswer> remove(const QString &profileId) override;

private:
    std::chrono::milliseconds m_patience{std::chrono::minutes(2)};
};

} // namespace yichuang::vault
