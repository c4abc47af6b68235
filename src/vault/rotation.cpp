// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <vault/rotation.h>

#include <QObject>

using namespace Qt::StringLiterals;

namespace yichuang::vault {

using domain::Result;

namespace {

QFuture<Result<void>> ready(Result<void> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

QFuture<Result<void>> promote(KeyProvider &provider, const QString &profileId)
{
    return provider.promotePending(profileId).then([](const KeyAnswer &answer) { return keyResult(answer); });
}

} // namespace

QFuture<Result<void>> rotateKey(KeyProvider &provider, const QString &profileId, RekeyStep rekey)
{
    // The store's thread ends the rekey, but the keychain is asked on the thread that started the rotation.
    const std::shared_ptr<QObject> home(new QObject, [](QObject *object) { object->deleteLater(); });
    const auto promoteAtHome = [&provider, profileId](const Result<void> &rekeyed) {
        return rekeyed ? promote(provider, profileId) : ready(rekeyed);
    };
    const auto rekeyWithPending = [rekey = std::move(rekey), home, promoteAtHome](const KeyAnswer &answer) {
        if (const Result<void> found = keyResult(answer); !found)
            return ready(found);
        if (!answer.pending)
            return ready(domain::failure(domain::FailureCode::KeyMissing, u"no pending key was made"_s));
        return rekey(answer.pending).then(home.get(), promoteAtHome).unwrap();
    };
    return provider.createPending(profileId).then(rekeyWithPending).unwrap();
}

} // namespace yichuang::vault
