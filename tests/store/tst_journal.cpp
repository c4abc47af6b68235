// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <casemaker.h>
#include <teststore.h>

#include <QSqlQuery>
#include <QtTest>
#include <vault/vault.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::test;

/** The journal of a draft: a field's next edit takes the place of the one before, until F9 moves all to the outbox. */
class TstJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }
    void editsOfAFieldAreOneCommand();
    void severalInOneTransaction();
    void outboxIsLeftAlone();
    void exchangeTakesWhatIsLeft();
    void placeIsWholeOrNothing();
    void editTakesNoOtherPages();

private:
    /** Leaves a field: at the end, or in the place of `earlier`. */
    domain::CaseCommand leave(const QString &field, const QString &value, const std::optional<domain::CaseCommand> &earlier = {});
    [[nodiscard]] QStringList journal();

    std::unique_ptr<TestStore> m_world;
    std::unique_ptr<CaseMaker> m_maker;
    std::atomic<int> m_left{-1};
};

void TstJournal::init()
{
    m_left = -1;
    m_world = std::make_unique<TestStore>();
    m_world->failStatement = [this] { return m_left >= 0 && m_left-- == 0; };
    m_maker = std::make_unique<CaseMaker>(1);
    QVERIFY(await(m_world->open().submitAll(m_maker->draft(), m_maker->stamp())));
}

domain::CaseCommand TstJournal::leave(const QString &field, const QString &value, const std::optional<domain::CaseCommand> &earlier)
{
    const auto command = earlier ? m_maker->giveInPlaceOf(*earlier, setField(field, value)) : m_maker->give(setField(field, value));
    store::Places places;
    if (earlier)
        places.insert(command.id, earlier->id);
    const auto stored = await(m_world->open().submitAll({command}, m_maker->stamp(), places));
    if (!stored || stored->current != m_maker->now)
        qFatal("the store does not say what the desk shows");
    return command;
}

/** What the journal says, with the revision each command is made on. */
QStringList TstJournal::journal()
{
    QStringList all;
    const auto rows = await(m_world->open().timeline(m_maker->id()));
    for (const store::TimelineRow &row : *rows) {
        const auto *edit = std::get_if<domain::command::SetField>(&row.command.body);
        const QString what = edit ? edit->fieldId + u'=' + edit->value.value : domain::commandName(row.command.body);
        all << u"%1 %2"_s.arg(row.command.baseRevision).arg(what);
    }
    return all;
}

void TstJournal::editsOfAFieldAreOneCommand()
{
    const auto first = leave(u"a"_s, u"1"_s);
    leave(u"b"_s, u"1"_s);
    leave(u"c"_s, u"1"_s);
    const auto second = leave(u"a"_s, u"2"_s, first);
    const QStringList expected{u"0 open-case"_s, u"1 set-applicant"_s, u"2 add-item"_s, u"3 b=1"_s, u"4 c=1"_s, u"5 a=2"_s};
    QCOMPARE(journal(), expected);
    // A close and a new start change nothing, and the next edit goes on from there.
    m_world->close();
    QCOMPARE(await(m_world->open().loadCase(m_maker->id()))->current, m_maker->now);
    QCOMPARE(journal(), expected);
    leave(u"a"_s, u"3"_s, second);
    QCOMPARE(journal().last(), u"5 a=3"_s);
    QCOMPARE(journal().size(), expected.size());
}

void TstJournal::severalInOneTransaction()
{
    const auto first = leave(u"a"_s, u"1"_s);
    store::Places places;
    const auto second = m_maker->giveInPlaceOf(first, setField(u"a"_s, u"2"_s));
    places.insert(second.id, first.id);
    const auto other = m_maker->give(setField(u"b"_s, u"1"_s));
    const auto third = m_maker->giveInPlaceOf(second, setField(u"a"_s, u"3"_s));
    places.insert(third.id, second.id);
    const auto stored = await(m_world->open().submitAll({second, other, third}, m_maker->stamp(), places));
    QVERIFY(stored);
    QCOMPARE(stored->current, m_maker->now);
    QCOMPARE(journal().sliced(3), (QStringList{u"3 b=1"_s, u"4 a=3"_s}));
}

void TstJournal::outboxIsLeftAlone()
{
    const auto first = leave(u"a"_s, u"1"_s);
    QVERIFY(await(m_world->open().submit(m_maker->receive(), m_maker->stamp())));
    const auto before = journal();
    const int waiting = *await(m_world->open().waitingCount());
    auto late = m_maker->make(setField(u"a"_s, u"2"_s));
    --late.baseRevision;
    const auto refused = await(m_world->open().submitAll({late}, m_maker->stamp(), {{late.id, first.id}}));
    QCOMPARE(refused.error().code, domain::FailureCode::CaseStaleRevision);
    const auto unknown = await(m_world->open().submitAll({late}, m_maker->stamp(), {{late.id, late.id}}));
    QCOMPARE(unknown.error().code, domain::FailureCode::CaseStaleRevision);
    QCOMPARE(journal(), before);
    QCOMPARE(*await(m_world->open().waitingCount()), waiting);
    QCOMPARE(await(m_world->open().loadCase(m_maker->id()))->current, m_maker->now);
}

void TstJournal::exchangeTakesWhatIsLeft()
{
    auto a = leave(u"a"_s, u"0"_s);
    auto b = leave(u"b"_s, u"0"_s);
    for (int i = 1; i < 10; ++i) {
        a = leave(u"a"_s, QString::number(i), a);
        b = leave(u"b"_s, QString::number(i), b);
    }
    QVERIFY(await(m_world->open().submit(m_maker->receive(), m_maker->stamp())));
    const auto pending = await(m_world->open().pendingCommands(100, m_world->clock.now()));
    QVERIFY(pending);
    QCOMPARE(pending->size(), 6);
    ReferenceExchange exchange;
    for (const store::StoredCommand &row : *pending) {
        const auto taken = exchange.take(row.command);
        QVERIFY2(taken, qPrintable(domain::failureText(taken.error().code)));
    }
    const auto fields = exchange.cases.value(m_maker->id()).fields;
    QCOMPARE(fields.size(), 2);
    QCOMPARE(fields.value(u"a"_s).value, u"9"_s);
    QCOMPARE(fields.value(u"b"_s).value, u"9"_s);
    QVERIFY(await(m_world->open().applyEvents(exchange.events, u"clerk01"_s, exchange.events.size())));
    QCOMPARE(await(m_world->open().loadCase(m_maker->id()))->current, exchange.cases.value(m_maker->id()));
}

void TstJournal::placeIsWholeOrNothing()
{
    const auto first = leave(u"a"_s, u"1"_s);
    leave(u"b"_s, u"1"_s);
    leave(u"c"_s, u"1"_s);
    const domain::Case shown = m_maker->now;
    const QStringList before = journal();
    const auto second = m_maker->giveInPlaceOf(first, setField(u"a"_s, u"2"_s));
    for (int i = 0;; ++i) {
        QVERIFY2(i < 1000, "the fault never ran out");
        m_left = i;
        const auto stored = await(m_world->open().submitAll({second}, m_maker->stamp(), {{second.id, first.id}}));
        m_left = -1;
        if (stored) {
            QVERIFY(i > 5);
            break;
        }
        QCOMPARE(journal(), before);
        QCOMPARE(await(m_world->open().loadCase(m_maker->id()))->current, shown);
    }
    QCOMPARE(await(m_world->open().loadCase(m_maker->id()))->current, m_maker->now);
    QCOMPARE(journal().size(), before.size());
}

/** A case that grows by a few letters is written over where it lies; no page is given back or taken. */
void TstJournal::editTakesNoOtherPages()
{
    const auto pages = [this](const QString &what) {
        vault::VaultRequest request;
        request.file = m_world->file();
        request.key = FixedKeyProvider::key();
        request.highestVersion = 1000;
        request.role = vault::CipherRole::Reader;
        const auto connection = vault::Vault::open(request);
        if (!connection)
            qFatal("the file does not open");
        QSqlQuery query((*connection)->database());
        return query.exec(what) && query.next() ? query.value(0).toInt() : -1;
    };
    for (int field = 0; field < 34; ++field)
        leave(u"field-%1"_s.arg(field), u"示例市示例区示例街道%1号"_s.arg(field));
    const int length = pages(u"SELECT length(current) FROM cases"_s);
    QVERIFY2(length > 4096, "the case lies on one page");
    const int free = pages(u"PRAGMA freelist_count"_s);
    const auto before = await(m_world->open().loadCase(m_maker->id()));
    leave(u"note"_s, u"一"_s);
    leave(u"remark"_s, u"一个较长的示例"_s);
    QCOMPARE(pages(u"SELECT length(current) FROM cases"_s), length);
    QCOMPARE(pages(u"PRAGMA freelist_count"_s), free);
    const auto after = await(m_world->open().readBack(m_maker->id()));
    QVERIFY(before && after);
    QCOMPARE(after->current, m_maker->now);
    QVERIFY(!(after->current == before->current));
}

QTEST_GUILESS_MAIN(TstJournal)
#include "tst_journal.moc"
