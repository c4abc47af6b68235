// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "demoseed.h"

#include "../storage/casestore.h"
#include "democertificates.h"

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostCitizens = 1000000;
constexpr int familiesPerBatch = 400;
const QString markCounter = u"demo"_s;
const QString seedCounter = u"demo seed"_s;

struct Progress {
    int families = 0;
    int citizens = 0;
    qint64 nextRow = 1;
};

domain::Result<qint64> counter(Session &session, const QString &name)
{
    const auto rows = session.select(u"SELECT value FROM counters WHERE name = ?"_s, {name});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->isEmpty() ? 0 : rows->first().first().toLongLong();
}

domain::Result<void> setCounter(Session &session, const QString &name, qint64 value)
{
    const auto done = session.change(u"INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s, {name, value});
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

domain::Result<Progress> progressOf(Session &session)
{
    const auto families = counter(session, u"demo families"_s);
    const auto citizens = counter(session, u"demo citizens"_s);
    const auto rows = certificatestore::certificateCount(session);
    for (const auto *value : {&families, &citizens, &rows}) {
        if (!*value)
            return tl::unexpected(value->error());
    }
    return Progress{static_cast<int>(*families), static_cast<int>(*citizens), *rows + 1};
}

/** The mark makes a database a demo's for good, so it is not put on one that others have filled. */
domain::Result<void> checkUntouched(Session &session)
{
    const auto others = session.select(u"SELECT 1 WHERE EXISTS (SELECT 1 FROM persons) OR EXISTS (SELECT 1 FROM cases) OR EXISTS (SELECT 1 FROM operators)"_s);
    if (!others)
        return tl::unexpected(others.error());
    if (!others->isEmpty())
        return domain::failure(FailureCode::ArgumentInvalid, u"the database holds accounts, people or cases that are no demo's: seed an empty folder"_s);
    return {};
}

domain::Result<void> writeFamily(Session &session, const DemoFamily &family, const DemoPapers &papers, QDate today)
{
    for (const CityPerson &person : family.members) {
        const Person row{person.id, person.card.documentKind(), person.card.number, person.card.name, person.age(today) < 18};
        if (const auto added = certificatestore::addPerson(session, row); !added)
            return added;
    }
    for (const StoredCertificate &certificate : papers.certificates) {
        if (const auto added = certificatestore::addCertificate(session, certificate); !added)
            return added;
    }
    for (const DemoLink &link : papers.links) {
        if (const auto added = certificatestore::addLink(session, link.personId, link.row, link.relation); !added)
            return added;
    }
    return {};
}

} // namespace

domain::Result<void> claimForDemo(Database &database, quint64 seed)
{
    return database.write([seed](Session &session) -> domain::Result<void> {
        const auto progress = progressOf(session);
        const auto mark = counter(session, markCounter);
        const auto before = counter(session, seedCounter);
        for (const auto *error : {progress ? nullptr : &progress.error(), mark ? nullptr : &mark.error(), before ? nullptr : &before.error()}) {
            if (error)
                return tl::unexpected(*error);
        }
        // A city of before the mark has its families.
        if (*mark == 0 && progress->citizens == 0) {
            if (const auto untouched = checkUntouched(session); !untouched)
                return untouched;
        }
        if (*mark > 0 && progress->citizens > 0 && static_cast<quint64>(*before) != seed)
            return domain::failure(FailureCode::ArgumentInvalid, u"the city here was made from seed %1"_s.arg(static_cast<quint64>(*before)));
        if (const auto marked = setCounter(session, markCounter, 1); !marked)
            return marked;
        return progress->citizens > 0 ? domain::Result<void>() : setCounter(session, seedCounter, static_cast<qint64>(seed));
    });
}

domain::Result<void> seedDemoCity(Database &database, const domain::Catalogue &catalogue, quint64 seed, int citizens, QDate today)
{
    if (citizens < 0 || citizens > mostCitizens)
        return domain::failure(FailureCode::ArgumentInvalid, u"0 to %1 citizens"_s.arg(mostCitizens));
    auto progress = database.read([](Session &session) { return progressOf(session); });
    if (!progress)
        return tl::unexpected(progress.error());
    while (progress->citizens < citizens) {
        const auto batch = database.write([&](Session &session) -> domain::Result<Progress> {
            Progress now = *progress;
            for (int i = 0; i < familiesPerBatch && now.citizens < citizens; ++i) {
                const DemoFamily family = demoFamily(seed, now.families, today, citizens - now.citizens);
                const DemoPapers papers = demoPapers(family, catalogue, seed, now.nextRow, today);
                if (const auto written = writeFamily(session, family, papers, today); !written)
                    return tl::unexpected(written.error());
                ++now.families;
                now.citizens += static_cast<int>(family.members.size());
                now.nextRow += papers.certificates.size();
            }
            if (const auto set = setCounter(session, u"demo families"_s, now.families); !set)
                return tl::unexpected(set.error());
            if (const auto set = setCounter(session, u"demo citizens"_s, now.citizens); !set)
                return tl::unexpected(set.error());
            return now;
        });
        if (!batch)
            return tl::unexpected(batch.error());
        progress = *batch;
    }
    return {};
}

domain::Result<bool> holdsDemoCity(Database &database)
{
    const auto progress = database.read([](Session &session) { return progressOf(session); });
    if (!progress)
        return tl::unexpected(progress.error());
    return progress->citizens > 0;
}

} // namespace yichuang::exchange
