// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <chrono>
#include <functional>
#include <vault/keyprovider.h>

namespace QKeychain {
class Job;
}

namespace yichuang::vault {

/** What one keychain job came back with. */
struct KeychainReply {
    /** Found: done (a read carries the key). Absent: no such entry, which a locked keychain says too. */
    KeyState state = KeyState::Unavailable;
    KeyHandle key;
    QString detail;
};

/**
 * One keychain job. It owns itself and the job until the job ends, because a job waiting for a prompt cannot be
 * stopped; the caller is told at the latest after `patience`, and never once `owner` is gone.
 */
class KeychainCall final : public QObject
{
    Q_OBJECT
public:
    using Then = std::function<void(KeychainReply)>;

    /** Which keychain entries, and for whom. */
    struct Request {
        QObject *owner = nullptr;
        QString service;
        QString entry;
        std::chrono::milliseconds patience{0};
    };

    static void read(const Request &request, Then then);
    static void write(const Request &request, const SecureKey &key, Then then);
    static void erase(const Request &request, Then then);

private:
    KeychainCall(const Request &request, QKeychain::Job *job, Then then);
    void onFinished();
    void answer(KeychainReply reply);

    QKeychain::Job *m_job;
    Then m_then;
    QByteArray m_written;
};

} // namespace yichuang::vault
