// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "keychaincall.h"

#include <QLibrary>
#include <QTimer>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace yichuang::vault {

namespace {

KeyState stateFor(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return KeyState::Found;
    case QKeychain::EntryNotFound:
        return KeyState::Absent;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return KeyState::Locked;
    default:
        return KeyState::Unavailable;
    }
}

/**
 * libsecret keeps its connection to the service that it met first: where that one ended, every later call of the process fails,
 * whoever answers by now. The next call meets the service anew.
 */
void forgetService()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    using Disconnect = void (*)();
    static const auto disconnect = reinterpret_cast<Disconnect>(QLibrary(u"secret-1"_s, 0).resolve("secret_service_disconnect"));
    if (disconnect)
        disconnect();
#endif
}

} // namespace

KeychainCall::KeychainCall(const Request &request, QKeychain::Job *job, Then then) : m_job(job), m_then(std::move(then))
{
    // A plain settings file is no place for a key.
    job->setInsecureFallback(false);
    job->setAutoDelete(false);
    job->setKey(request.entry);
    // Queued: the job is destroyed in the handler, and still uses itself after its signal.
    connect(job, &QKeychain::Job::finished, this, &KeychainCall::onFinished, Qt::QueuedConnection);
    connect(request.owner, &QObject::destroyed, this, [this] { m_then = nullptr; });
    QTimer::singleShot(request.patience, this, [this] {
        answer({KeyState::Locked, nullptr, u"the keychain did not answer in time"_s});
    });
    job->start();
}

void KeychainCall::read(const Request &request, Then then)
{
    new KeychainCall(request, new QKeychain::ReadPasswordJob(request.service), std::move(then));
}

void KeychainCall::write(const Request &request, const SecureKey &key, Then then)
{
    auto *job = new QKeychain::WritePasswordJob(request.service);
    QByteArray bytes = key.toByteArray();
    job->setBinaryData(bytes);
    auto *call = new KeychainCall(request, job, std::move(then));
    // Shared with the job, so that one wipe after the job's end reaches the only buffer.
    call->m_written = std::move(bytes);
}

void KeychainCall::erase(const Request &request, Then then)
{
    new KeychainCall(request, new QKeychain::DeletePasswordJob(request.service), std::move(then));
}

void KeychainCall::onFinished()
{
    KeychainReply reply{stateFor(m_job->error()), nullptr, m_job->errorString()};
    const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(m_job);
    QByteArray bytes = reading ? reading->binaryData() : QByteArray();
    // The job shares the buffer: only when it is gone does take() wipe the one copy there is.
    delete m_job;
    m_job = nullptr;
    secureWipe(m_written);
    if (reply.state == KeyState::Unavailable || reply.state == KeyState::Locked)
        forgetService();
    if (reading && reply.state == KeyState::Found) {
        auto key = std::make_shared<SecureKey>(SecureKey::take(bytes));
        if (!key->isValid())
            reply = {KeyState::Unavailable, nullptr, u"the keychain entry is not a key"_s};
        else
            reply.key = std::move(key);
    }
    answer(std::move(reply));
    deleteLater();
}

void KeychainCall::answer(KeychainReply reply)
{
    if (const Then then = std::exchange(m_then, nullptr))
        then(std::move(reply));
}

} // namespace yichuang::vault
