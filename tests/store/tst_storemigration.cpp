// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <casemaker.h>
#include <teststore.h>

#include <QDir>
#include <QSqlError>
#include <QSqlQuery>
#include <QtTest>
#include <vault/vault.h>
#include <wire/casejson.h>
#include <wire/commandjson.h>
#include <wire/json.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::test;
using domain::FailureCode;

namespace {

/** The fixture's only case: a draft of 李示例 for 出生登记, opened as serial 1. */
constexpr int fixtureVersion = 1;

/** Opens the file of a store with all rights, beside the store's own code. */
std::unique_ptr<vault::Connection> openRaw(const TestStore &world)
{
    vault::VaultRequest request;
    request.file = world.file();
    request.key = FixedKeyProvider::key();
    request.highestVersion = 1000;
    auto connection = vault::Vault::open(request);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().detail));
    return std::move(*connection);
}

/** Makes the encrypted store of an older version from its SQL script, one statement a line. */
void makeFromScript(const TestStore &world, const QString &script)
{
    QDir().mkpath(world.folder());
    // A store has always had its key's name beside it.
    QFile profile(QDir(world.folder()).filePath(u"profile.id"_s));
    if (!profile.open(QIODevice::WriteOnly) || profile.write("0191f2a0-0000-7000-8000-000000000001") < 0)
        qFatal("no profile.id");
    profile.close();
    QFile file(QStringLiteral(STORE_TESTS "/") + script);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(script));
    const auto connection = openRaw(world);
    QSqlQuery query(connection->database());
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (!line.startsWith("--"_L1) && !query.exec(line))
            qFatal("%s: %s", qPrintable(query.lastError().text()), qPrintable(line));
    }
}

/** JSON as it was written when a material had one file. */
QJsonObject asBefore(QJsonObject object)
{
    object.remove(u"files"_s);
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it->isObject())
            *it = asBefore(it->toObject());
    }
    return object;
}

QVariant ask(const TestStore &world, const QString &sql)
{
    const auto connection = openRaw(world);
    QSqlQuery query(connection->database());
    return query.exec(sql) && query.next() ? query.value(0) : QVariant();
}

/** The fixtures' parties were written with a citizen's kind. */
void asBefore(domain::Case &now)
{
    now.applicant->documentKind = u"111"_s;
}

} // namespace

/** Stores of every version before this one open, keep what they hold and gain what is new. */
class TstStoreMigration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void versionOneGainsInitialsAndAudit();
    void versionTwoSeparatesWays();
    void versionThreeGainsCertificateFiles();
    void versionFourFindsByTheEndOfANumber();
    void versionFiveGainsConsents();
    void versionSixFindsWhatWasRefused();
    void versionSevenGainsPlaces();
    void rowsOfAnOlderRuleAreRenewedOnce();
    void oneFileOfAMaterialAsBefore();
    void failedStepLeavesTheOldVersion();
    void noMigrationWithoutACopy();
    void copiedBeforeAndKept();
    void goesBackToTheCopy();
    void doesNotGoBackFromAStoreThatIsWorkedWith();
    void opensANewerStoreThatSaysSo();
    void newStoresAreNotCopied();
};

void TstStoreMigration::versionOneGainsInitialsAndAudit()
{
    TestStore world;
    makeFromScript(world, u"fixtures/store-1.sql"_s);
    QCOMPARE(ask(world, u"PRAGMA user_version"_s).toInt(), fixtureVersion);
    CaseMaker maker(1);
    maker.draft();
    asBefore(maker.now);
    QCOMPARE(await(world.open().loadCase(maker.id()))->current, maker.now);
    store::ListQuery query;
    for (const QString &search : {u"李示"_s, u"lsl"_s, u"csdj"_s}) {
        query.search = search;
        QCOMPARE(await(world.open().listCases(query))->rows.size(), 1);
    }
    QVERIFY(await(world.open().addAudit({idOf(1), world.clock.now(), u"clerk01"_s, u"reveal"_s, {}, {}})));
    QCOMPARE(await(world.open().counters())->value(int(store::ListFilter::Drafts)), 1);
    QVERIFY(await(world.open().submit(maker.receive(), maker.stamp())));
    world.close();
    QVERIFY(ask(world, u"PRAGMA user_version"_s).toInt() > fixtureVersion);
}

void TstStoreMigration::versionTwoSeparatesWays()
{
    TestStore world;
    makeFromScript(world, u"fixtures/store-2.sql"_s);
    CaseMaker draft(1);
    draft.draft();
    asBefore(draft.now);
    CaseMaker sent(2);
    sent.draft();
    asBefore(sent.now);
    QCOMPARE(await(world.open().loadCase(draft.id()))->current, draft.now);
    QCOMPARE(await(world.open().loadCase(sent.id()))->current, sent.now);
    QCOMPARE(await(world.open().lastDraft(u"clerk01"_s))->current.id, sent.id());
    using store::CommandState;
    QList<CommandState> states;
    const auto rows = *await(world.open().timeline(sent.id()));
    for (const store::TimelineRow &row : rows)
        states.append(row.state);
    QCOMPARE(states, (QList<CommandState>{CommandState::Confirmed, CommandState::Sent, CommandState::Pending, CommandState::Refused}));
    QCOMPARE(rows.at(3).error, (domain::Error{FailureCode::CaseWrongCase, u"refused"_s, false}));
    const auto waiting = *await(world.open().outbox(10));
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(waiting.first().position, 6);
    QCOMPARE(waiting.first().attempts, 2);
    QCOMPARE(waiting.first().queuedAt.toMSecsSinceEpoch(), 1'795'400'001'000);
    QCOMPARE(waiting.first().nextTry.toMSecsSinceEpoch(), 1'795'400'061'000);
    QCOMPARE(waiting.first().lastError, (domain::Error{FailureCode::NetworkUnreachable, u"no route"_s, true}));
    const auto answered = *await(world.open().recentOutbox(10));
    QCOMPARE(answered.size(), 3);
    QCOMPARE(answered.last().sequence, 11);
    QVERIFY(sent.now.applied.contains(answered.last().command.id));
    store::ListQuery query;
    query.search = u"lsl"_s;
    QCOMPARE(await(world.open().listCases(query))->rows.size(), 2);
    QVERIFY(await(world.open().submit(draft.receive(), draft.stamp())));
    QCOMPARE(await(world.open().waitingCount()), 5);
    query.search = draft.receipt();
    QCOMPARE(await(world.open().listCases(query))->rows.size(), 1);
}

void TstStoreMigration::versionThreeGainsCertificateFiles()
{
    TestStore world;
    makeFromScript(world, u"fixtures/store-3.sql"_s);
    CaseMaker draft(1);
    draft.draft();
    asBefore(draft.now);
    QCOMPARE(await(world.open().loadCase(draft.id()))->current, draft.now);
    QCOMPARE(await(world.open().outbox(10))->size(), 1);
    QCOMPARE(await(world.open().recentOutbox(10))->size(), 3);
    QCOMPARE(*await(world.open().loadAttachment(u"0191f2a0-0000-7000-8000-00000000000a"_s)), "scan");
    const store::CertificateFile file{u"C-1"_s, world.clock.now(), world.clock.now().addSecs(60), "%PDF"};
    QVERIFY(await(world.open().saveCertificateFile(draft.id(), file)));
    world.close();
    QCOMPARE(*await(world.open().certificateFile(draft.id(), u"C-1"_s)), file);
    QCOMPARE(*await(world.open().loadAttachment(u"0191f2a0-0000-7000-8000-00000000000a"_s)), "scan");
}

void TstStoreMigration::versionFourFindsByTheEndOfANumber()
{
    TestStore world;
    makeFromScript(world, u"fixtures/store-4.sql"_s);
    CaseMaker draft(1);
    draft.draft();
    store::ListQuery query;
    query.search = u"0001"_s;
    const auto page = await(world.open().listCases(query));
    QCOMPARE(page->rows.size(), 1);
    QCOMPARE(page->rows.first().id, draft.id());
    query.search = u"01000"_s;
    QCOMPARE(await(world.open().listCases(query))->rows.size(), 0);
    QCOMPARE(await(world.open().certificateFile(draft.id(), u"C-1"_s))->content, "scan");
    world.close();
    QCOMPARE(ask(world, u"SELECT count(*) FROM search_tokens WHERE token LIKE 'e%'"_s).toInt(), 2);
    // It only gains: the build before still works with it.
    QCOMPARE(ask(world, u"PRAGMA user_version"_s).toInt(), vault::userVersion(store::storeSchema(), 3));
}

void TstStoreMigration::versionFiveGainsConsents()
{
    TestStore world;
    makeFromScript(world, u"fixtures/store-5.sql"_s);
    CaseMaker draft(1);
    draft.draft();
    store::ListQuery query;
    query.search = u"0001"_s;
    QCOMPARE(await(world.open().listCases(query))->rows.size(), 1);
    QCOMPARE(await(world.open().consents(draft.id()))->size(), 0);
    QVERIFY(await(world.open().saveConsent(draft.id(), u"C-1"_s)));
    world.close();
    QCOMPARE(*await(world.open().consents(draft.id())), QStringList{u"C-1"_s});
    QCOMPARE(await(world.open().certificateFile(draft.id(), u"C-1"_s))->content, "scan");
}

/** Two drafts of which the exchange refused something last; one of them had its receipt given out. */
void TstStoreMigration::versionSixFindsWhatWasRefused()
{
    TestStore world;
    makeFromScript(world, u"fixtures/store-6.sql"_s);
    CaseMaker draft(1);
    draft.draft();
    asBefore(draft.now);
    QCOMPARE(await(world.open().counters())->value(int(store::ListFilter::Refused)), 2);
    store::ListQuery query;
    query.filter = store::ListFilter::Refused;
    const auto page = await(world.open().listCases(query));
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->rows.at(0).number, QString());
    QCOMPARE(page->rows.at(1).id, draft.id());
    QCOMPARE(page->rows.at(1).number, draft.receipt());
    QVERIFY(page->rows.at(1).provisional);
    query.search = draft.receipt();
    QCOMPARE(await(world.open().listCases(query))->rows.size(), 1);
    QVERIFY(await(world.open().loadCase(draft.id()))->refused);
    QCOMPARE(*await(world.open().consents(draft.id())), QStringList{u"C-1"_s});
    // Taken again, it is refused no more.
    QVERIFY(await(world.open().submit(draft.receive(), draft.stamp())));
    QCOMPARE(await(world.open().counters())->value(int(store::ListFilter::Refused)), 1);
}

void TstStoreMigration::versionSevenGainsPlaces()
{
    TestStore world;
    makeFromScript(world, u"fixtures/store-7.sql"_s);
    CaseMaker draft(1);
    draft.draft();
    asBefore(draft.now);
    QCOMPARE(await(world.open().counters())->value(int(store::ListFilter::Refused)), 2);
    QCOMPARE(await(world.open().loadCase(draft.id()))->scratch.value(u"name"_s), u"李"_s);
    QCOMPARE(await(world.open().loadCase(draft.id()))->place, QString());
    QVERIFY(await(world.open().saveScratch(draft.id(), u"name"_s, u"李示"_s, u"form:name"_s)));
    world.close();
    QCOMPARE(await(world.open().loadCase(draft.id()))->place, u"form:name"_s);
    QCOMPARE(await(world.open().loadCase(draft.id()))->scratch.value(u"name"_s), u"李示"_s);
    world.close();
    // It only gains: the build before still works with it.
    QCOMPARE(ask(world, u"PRAGMA user_version"_s).toInt(), vault::userVersion(store::storeSchema(), 3));
}

/** A row of the list is made when its case changes; one made by an older rule is made anew when the store is opened. */
void TstStoreMigration::rowsOfAnOlderRuleAreRenewedOnce()
{
    TestStore world;
    CaseMaker draft(1);
    QVERIFY(await(world.open().submitAll(draft.draft(), draft.stamp())));
    CaseMaker taken(2);
    QVERIFY(await(world.open().submitAll(taken.draft(), taken.stamp())));
    QVERIFY(await(world.open().submit(taken.receive(), taken.stamp())));
    const auto rowOf = [&world](const CaseMaker &maker) {
        const auto page = await(world.open().listCases({}));
        const auto found = std::find_if(page->rows.cbegin(), page->rows.cend(), [&](const store::CaseListRow &row) { return row.id == maker.id(); });
        return found == page->rows.cend() ? store::CaseListRow() : *found;
    };
    const auto soon = [&world] { return await(world.open().counters())->value(int(store::ListFilter::DueSoon)); };
    const store::CaseListRow draftRow = rowOf(draft);
    const store::CaseListRow takenRow = rowOf(taken);
    QVERIFY(!takenRow.due.isValid());
    // As a build before could have left them: a running day, half a name, and a tag that the case does not have.
    const auto spoil = [&world](const QString &rule) {
        world.close();
        const auto connection = openRaw(world);
        QSqlQuery query(connection->database());
        for (const QString &statement : {u"UPDATE case_list SET name='半', due=20000, refused=1, saved_at=saved_at-1000"_s,
                                         u"INSERT OR REPLACE INTO due_counters(due, cases) VALUES(20000, 2)"_s,
                                         u"INSERT OR REPLACE INTO counters(filter, cases) VALUES(7, 2)"_s, rule}) {
            if (!query.exec(statement))
                qFatal("%s: %s", qPrintable(query.lastError().text()), qPrintable(statement));
        }
    };
    spoil(u"DELETE FROM settings WHERE key='list-rule'"_s);
    const QVariant saved = ask(world, u"SELECT total(saved_at) FROM case_list"_s);
    QTRY_COMPARE(rowOf(draft), draftRow);
    QTRY_COMPARE(rowOf(taken), takenRow);
    QCOMPARE(soon(), 0);
    QCOMPARE(await(world.open().counters())->value(int(store::ListFilter::Refused)), 0);
    world.close();
    // Nobody worked on them: what was saved last stays what is continued first.
    QCOMPARE(ask(world, u"SELECT total(saved_at) FROM case_list"_s), saved);
    // Rows of the rule of this build are left alone, in a new store too.
    spoil(u"SELECT 1"_s);
    QCOMPARE(rowOf(draft).maskedName, u"半"_s);
    world.close();
    QCOMPARE(rowOf(draft).maskedName, u"半"_s);
}

/** The version before knew one file of a material: its drafts and what waits in its outbox keep that file. */
void TstStoreMigration::oneFileOfAMaterialAsBefore()
{
    TestStore world;
    makeFromScript(world, u"fixtures/store-5.sql"_s);
    CaseMaker draft(1);
    draft.draft();
    domain::MaterialState state = material(domain::MaterialWay::FileAttached);
    state.files.first().id = u"0191f2a0-0000-7000-8000-00000000000a"_s;
    const domain::CaseCommand attach = draft.give(domain::command::SetMaterial{u"m"_s, state});
    {
        const auto connection = openRaw(world);
        QSqlQuery query(connection->database());
        QVERIFY(query.prepare(u"INSERT INTO commands(id, case_id, stamp, body) VALUES(?, ?, ?, ?)"_s));
        query.addBindValue(attach.id.toRfc4122());
        query.addBindValue(draft.id().toRfc4122());
        query.addBindValue(wire::toBytes(wire::toJson(draft.stamp())));
        query.addBindValue(wire::toBytes(asBefore(wire::toJson(attach))));
        QVERIFY(query.exec());
        QVERIFY(query.prepare(u"INSERT INTO command_attachments(command_id, attachment) VALUES(?, ?)"_s));
        query.addBindValue(attach.id.toRfc4122());
        query.addBindValue(state.files.first().id);
        QVERIFY(query.exec());
        QVERIFY(query.prepare(u"UPDATE cases SET current=? WHERE id=?"_s));
        query.addBindValue(wire::toBytes(asBefore(wire::toJson(draft.now))));
        query.addBindValue(draft.id().toRfc4122());
        QVERIFY(query.exec());
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QCOMPARE(await(world.open().loadCase(draft.id()))->current, draft.now);
    QVERIFY(await(world.open().purgeExpired(world.clock.now())));
    QVERIFY(await(world.open().submit(draft.receive(), draft.stamp())));
    const QList<std::pair<QString, domain::CaseId>> wanted{{state.files.first().id, draft.id()}};
    QCOMPARE(*await(world.open().attachmentsToSend({attach.id})), wanted);
    QCOMPARE(*await(world.open().loadAttachment(wanted.first().first)), "scan");
    const auto waiting = *await(world.open().outbox(10));
    const auto sent = std::find_if(waiting.cbegin(), waiting.cend(), [&attach](const store::StoredCommand &row) { return row.command.id == attach.id; });
    QVERIFY(sent != waiting.cend());
    QCOMPARE(sent->command, attach);
}

void TstStoreMigration::failedStepLeavesTheOldVersion()
{
    TestStore world;
    makeFromScript(world, u"fixtures/store-1.sql"_s);
    // The step makes this table itself, and finds it taken.
    {
        const auto connection = openRaw(world);
        QSqlQuery query(connection->database());
        QVERIFY(query.exec(u"CREATE TABLE audit(other TEXT)"_s));
    }
    QCOMPARE(world.tryOpen().error().code, FailureCode::StoreMigration);
    QCOMPARE(ask(world, u"PRAGMA user_version"_s).toInt(), fixtureVersion);
    QCOMPARE(ask(world, u"SELECT count(*) FROM search_tokens WHERE token LIKE 'p%'"_s).toInt(), 0);
    {
        const auto connection = openRaw(world);
        QSqlQuery query(connection->database());
        QVERIFY(query.exec(u"DROP TABLE audit"_s));
    }
    CaseMaker maker(1);
    QVERIFY(await(world.open().loadCase(maker.id())));
}

/** The store is in order; only this version cannot go on, and says so in a way that lets the version before have it. */
void TstStoreMigration::noMigrationWithoutACopy()
{
    TestStore world;
    makeFromScript(world, u"fixtures/store-1.sql"_s);
    const QString copy = world.file() + u".schema1.unproved"_s;
    QVERIFY(QDir().mkpath(copy));
    const auto opened = world.tryOpen();
    QCOMPARE(opened.error().code, FailureCode::StoreMigration);
    QVERIFY2(opened.error().detail.contains(u"copy"_s), qPrintable(opened.error().detail));
    QCOMPARE(ask(world, u"PRAGMA user_version"_s).toInt(), fixtureVersion);
    QVERIFY(QDir().rmdir(copy));
    world.open();
    QVERIFY(store::keepMigration(world.folder()));
    QVERIFY(!store::keepMigration(world.folder()));
}

void TstStoreMigration::copiedBeforeAndKept()
{
    TestStore world;
    makeFromScript(world, u"fixtures/store-1.sql"_s);
    world.open();
    const QString copy = world.file() + u".schema1"_s;
    QVERIFY(QFile::exists(copy + u".unproved"_s));
    QCOMPARE(QFile::permissions(copy + u".unproved"_s) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    store::keepMigration(world.folder());
    QVERIFY(!QFile::exists(copy + u".unproved"_s));
    world.close();
    // It is a whole store of the version before, with the same key.
    vault::VaultRequest request;
    request.file = copy;
    request.key = FixedKeyProvider::key();
    request.highestVersion = fixtureVersion;
    const auto connection = vault::Vault::open(request);
    QVERIFY(connection);
    QSqlQuery query((*connection)->database());
    QVERIFY(query.exec(u"SELECT count(*) FROM commands"_s) && query.next());
    QVERIFY(query.value(0).toInt() > 0);
    // A month later it goes.
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-32), QFileDevice::FileModificationTime));
    file.close();
    store::keepMigration(world.folder());
    QVERIFY(!QFile::exists(copy));
}

/** A version of tomorrow migrated the store, dropped what this one needs, and never came to work with it. */
void TstStoreMigration::goesBackToTheCopy()
{
    TestStore world;
    CaseMaker maker(1);
    const QList<domain::CaseCommand> commands = maker.draft();
    for (const domain::CaseCommand &command : commands)
        QVERIFY(await(world.open().submit(command, maker.stamp())));
    QVERIFY(await(world.open().submit(maker.receive(), maker.stamp())));
    const int waiting = *await(world.open().waitingCount());
    world.close();
    const QString copy = world.file() + u".schema%1.unproved"_s.arg(store::storeSchema());
    QVERIFY(vault::Vault::copy(world.file(), copy));
    {
        const auto connection = openRaw(world);
        QSqlQuery query(connection->database());
        QVERIFY(query.exec(u"DROP TABLE outbox"_s));
        QVERIFY(query.exec(u"PRAGMA user_version=999"_s));
    }
    QCOMPARE(*await(world.open().waitingCount()), waiting);
    QCOMPARE(await(world.open().loadCase(maker.id()))->current, maker.now);
    world.close();
    QVERIFY(!QFile::exists(copy));
    // Nothing is thrown away.
    QCOMPARE(QDir(world.folder()).entryList({u"store.db.replaced-*Z"_s}, QDir::Files).size(), 1);
    // And it is done once: the store is this version's own again.
    QCOMPARE(*await(world.open().waitingCount()), waiting);
}

void TstStoreMigration::doesNotGoBackFromAStoreThatIsWorkedWith()
{
    TestStore world;
    world.open();
    world.close();
    QVERIFY(vault::Vault::copy(world.file(), world.file() + u".schema%1.unproved"_s.arg(store::storeSchema())));
    store::keepMigration(world.folder());
    {
        const auto connection = openRaw(world);
        QSqlQuery query(connection->database());
        QVERIFY(query.exec(u"PRAGMA user_version=999"_s));
    }
    QCOMPARE(world.tryOpen().error().code, FailureCode::VaultNewer);
    QVERIFY(QDir(world.folder()).entryList({u"store.db.replaced-*"_s}, QDir::Files).isEmpty());
}

void TstStoreMigration::opensANewerStoreThatSaysSo()
{
    const int ours = store::storeSchema();
    struct Case { int readableFrom; bool opens; };
    for (const Case one : {Case{ours, true}, Case{ours - 1, true}, Case{ours + 1, false}}) {
        TestStore world;
        CaseMaker maker(1);
        const QList<domain::CaseCommand> commands = maker.draft();
        for (const domain::CaseCommand &command : commands)
            QVERIFY(await(world.open().submit(command, maker.stamp())));
        world.close();
        const int written = vault::userVersion(ours + 2, one.readableFrom);
        {
            const auto connection = openRaw(world);
            QSqlQuery query(connection->database());
            QVERIFY(query.exec(u"CREATE TABLE of_tomorrow(x)"_s));
            QVERIFY(query.exec(u"PRAGMA user_version=%1"_s.arg(written)));
        }
        if (!one.opens) {
            QCOMPARE(world.tryOpen().error().code, FailureCode::VaultNewer);
            continue;
        }
        QVERIFY(await(world.open().submit(maker.receive(), maker.stamp())));
        QCOMPARE(await(world.open().loadCase(maker.id()))->current.stage, domain::CaseStage::Received);
        world.close();
        QCOMPARE(ask(world, u"PRAGMA user_version"_s).toInt(), written);
    }
}

void TstStoreMigration::newStoresAreNotCopied()
{
    TestStore world;
    world.open();
    QVERIFY(QDir(world.folder()).entryList({u"store.db.schema*"_s}, QDir::Files).isEmpty());
}

QTEST_GUILESS_MAIN(TstStoreMigration)
#include "tst_storemigration.moc"
