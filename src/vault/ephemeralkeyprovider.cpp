// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <vault/ephemeralkeyprovider.h>

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace yichuang::vault {

namespace {

constexpr QByteArrayView MarkerText = "This folder belongs to a demonstration and may be deleted at any time.\n";

} // namespace

EphemeralKeyProvider::EphemeralKeyProvider(QString profileFolder) : m_folder(std::move(profileFolder)) {}

QString EphemeralKeyProvider::markerName()
{
    return u"throw-away-profile"_s;
}

domain::Result<void> EphemeralKeyProvider::markThrowAway(const QString &profileFolder)
{
    const QDir folder(profileFolder);
    if (!folder.mkpath(u"."_s))
        return domain::failure(domain::FailureCode::VaultNotWritable, u"the profile folder cannot be made"_s);
    if (!folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return domain::failure(domain::FailureCode::VaultInUse, u"the profile folder is not empty"_s);
    QFile marker(folder.filePath(markerName()));
    if (!marker.open(QIODevice::WriteOnly | QIODevice::NewOnly) || marker.write(MarkerText.toByteArray()) < 0)
        return domain::failure(domain::FailureCode::VaultNotWritable, u"the profile folder cannot be marked"_s);
    return {};
}

template<typename Step>
QFuture<KeyAnswer> EphemeralKeyProvider::answer(const QString &profileId, Step step)
{
    if (!QFile::exists(QDir(m_folder).filePath(markerName()))) {
        return QtFuture::makeReadyFuture(
            KeyAnswer{KeyState::Unavailable, nullptr, nullptr, u"the profile is not marked as throw-away"_s});
    }
    Keys &keys = m_keys[profileId];
    step(keys);
    const KeyState state = keys.current ? KeyState::Found : KeyState::Absent;
    return QtFuture::makeReadyFuture(KeyAnswer{state, keys.current, keys.pending, {}});
}

QFuture<KeyAnswer> EphemeralKeyProvider::load(const QString &profileId)
{
    return answer(profileId, [](Keys &) {});
}

QFuture<KeyAnswer> EphemeralKeyProvider::create(const QString &profileId)
{
    return answer(profileId, [](Keys &keys) {
        if (!keys.current)
            keys.current = newKeyHandle();
    });
}

QFuture<KeyAnswer> EphemeralKeyProvider::createPending(const QString &profileId)
{
    return answer(profileId, [](Keys &keys) {
        if (keys.current && !keys.pending)
            keys.pending = newKeyHandle();
    });
}

QFuture<KeyAnswer> EphemeralKeyProvider::promotePending(const QString &profileId)
{
    if (!m_keys.value(profileId).pending)
        return QtFuture::makeReadyFuture(KeyAnswer{KeyState::Absent, nullptr, nullptr, u"no pending key"_s});
    return answer(profileId, [](Keys &keys) { keys.current = std::exchange(keys.pending, nullptr); });
}

QFuture<KeyAnswer> EphemeralKeyProvider::remove(const QString &profileId)
{
    return answer(profileId, [](Keys &keys) { keys = {}; });
}

} // namespace yichuang::vault
