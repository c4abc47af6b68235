// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "teststore.h"

#include <QDir>

namespace yichuang::test {

QUuid TestClock::newId() const
{
    return domain::makeUuid7(m_ms.load() + ++m_ids, QByteArray(10, '\x22'));
}

vault::KeyHandle FixedKeyProvider::key(char byte)
{
    QByteArray bytes(qsizetype(vault::SecureKey::Size), byte);
    return std::make_shared<vault::SecureKey>(vault::SecureKey::take(bytes));
}

QFuture<vault::KeyAnswer> FixedKeyProvider::load(const QString &)
{
    return QtFuture::makeReadyFuture(vault::KeyAnswer{vault::KeyState::Found, key(m_byte), {}, {}});
}

QFuture<vault::KeyAnswer> FixedKeyProvider::create(const QString &profileId)
{
    return load(profileId);
}

QFuture<vault::KeyAnswer> FixedKeyProvider::createPending(const QString &profileId)
{
    return load(profileId);
}

QFuture<vault::KeyAnswer> FixedKeyProvider::promotePending(const QString &profileId)
{
    return load(profileId);
}

QFuture<vault::KeyAnswer> FixedKeyProvider::remove(const QString &)
{
    return QtFuture::makeReadyFuture(vault::KeyAnswer{vault::KeyState::Absent, {}, {}, {}});
}

void fillStore(store::CaseStore &store, const QList<domain::Case> &confirmed)
{
    QList<QFuture<domain::Result<void>>> written;
    for (const domain::Case &each : confirmed)
        written.append(store.replaceConfirmed(each, {}));
    for (const auto &each : written) {
        if (const auto taken = await(each); !taken)
            qFatal("no store filled: %s", qPrintable(taken.error().detail));
    }
}

TestStore::TestStore(const QString &folder)
    : m_folder(folder.isEmpty() ? QDir(m_temporary.path()).filePath(QStringLiteral("profile")) : folder)
{
}

TestStore::~TestStore() = default;

store::Opened TestStore::tryOpen()
{
    store::OpenOptions options;
    options.profileFolder = m_folder;
    options.keys = std::make_shared<FixedKeyProvider>();
    options.failStatement = failStatement;
    return await(store::openStore(options, clock));
}

store::CaseStore &TestStore::open()
{
    return *shared();
}

std::shared_ptr<store::CaseStore> TestStore::shared()
{
    if (!m_store) {
        const store::Opened opened = tryOpen();
        if (!opened)
            qFatal("no store: %s %s", qPrintable(domain::failureText(opened.error().code)), qPrintable(opened.error().detail));
        m_store = *opened;
    }
    return m_store;
}

void TestStore::close()
{
    m_store.reset();
}

} // namespace yichuang::test
