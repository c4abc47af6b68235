// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <store/storecare.h>

#include "inpool.h"
#include "profileid.h"
#include "schema.h"

#include <QObject>
#include <vault/vault.h>

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::FailureCode;
using domain::Result;

namespace {

/** The name of the key of a store that is there. */
Result<QString> keyName(const OpenOptions &options)
{
    if (!vault::Vault::exists(storeFile(options.profileFolder)))
        return domain::failure(FailureCode::StoreNotFound, u"the profile has no store"_s);
    Result<QString> id = readProfileId(profileIdFile(options.profileFolder));
    if (id && id->isEmpty())
        return domain::failure(FailureCode::KeyMissing, u"profile.id is lost, and with it the name of the key"_s);
    return id;
}

vault::VaultRequest requestFor(const OpenOptions &options, const vault::KeyAnswer &answer)
{
    vault::VaultRequest request;
    request.file = storeFile(options.profileFolder);
    request.key = answer.current;
    request.pendingKey = answer.pending;
    request.highestVersion = schemaVersion;
    return request;
}

Result<QStringList> checkNow(const vault::VaultRequest &request)
{
    const auto connection = vault::Vault::open(request);
    return connection ? (*connection)->checkIntegrity() : tl::unexpected(connection.error());
}

template<typename T>
QFuture<Result<T>> ended(const domain::Error &error)
{
    return QtFuture::makeReadyFuture(Result<T>(tl::unexpected(error)));
}

/** The thread that asked is the one that the keychain answers on. */
std::shared_ptr<QObject> homeOfThisThread()
{
    return {new QObject, [](QObject *object) { object->deleteLater(); }};
}

} // namespace

QFuture<Result<QStringList>> checkStore(const OpenOptions &options)
{
    const Result<QString> id = keyName(options);
    if (!id)
        return ended<QStringList>(id.error());
    const auto home = homeOfThisThread();
    const auto withKey = [options, home](const vault::KeyAnswer &answer) {
        if (const Result<void> found = vault::keyResult(answer); !found)
            return ended<QStringList>(found.error());
        return inPool<Result<QStringList>>([request = requestFor(options, answer)] { return checkNow(request); });
    };
    return options.keys->load(*id).then(home.get(), withKey).unwrap();
}

} // namespace yichuang::store
