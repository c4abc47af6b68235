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
    void refusedFileRefusesItsCommand();
    void filesOfAColleagueAreInNobodysWay();

private:
    struct WithFile {
        domain::CaseId id;
        QString attachmentId;
        QByteArray content;
    };
    WithFile submitCaseWithFile(TestDesk &desk, const QByteArray &content, const QString &clerk = me, int files = 1);

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

/** With more files than one, each takes the place of the one before as the clerk's choice; all of them go to the exchange. */
TestSyncFiles::WithFile TestSyncFiles::submitCaseWithFile(TestDesk &desk, const QByteArray &content, const QString &clerk, int files)
{
    CaseMaker maker = m_world->makeCase(clerk, m_item, false);
    const domain::CaseId id = maker.value().id;
    if (!desk.submit(maker.takeBatch()))
        qFatal("draft not stored");
    QString attachmentId;
    for (int i = 0; i < files; ++i) {
        const auto saved = await(desk.store().saveAttachment(id, u"a.pdf"_s, content));
        if (!saved)
            qFatal("file not stored: %s", qPrintable(saved.error().detail));
        attachmentId = saved->attachmentId;
        maker.give(domain::command::SetMaterial{m_material, *saved});
    }
    maker.receive();
    if (!desk.submit(maker.takeBatch()))
        qFatal("receipt not stored");
    return {id, attachmentId, content};
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
    const WithFile file = submitCaseWithFile(*desk, QByteArray(100000, 'f'));
    QVERIFY(desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), patienceMs);
    QCOMPARE(order.first(), u"PUT"_s);
    QCOMPARE(order.count(u"PUT"_s), 1);
    const auto truth = m_world->truth(file.id);
    QVERIFY(truth.has_value());
    QVERIFY(!truth->number.isEmpty());
    QTRY_COMPARE(desk->current(file.id), *truth);
    QCOMPARE(*await(m_world->direct(u"super01"_s)->attachment(file.attachmentId)), file.content);
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
    const WithFile file = submitCaseWithFile(*desk, "content");
    QVERIFY(desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), patienceMs);
    QVERIFY(puts >= 4);
    QVERIFY(pushed > 0);
    QCOMPARE(pushedTooEarly, 0);
    QTRY_COMPARE(desk->current(file.id), *m_world->truth(file.id));
}

void TestSyncFiles::refusedFileRefusesItsCommand()
{
    auto desk = m_world->desk();
    const WithFile file = submitCaseWithFile(*desk, "content");
    // Somebody else's file lies there under this id: the exchange will never take ours.
    const auto other = m_world->direct(u"clerk02"_s);
    QVERIFY(await(other->putAttachment(file.attachmentId, m_world->clock.newId(), "another")).has_value());
    CaseMaker bystander = m_world->makeCase(me, m_world->simpleItems().last());
    QVERIFY(desk->submit(bystander.takeBatch()).has_value());
    QVERIFY(desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(file.id), *m_world->truth(file.id), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(bystander.value().id), *m_world->truth(bystander.value().id), patienceMs);
    QVERIFY(!desk->current(bystander.value().id).number.isEmpty());
    int refused = 0;
    for (const store::StoredCommand &row : desk->recent()) {
        const auto *material = std::get_if<domain::command::SetMaterial>(&row.command.body);
        if (row.state != CommandState::Refused || !material || !material->state)
            continue;
        refused += material->state->attachmentId == file.attachmentId;
        QCOMPARE(row.lastError->code, FailureCode::IdempotencyMismatch);
    }
    QCOMPARE(refused, 1);
}

/** A colleague left the desk with a day's scans unsent: they wait for the colleague's own token, ours go. */
void TestSyncFiles::filesOfAColleagueAreInNobodysWay()
{
    auto desk = m_world->desk();
    constexpr int files = 501;
    const WithFile theirs = submitCaseWithFile(*desk, "theirs", u"clerk02"_s, files);
    const WithFile ours = submitCaseWithFile(*desk, "ours");
    QVERIFY(desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(!desk->current(ours.id).number.isEmpty(), patienceMs);
    QCOMPARE(*await(m_world->direct(u"super01"_s)->attachment(ours.attachmentId)), ours.content);
    QCOMPARE(desk->current(ours.id).materials.value(m_material).attachmentId, ours.attachmentId);
    QVERIFY(!m_world->truth(theirs.id).has_value());
    // With the colleague's token nothing stays stuck: what is more than the exchange keeps of a case is refused and told.
    desk->signOut();
    QVERIFY(desk->signIn(u"clerk02"_s));
    QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), 4 * patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(theirs.id), *m_world->truth(theirs.id), patienceMs);
    QVERIFY(!desk->current(theirs.id).number.isEmpty());
}

QTEST_GUILESS_MAIN(TestSyncFiles)
#include "tst_syncfiles.moc"
