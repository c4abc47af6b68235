// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The store of a profile beside a desktop that is being updated, with the key from the keychain:
//   storeworker fill PROFILE    a draft with something half typed, and a case whose commands wait to be sent
//   storeworker read PROFILE    says both, the same words for the same content
//   storeworker age PROFILE     takes the newest step of the schema back: as the version before that step left the store
//   storeworker spoil PROFILE   what a version does that migrates the store and then does not come to work with it
#include <casemaker.h>
#include <teststore.h>

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlQuery>
#include <QTextStream>
#include <vault/keychainkeyprovider.h>
#include <vault/vault.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using test::await;
using test::CaseMaker;

namespace {

constexpr int schemaOfTomorrow = 1000;
/** What age() knows how to take back; a newer step wants its own words there. */
constexpr int schemaOfToday = 8;

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

[[noreturn]] void giveUp(const QString &why)
{
    QTextStream(stderr) << "storeworker: " << why << Qt::endl;
    std::exit(1);
}

template<typename T>
T must(const domain::Result<T> &result)
{
    if (!result)
        giveUp(domain::failureText(result.error().code) + u' ' + result.error().detail);
    return *result;
}

std::shared_ptr<store::CaseStore> openProfile(const QString &profile, const test::TestClock &clock)
{
    store::OpenOptions options;
    options.profileFolder = profile;
    options.keys = std::make_shared<vault::KeychainKeyProvider>();
    return must(await(store::openStore(options, clock)));
}

void fill(store::CaseStore &store)
{
    for (const int serial : {1, 2}) {
        CaseMaker maker(serial);
        QList<domain::CaseCommand> commands = maker.draft();
        for (const domain::CaseCommand &command : commands) {
            if (const auto given = await(store.submit(command, maker.stamp())); !given)
                giveUp(given.error().detail);
        }
        if (serial == 2) {
            if (const auto received = await(store.submit(maker.receive(), maker.stamp())); !received)
                giveUp(received.error().detail);
        } else if (const auto typed = await(store.saveScratch(maker.id(), u"remark"_s, u"half typed"_s)); !typed) {
            giveUp(typed.error().detail);
        }
    }
}

void read(store::CaseStore &store)
{
    const auto draft = must(await(store.loadCase(CaseMaker(1).id())));
    say(u"draft %1 revision %2, typed '%3'"_s.arg(draft.current.id.toString()).arg(draft.current.revision).arg(draft.scratch.value(u"remark"_s)));
    const auto waiting = must(await(store.outbox(100)));
    for (const store::StoredCommand &command : waiting)
        say(u"waits %1 %2"_s.arg(command.command.id.toString(), domain::commandName(command.command.body)));
}

/** The store's file with its key, whatever its schema. */
vault::VaultRequest requestFor(const QString &profile)
{
    vault::KeychainKeyProvider keychain;
    QFile id(profile + u"/profile.id"_s);
    if (!id.open(QIODevice::ReadOnly))
        giveUp(u"no profile.id"_s);
    vault::VaultRequest request;
    request.file = store::storeFile(profile);
    request.key = await(keychain.load(QString::fromLatin1(id.readAll()).trimmed())).current;
    request.highestVersion = schemaOfTomorrow;
    return request;
}

void age(const QString &profile)
{
    if (store::storeSchema() != schemaOfToday)
        giveUp(u"the schema has a newer step"_s);
    const auto connection = vault::Vault::open(requestFor(profile));
    if (!connection)
        giveUp(connection.error().detail);
    QSqlQuery query((*connection)->database());
    constexpr int readableFrom = 3;
    if (!query.exec(u"DROP TABLE places"_s) || !query.exec(u"PRAGMA user_version=%1"_s.arg(vault::userVersion(schemaOfToday - 1, readableFrom))))
        giveUp(query.lastError().text());
}

void spoil(const QString &profile)
{
    const vault::VaultRequest request = requestFor(profile);
    const QString file = request.file;
    // What the version before left in its journal, being killed, comes into the store first.
    if (!vault::Vault::open(request))
        giveUp(u"the store does not open"_s);
    const QString copy = file + u".schema%1.unproved"_s.arg(store::storeSchema());
    // A second start finds its own work.
    if (!QFile::exists(copy) && !vault::Vault::copy(file, copy))
        giveUp(u"no copy"_s);
    const auto connection = vault::Vault::open(request);
    if (!connection)
        giveUp(connection.error().detail);
    QSqlQuery query((*connection)->database());
    if (!query.exec(u"DROP TABLE IF EXISTS outbox"_s) || !query.exec(u"PRAGMA user_version=%1"_s.arg(schemaOfTomorrow)))
        giveUp(query.lastError().text());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 3)
        giveUp(u"fill, read, age or spoil, and a profile"_s);
    const test::TestClock clock;
    if (words.at(1) == "spoil"_L1 || words.at(1) == "age"_L1) {
        words.at(1) == "age"_L1 ? age(words.at(2)) : spoil(words.at(2));
        return 0;
    }
    const auto store = openProfile(words.at(2), clock);
    words.at(1) == "fill"_L1 ? fill(*store) : read(*store);
    return 0;
}
