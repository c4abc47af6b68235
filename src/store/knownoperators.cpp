// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "knownoperators.h"

#include "casestoreprivate.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <wire/apisessionjson.h>
#include <wire/json.h>

namespace yichuang::store {

using domain::Result;
using namespace Qt::StringLiterals;

namespace {

// Rows of the settings table; whoever may be many has a table of their own, a window's operators are a handful.
const QString prefix = u"operator/"_s;
const QString namePrefix = u"operator-name/"_s;

QByteArray bytesOf(const KnownOperator &who)
{
    const wire::Operator account{who.operatorId, who.name, who.role, who.departmentId, who.windowId, who.windowName, who.hallName};
    return wire::toBytes(QJsonObject{{u"verifier"_s, who.verifier},
                                     {u"account"_s, wire::toJson(account)},
                                     {u"confirmedAt"_s, who.confirmedAt.toMSecsSinceEpoch()},
                                     {u"failures"_s, who.failures},
                                     {u"lockedUntil"_s, who.lockedUntil.isValid() ? who.lockedUntil.toMSecsSinceEpoch() : 0}});
}

QDateTime momentOf(const QJsonValue &value)
{
    const qint64 ms = qint64(value.toDouble());
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime();
}

std::optional<KnownOperator> operatorFrom(const QString &login, const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const auto account = wire::operatorFromJson(object.value(u"account"_s).toObject());
    const QDateTime confirmedAt = momentOf(object.value(u"confirmedAt"_s));
    if (!account || !confirmedAt.isValid())
        return std::nullopt;
    return KnownOperator{login, object.value(u"verifier"_s).toString(), account->id, account->name, account->role, account->departmentId, account->windowId,
                         account->windowName, account->hallName, confirmedAt, object.value(u"failures"_s).toInt(), momentOf(object.value(u"lockedUntil"_s))};
}

/** Every row of a prefix that ends in a stroke: '0' follows '/'. */
QList<Row> settingsUnder(Sql &sql, const QString &start)
{
    return sql.rows(u"SELECT key, value FROM settings WHERE key > ? AND key < ?"_s, {start, QString(start.chopped(1) + u'0')});
}

} // namespace

Result<std::optional<KnownOperator>> knownOperator(Writing &writing, const QString &login)
{
    const Row row = writing.sql.row(u"SELECT value FROM settings WHERE key=?"_s, {prefix + login});
    return row.isEmpty() ? std::nullopt : operatorFrom(login, row.at(0).toByteArray());
}

Result<void> keepOperatorName(Writing &writing, const QString &operatorId, const QString &name)
{
    writing.sql.run(u"INSERT OR REPLACE INTO settings(key, value) VALUES(?, ?)"_s, {QString(namePrefix + operatorId), name});
    return {};
}

Result<void> keepKnownOperator(Writing &writing, const KnownOperator &who)
{
    writing.sql.run(u"INSERT OR REPLACE INTO settings(key, value) VALUES(?, ?)"_s, {prefix + who.login, QString::fromUtf8(bytesOf(who))});
    return keepOperatorName(writing, who.operatorId, who.name);
}

Result<void> forgetKnownOperators(Writing &writing, const QDateTime &before)
{
    const QList<Row> rows = settingsUnder(writing.sql, prefix);
    for (const Row &row : rows) {
        const auto who = operatorFrom({}, row.at(1).toByteArray());
        if (!before.isValid() || !who || who->confirmedAt < before)
            writing.sql.run(u"DELETE FROM settings WHERE key=?"_s, {row.at(0)});
    }
    return {};
}

Result<void> forgetKnownOperator(Writing &writing, const QString &login)
{
    writing.sql.run(u"DELETE FROM settings WHERE key=?"_s, {prefix + login});
    return {};
}

Result<QHash<QString, QString>> operatorNames(Writing &writing)
{
    QHash<QString, QString> names;
    const QList<Row> known = settingsUnder(writing.sql, prefix);
    for (const Row &row : known) {
        if (const auto who = operatorFrom({}, row.at(1).toByteArray()); who && !who->name.isEmpty())
            names.insert(who->operatorId, who->name);
    }
    const QList<Row> kept = settingsUnder(writing.sql, namePrefix);
    for (const Row &row : kept)
        names.insert(row.at(0).toString().sliced(namePrefix.size()), row.at(1).toString());
    return names;
}

Result<QHash<QString, int>> waitingByOperator(Writing &writing)
{
    QHash<QString, int> counts;
    const QList<Row> rows = writing.sql.rows(u"SELECT json_extract(CAST(c.body AS TEXT), '$.actor.operatorId'), count(*)"
                                             " FROM outbox o CROSS JOIN commands c ON c.position=o.position GROUP BY 1"_s);
    for (const Row &row : rows)
        counts.insert(row.at(0).toString(), row.at(1).toInt());
    return counts;
}

QFuture<Result<std::optional<KnownOperator>>> CaseStore::knownOperator(QString login)
{
    return d->write<std::optional<KnownOperator>>([=](Writing &w) { return store::knownOperator(w, login); });
}

QFuture<Result<void>> CaseStore::keepKnownOperator(KnownOperator who)
{
    return d->write<void>([=](Writing &w) { return store::keepKnownOperator(w, who); });
}

QFuture<Result<void>> CaseStore::forgetKnownOperators(QDateTime before)
{
    return d->write<void>([=](Writing &w) { return store::forgetKnownOperators(w, before); });
}

QFuture<Result<void>> CaseStore::forgetKnownOperator(QString login)
{
    return d->write<void>([=](Writing &w) { return store::forgetKnownOperator(w, login); });
}

QFuture<Result<void>> CaseStore::keepOperatorName(QString operatorId, QString name)
{
    return d->write<void>([=](Writing &w) { return store::keepOperatorName(w, operatorId, name); });
}

QFuture<Result<QHash<QString, QString>>> CaseStore::operatorNames()
{
    return d->write<QHash<QString, QString>>([](Writing &w) { return store::operatorNames(w); });
}

QFuture<Result<QHash<QString, int>>> CaseStore::waitingByOperator()
{
    return d->write<QHash<QString, int>>([](Writing &w) { return store::waitingByOperator(w); });
}

} // namespace yichuang::store
