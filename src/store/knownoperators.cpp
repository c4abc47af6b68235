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

} // namespace

Result<std::optional<KnownOperator>> knownOperator(Writing &writing, const QString &login)
{
    const Row row = writing.sql.row(u"SELECT value FROM settings WHERE key=?"_s, {prefix + login});
    return row.isEmpty() ? std::nullopt : operatorFrom(login, row.at(0).toByteArray());
}

Result<void> keepKnownOperator(Writing &writing, const KnownOperator &who)
{
    writing.sql.run(u"INSERT OR REPLACE INTO settings(key, value) VALUES(?, ?)"_s, {prefix + who.login, QString::fromUtf8(bytesOf(who))});
    return {};
}

Result<void> forgetKnownOperators(Writing &writing, const QDateTime &before)
{
    // '0' follows '/'.
    const QList<Row> rows = writing.sql.rows(u"SELECT key, value FROM settings WHERE key > 'operator/' AND key < 'operator0'"_s);
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

} // namespace yichuang::store
