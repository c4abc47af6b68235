// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "schema.h"

#include "database.h"

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

domain::Result<Schema> currentSchema(Session &session)
{
    const auto version = session.select(u"SELECT version FROM schema_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    const auto readers = session.select(u"SELECT oldest FROM schema_readers"_s);
    if (!readers)
        return tl::unexpected(readers.error());
    const qint64 found = version->isEmpty() ? 0 : version->first().first().toLongLong();
    return Schema{found, readers->isEmpty() ? found : readers->first().first().toLongLong()};
}

domain::Result<void> runAll(Session &session, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const auto done = session.change(statement); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

/** Both tables hold one row. */
domain::Result<void> setSchema(Session &session, const Schema &schema)
{
    if (const auto emptied = runAll(session, {u"DELETE FROM schema_version"_s, u"DELETE FROM schema_readers"_s}); !emptied)
        return emptied;
    if (const auto put = session.change(u"INSERT INTO schema_version (version) VALUES (?)"_s, {schema.version}); !put)
        return tl::unexpected(put.error());
    if (const auto put = session.change(u"INSERT INTO schema_readers (oldest) VALUES (?)"_s, {schema.readableFrom}); !put)
        return tl::unexpected(put.error());
    return {};
}

} // namespace

domain::Result<void> Database::migrate()
{
    return migrate(migrations(*m_dialect));
}

domain::Result<Schema> Database::schema()
{
    return write([](Session &session) -> domain::Result<Schema> {
        const auto made = runAll(session, {u"CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)"_s,
                                           u"CREATE TABLE IF NOT EXISTS schema_readers (oldest BIGINT NOT NULL)"_s});
        return made ? currentSchema(session) : tl::unexpected(made.error());
    });
}

domain::Result<void> Database::migrate(const QList<Migration> &steps)
{
    const auto found = schema();
    if (!found)
        return tl::unexpected(found.error());
    if (!found->suits(steps.size()))
        return domain::failure(FailureCode::StorageUnavailable, u"the database is of a newer program (schema %1)"_s.arg(found->version));
    if (found->version >= steps.size())
        return {};
    const QString copy = m_dialect->copyBeforeMigration(found->version);
    if (found->version > 0 && !copy.isEmpty()) {
        if (const auto kept = copyTo(copy); !kept)
            return kept;
    }
    return write([&](Session &session) -> domain::Result<void> {
        // Another program may have come first.
        const auto version = currentSchema(session);
        if (!version)
            return tl::unexpected(version.error());
        if (version->version >= steps.size())
            return {};
        for (qsizetype step = version->version; step < steps.size(); ++step) {
            if (const auto done = runAll(session, steps.at(step).statements); !done)
                return done;
        }
        return setSchema(session, {steps.size(), steps.last().readableFrom});
    });
}

} // namespace yichuang::exchange
