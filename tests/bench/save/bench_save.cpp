// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Saving an accepted case durably, against one bare SQLCipher insert of the same bytes. Usage: bench_save [ROUNDS]
#include "fullcase.h"
#include "kit/barecipher.h"
#include "kit/benchstore.h"
#include "kit/figures.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::bench;

namespace {

void submit(store::CaseStore &store, const QList<domain::CaseCommand> &commands, const domain::Stamp &stamp)
{
    const auto saved = store.submitAll(commands, stamp).result();
    if (!saved)
        giveUp(saved.error().detail);
}

/** Reads back what the store wrote, so that the baseline writes the same. */
class Written
{
public:
    explicit Written(BareCipher &db)
        : m_snapshot(db.prepare("SELECT current FROM cases WHERE id=?1"))
        , m_command(db.prepare("SELECT body || stamp FROM commands WHERE id=?1"))
        , m_words(db.prepare("SELECT coalesce((SELECT words FROM search_recent r WHERE r.sort=l.sort),"
                             " (SELECT words FROM search_words w WHERE w.sort=l.sort)) FROM case_list l WHERE l.id=?1"))
    {
    }

    /** Without the blanks that fill its last page: they are the store's own business and count against it. */
    QByteArray snapshot(const domain::CaseId &id) { return m_snapshot.bindBlob(1, id.toRfc4122()).first().trimmed(); }
    QByteArray words(const domain::CaseId &id) { return m_words.bindBlob(1, id.toRfc4122()).first(); }
    QByteArray commands(const QList<domain::CaseCommand> &commands)
    {
        QByteArray all;
        for (const domain::CaseCommand &command : commands)
            all += m_command.bindBlob(1, command.id.toRfc4122()).first();
        return all;
    }

private:
    BareStatement m_snapshot;
    BareStatement m_command;
    BareStatement m_words;
};

class SaveBench
{
public:
    SaveBench();
    void run(int rounds);

private:
    void settle();
    void oneReceive(int serial, bool measured);
    void oneWhole(int serial, bool measured);
    double insertBare(const QByteArray &bytes);

    BenchStore m_store;
    std::unique_ptr<BareCipher> m_bare;
    std::unique_ptr<BareCipher> m_look;
    std::unique_ptr<Written> m_written;
    std::unique_ptr<BareStatement> m_insert;
    int m_inserts = 0;
    Samples m_receive, m_receiveBare, m_whole, m_wholeBare;
};

SaveBench::SaveBench()
{
    m_store.open();
    m_bare = std::make_unique<BareCipher>(m_store.folder() + u"/bare.db"_s, *m_store.key());
    m_bare->exec("CREATE TABLE saved(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
    m_look = std::make_unique<BareCipher>(m_store.file(), *m_store.key());
    m_written = std::make_unique<Written>(*m_look);
    m_insert = std::make_unique<BareStatement>(m_bare->prepare("INSERT INTO saved(bytes) VALUES(?1)"));
}

/** Waits until the store has tidied up after its answers: neither side pays for what the other one left undone. */
void SaveBench::settle()
{
    if (!m_store.store().feedCursor(u"clerk01"_s).result())
        giveUp(u"the store does not answer"_s);
}

double SaveBench::insertBare(const QByteArray &bytes)
{
    // Its journal too is emptied while nobody waits.
    if (++m_inserts % 100 == 0)
        m_bare->exec("PRAGMA wal_checkpoint(PASSIVE)");
    m_insert->bindBlob(1, bytes);
    return timed([&] { m_insert->run(); });
}

/** F9 on a draft whose every edit is already saved: what the clerk waits for. */
void SaveBench::oneReceive(int serial, bool measured)
{
    const FullCase made = makeFullCase(m_store.clock(), serial);
    submit(m_store.store(), made.draft, made.stamp);
    settle();
    const double ours = timed([&] { submit(m_store.store(), {made.receive}, made.stamp); });
    settle();
    // What is new with F9: the case, the command, and the words by which it is found. Its row in the list, the places of
    // its commands in the queue and the counters are the store's own business and count against it.
    const double bare = insertBare(m_written->snapshot(made.id) + m_written->commands({made.receive}) + m_written->words(made.id));
    if (!measured)
        return;
    m_receive.add(ours);
    m_receiveBare.add(bare);
}

/** The whole case at once: every command with its journal row, and the search. */
void SaveBench::oneWhole(int serial, bool measured)
{
    const FullCase made = makeFullCase(m_store.clock(), serial);
    const QList<domain::CaseCommand> all = made.draft + QList{made.receive};
    settle();
    const double ours = timed([&] { submit(m_store.store(), all, made.stamp); });
    settle();
    const double bare = insertBare(m_written->snapshot(made.id) + m_written->commands(all) + m_written->words(made.id));
    if (!measured)
        return;
    m_whole.add(ours);
    m_wholeBare.add(bare);
}

void SaveBench::run(int rounds)
{
    constexpr int warmUp = 10;
    for (int i = 0; i < rounds + warmUp; ++i) {
        oneReceive(2 * i, i >= warmUp);
        oneWhole(2 * i + 1, i >= warmUp);
    }
    const FullCase last = makeFullCase(m_store.clock(), 99'999'999);
    submit(m_store.store(), last.draft + QList{last.receive}, last.stamp);
    say(u"  %1 commands, snapshot of %2 bytes"_s.arg(last.draft.size() + 1).arg(m_written->snapshot(last.id).size()));
    printSeries(u"save.receive"_s, m_receive, m_receiveBare, u"ratio <= 1.3"_s);
    printSeries(u"save.whole-case"_s, m_whole, m_wholeBare, {});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    SaveBench().run(arguments.size() > 1 ? std::max(1, arguments.at(1).toInt()) : 200);
    return 0;
}
