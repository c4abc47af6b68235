// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "world.h"

#include <domain/caserules.h>
#include <domain/materialplan.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using domain::FailureCode;
using store::CommandState;
using test::await;
using test::CaseMaker;
using test::Fault;
using test::TestDesk;
using test::World;

namespace {

const QString me = u"clerk01"_s;
constexpr int patienceMs = 30000;

} // namespace

/** Attached files: in the exchange before the command that names them, or the command does not go. */
class TestSyncFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_world->network.setScript({}); }
    void filesGoFirst();
    void commandsWaitForTheirFile();
    void everyFileGoesFirst();
    void oneRefusedOfSeveral();
    void foreignKindIsRefused();
    void refusedFileRefusesItsCommand();
    void filesOfAColleagueAreInNobodysWay();
    void aPageRefusesNoFile_data();
    void aPageRefusesNoFile();
    void aStuckFileHoldsUpNothing();
    void aPageAtTheLaterSignIn();

private:
    struct WithFiles {
        domain::CaseId id;
        QList<domain::AttachedFile> files;
        QList<QByteArray> contents;
    };
    WithFiles submitCaseWithFiles(TestDesk &desk, const QList<QByteArray> &contents, const QString &clerk = me, int choices = 1);
    static FailureCode refusalOf(TestDesk &desk, const WithFiles &sent);

    std::unique_ptr<World> m_world;
    QString m_item;     ///< has a material that may be a file
    QString m_material; ///< its key
};

void TestSyncFiles::initTestCase()
{
    m_world = std::make_unique<World>();
    const QStringList items = m_world->simpleItems();
    for (const QString &item : items) {
        CaseMaker maker = m_world->makeCase(me, item, false);
        const auto input = domain::planInputFor(m_world->catalogue(), maker.value(), {}, {}, m_world->clock.today());
        const domain::CasePlan plan = domain::planMaterials(*input);
        for (const domain::PlannedMaterial &material : plan.materials) {
            if (material.ways.contains(domain::MaterialWay::FileAttached) && maker.value().materials.contains(material.key)) {
                m_item = item;
                m_material = material.key;
                return;
            }
        }
    }
    QFAIL("the demo catalogue has an item whose material may be a file");
}

/** With more choices than one, each takes the place of the one before; all of them go to the exchange. */
TestSyncFiles::WithFiles TestSyncFiles::submitCaseWithFiles(TestDesk &desk, const QList<QByteArray> &contents, const QString &clerk, int choices)
{
    CaseMaker maker = m_world->makeCase(clerk, m_item, false);
    const domain::CaseId id = maker.value().id;
    if (!desk.submit(maker.takeBatch()))
        qFatal("draft not stored");
    domain::MaterialState pages;
    pages.way = domain::MaterialWay::FileAttached;
    for (int i = 0; i < choices; ++i) {
        pages.files.clear();
        for (const QByteArray &content : contents) {
            const auto saved = await(desk.store().saveAttachment(id, u"a.pdf"_s, content));
            if (!saved)
                qFatal("file not stored: %s", qPrintable(saved.error().detail));
            pages.files.append(*saved);
        }
        maker.give(domain::command::SetMaterial{m_material, pages});
    }
    maker.receive();
    if (!desk.submit(maker.takeBatch()))
        qFatal("receipt not stored");
    return {id, pages.files, contents};
}

void TestSyncFiles::filesGoFirst()
{
    auto desk = m_world->desk();
    QStringList order;
    m_world->network.setScript([&](const QByteArray &method, const QByteArray &path) {
        if (method == "PUT" || path.endsWith("/commands"))
            order.append(QString::fromLatin1(method));
        return Fault();
    });
    const WithFiles file = submitCaseWithFiles(*desk, {QByteArray("%PDF-") + QByteArray(100000, 'f')});
    QVERIFY(desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), patienceMs);
    QCOMPARE(order.first(), u"PUT"_s);
    QCOMPARE(order.count(u"PUT"_s), 1);
    const auto truth = m_world->truth(file.id);
    QVERIFY(truth.has_value());
    QVERIFY(!truth->number.isEmpty());
    QTRY_COMPARE(desk->current(file.id), *truth);
    QCOMPARE(*await(m_world->direct(u"super01"_s)->attachment(file.files.first().id)), file.contents.first());
    QList<domain::CommandId> sent;
    for (const store::StoredCommand &row : desk->recent())
        sent.append(row.command.id);
    QVERIFY(sent.size() > 3 && await(desk->store().attachmentsToSend(sent))->isEmpty());
}

void TestSyncFiles::commandsWaitForTheirFile()
{
    auto desk = m_world->desk();
    int puts = 0;
    int pushed = 0;
    int pushedTooEarly = 0;
    m_world->network.setScript([&](const QByteArray &method, const QByteArray &path) {
        if (path.endsWith("/commands")) {
            ++pushed;
            pushedTooEarly += puts < 4;
        }
        if (method != "PUT")
            return Fault();
        ++puts;
        if (puts == 1)
            return Fault{Fault::Kind::Refuse, 0};
        if (puts == 2)
            return Fault{Fault::Kind::DropAnswer, 0};
        return puts == 3 ? Fault{Fault::Kind::CutAnswer, 0} : Fault();
    });
    const WithFiles file = submitCaseWithFiles(*desk, {"%PDF-content"});
    QVERIFY(desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), patienceMs);
    QVERIFY(puts >= 4);
    QVERIFY(pushed > 0);
    QCOMPARE(pushedTooEarly, 0);
    QTRY_COMPARE(desk->current(file.id), *m_world->truth(file.id));
}

/** Two files of one command: the line is cut between them, and the desktop ends and starts again. */
void TestSyncFiles::everyFileGoesFirst()
{
    auto desk = m_world->desk();
    QStringList order;
    bool cut = true;
    int puts = 0;
    m_world->network.setScript([&](const QByteArray &method, const QByteArray &path) {
        if (method == "PUT" && cut && ++puts > 1)
            return Fault{Fault::Kind::Refuse, 0};
        if (method == "PUT" || path.endsWith("/commands"))
            order.append(method == "PUT" ? QString::fromLatin1(path).section(u'/', -1) : u"commands"_s);
        return Fault();
    });
    const WithFiles sent = submitCaseWithFiles(*desk, {"%PDF-front", "%PDF-back"});
    QVERIFY(desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(puts > 1, patienceMs);
    QCOMPARE(order, QStringList{sent.files.first().id});
    desk->quit();
    cut = false;
    desk->reopen();
    QVERIFY(desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), patienceMs);
    // A slow answer makes a file go again; what had arrived before the end does not, and no command goes before the last of them.
    QCOMPARE(order.count(sent.files.first().id), 1);
    QVERIFY(order.contains(sent.files.last().id));
    QVERIFY(order.indexOf(u"commands"_s) > order.indexOf(sent.files.last().id));
    QTRY_COMPARE(desk->current(sent.id), *m_world->truth(sent.id));
    QCOMPARE(m_world->truth(sent.id)->materials.value(m_material).files, sent.files);
    const auto super = m_world->direct(u"super01"_s);
    for (qsizetype i = 0; i < sent.files.size(); ++i)
        QCOMPARE(*await(super->attachment(sent.files.at(i).id)), sent.contents.at(i));
}

void TestSyncFiles::oneRefusedOfSeveral()
{
    auto desk = m_world->desk();
    const WithFiles sent = submitCaseWithFiles(*desk, {"%PDF-first", "%PDF-second"});
    const auto other = m_world->direct(u"clerk02"_s);
    QVERIFY(await(other->putAttachment(sent.files.last().id, m_world->clock.newId(), "%PDF-another")).has_value());
    QVERIFY(desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(sent.id), *m_world->truth(sent.id), patienceMs);
    QCOMPARE(refusalOf(*desk, sent), FailureCode::IdempotencyMismatch);
}

void TestSyncFiles::foreignKindIsRefused()
{
    auto desk = m_world->desk();
    const WithFiles sent = submitCaseWithFiles(*desk, {"%PDF-first", "MZ a program"});
    QVERIFY(desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(sent.id), *m_world->truth(sent.id), patienceMs);
    QCOMPARE(refusalOf(*desk, sent), FailureCode::FileKindRefused);
}

/** Why the command that names these files was refused; InternalFault when it was not. */
FailureCode TestSyncFiles::refusalOf(TestDesk &desk, const WithFiles &sent)
{
    for (const store::StoredCommand &row : desk.recent()) {
        const auto *material = std::get_if<domain::command::SetMaterial>(&row.command.body);
        if (row.state == CommandState::Refused && material && material->state && material->state->files == sent.files)
            return row.lastError->code;
    }
    return FailureCode::InternalFault;
}

void TestSyncFiles::refusedFileRefusesItsCommand()
{
    auto desk = m_world->desk();
    const WithFiles file = submitCaseWithFiles(*desk, {"%PDF-content"});
    // Somebody else's file lies there under this id: the exchange will never take ours.
    const auto other = m_world->direct(u"clerk02"_s);
    QVERIFY(await(other->putAttachment(file.files.first().id, m_world->clock.newId(), "%PDF-another")).has_value());
    CaseMaker bystander = m_world->makeCase(me, m_world->simpleItems().last());
    QVERIFY(desk->submit(bystander.takeBatch()).has_value());
    QVERIFY(desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(file.id), *m_world->truth(file.id), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(bystander.value().id), *m_world->truth(bystander.value().id), patienceMs);
    QVERIFY(!desk->current(bystander.value().id).number.isEmpty());
    QCOMPARE(refusalOf(*desk, file), FailureCode::IdempotencyMismatch);
}

/** A colleague left the desk with a day's scans unsent: they wait for the colleague's own token, ours go. */
void TestSyncFiles::filesOfAColleagueAreInNobodysWay()
{
    auto desk = m_world->desk();
    constexpr int choices = 4;
    const QList<QByteArray> pages(20, "%PDF-theirs");
    const WithFiles theirs = submitCaseWithFiles(*desk, pages, u"clerk02"_s, choices);
    const WithFiles ours = submitCaseWithFiles(*desk, {"%PDF-ours"});
    QVERIFY(desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(!desk->current(ours.id).number.isEmpty(), patienceMs);
    QCOMPARE(*await(m_world->direct(u"super01"_s)->attachment(ours.files.first().id)), ours.contents.first());
    QCOMPARE(desk->current(ours.id).materials.value(m_material).files, ours.files);
    QVERIFY(!m_world->truth(theirs.id).has_value());
    // The feed has told of ours: who signs in next is not shown it.
    const auto isSent = [](const store::StoredCommand &row) { return row.state == CommandState::Sent; };
    QTRY_VERIFY_WITH_TIMEOUT(!std::ranges::any_of(desk->recent(), isSent), patienceMs);
    // With the colleague's token nothing stays stuck.
    desk->signOut();
    QVERIFY(desk->signIn(u"clerk02"_s));
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), 4 * patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(theirs.id), *m_world->truth(theirs.id), patienceMs);
    QVERIFY(!desk->current(theirs.id).number.isEmpty());
}

void TestSyncFiles::aPageRefusesNoFile_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<FailureCode>("code");
    for (const int status : {200, 302, 404, 413})
        QTest::addRow("%d", status) << status << FailureCode::NetworkProtocol;
    QTest::addRow("502") << 502 << FailureCode::ExchangeFault;
}

/** A proxy that passes everything but scans: nginx takes no more than a megabyte until it is told otherwise. */
void TestSyncFiles::aPageRefusesNoFile()
{
    QFETCH(const int, status);
    QFETCH(const FailureCode, code);
    auto desk = m_world->desk();
    bool page = true;
    m_world->network.setScript([&](const QByteArray &method, const QByteArray &) {
        return method == "PUT" && page ? Fault{Fault::Kind::Page, 0, status} : Fault();
    });
    const WithFiles sent = submitCaseWithFiles(*desk, {"%PDF-content"});
    QVERIFY(desk->signIn(me));
    const auto head = [&] { return desk->waiting().value(0); };
    QTRY_VERIFY_WITH_TIMEOUT(head().attempts > 1, patienceMs);
    QCOMPARE(head().command.caseId, sent.id);
    QCOMPARE(head().lastError->code, code);
    QVERIFY(head().nextTry.isValid());
    QVERIFY2(desk->engine().status().reason, "nothing got through, and nobody is told");
    // One case's file is in nobody else's way.
    CaseMaker bystander = m_world->makeCase(me, m_world->simpleItems().last());
    QVERIFY(desk->submit(bystander.takeBatch()).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!desk->current(bystander.value().id).number.isEmpty(), patienceMs);
    QCOMPARE(refusalOf(*desk, sent), FailureCode::InternalFault);
    QVERIFY(!m_world->truth(sent.id));
    page = false;
    desk->engine().retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(sent.id), *m_world->truth(sent.id), patienceMs);
    QVERIFY(!desk->current(sent.id).number.isEmpty());
    QCOMPARE(desk->current(sent.id).materials.value(m_material).files, sent.files);
    QCOMPARE(*await(m_world->direct(u"super01"_s)->attachment(sent.files.first().id)), sent.contents.first());
}

/** What is made while a file waits out its pause goes at once. */
void TestSyncFiles::aStuckFileHoldsUpNothing()
{
    auto desk = m_world->desk();
    desk->quit();
    desk->options.backOff = sync::BackOff(3 * patienceMs, 3 * patienceMs);
    desk->reopen();
    m_world->network.setScript([&](const QByteArray &method, const QByteArray &) { return method == "PUT" ? Fault{Fault::Kind::Page, 0, 413} : Fault(); });
    QVERIFY(desk->signIn(me));
    QTRY_COMPARE_WITH_TIMEOUT(desk->link(), sync::LinkState::Online, patienceMs);
    const WithFiles sent = submitCaseWithFiles(*desk, {"%PDF-content"});
    QTRY_VERIFY_WITH_TIMEOUT(desk->waiting().value(0).attempts > 0, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk->engine().status().reason, patienceMs);
    QVERIFY(desk->engine().status().nextTry.isValid());
    CaseMaker bystander = m_world->makeCase(me, m_world->simpleItems().last());
    QVERIFY(desk->submit(bystander.takeBatch()).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!desk->current(bystander.value().id).number.isEmpty(), patienceMs);
    QCOMPARE(desk->waiting().value(0).command.caseId, sent.id);
}

/** Who came in without the exchange is signed in by the first call: what a page answers to that is no word about a file. */
void TestSyncFiles::aPageAtTheLaterSignIn()
{
    auto desk = m_world->desk();
    bool page = true;
    m_world->network.setScript([&](const QByteArray &, const QByteArray &path) {
        return path.endsWith("/sign-in") && page ? Fault{Fault::Kind::Page} : Fault();
    });
    const WithFiles sent = submitCaseWithFiles(*desk, {"%PDF-content"});
    const auto later = desk->client().signInLater(me, QString::fromUtf8(World::secret), me);
    desk->engine().start(me);
    const auto head = [&] { return desk->waiting().value(0); };
    QTRY_VERIFY_WITH_TIMEOUT(head().attempts > 1, patienceMs);
    QCOMPARE(head().lastError->code, FailureCode::NetworkProtocol);
    QTRY_COMPARE_WITH_TIMEOUT(desk->link(), sync::LinkState::Offline, patienceMs);
    QCOMPARE(desk->engine().status().reason->code, FailureCode::NetworkProtocol);
    QVERIFY(desk->recent().isEmpty());
    page = false;
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), patienceMs);
    QVERIFY(await(later).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(sent.id), *m_world->truth(sent.id), patienceMs);
    QVERIFY(!desk->current(sent.id).number.isEmpty());
    QCOMPARE(refusalOf(*desk, sent), FailureCode::InternalFault);
}

QTEST_GUILESS_MAIN(TestSyncFiles)
#include "tst_syncfiles.moc"
