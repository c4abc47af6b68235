// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <exchange/cataloguefiles.h>

#include <wire/cataloguejson.h>
#include <wire/json.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace yichuang::exchange {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

/** The rows of a file: its array, or its one object. */
domain::Result<QJsonArray> rowsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::failure(FailureCode::ResourceMissing, u"cannot read "_s + QDir::toNativeSeparators(path));
    const QByteArray bytes = file.read(wire::maxJsonBytes);
    // The wire's reader takes objects only, and keeps its limits when an array is put into one.
    if (bytes.trimmed().startsWith('[')) {
        const auto object = wire::parseObject("{\"rows\":" + bytes + '}');
        if (!object)
            return domain::failure(object.error().code, QFileInfo(path).fileName() + u": "_s + object.error().detail);
        return object->value("rows"_L1).toArray();
    }
    const auto object = wire::parseObject(bytes);
    if (!object)
        return domain::failure(object.error().code, QFileInfo(path).fileName() + u": "_s + object.error().detail);
    return QJsonArray{*object};
}

domain::Result<QJsonArray> rowsOfFolder(const QString &folder)
{
    QJsonArray all;
    const QStringList names = QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const auto rows = rowsOf(folder + u'/' + name);
        if (!rows)
            return rows;
        for (const QJsonValue &row : *rows)
            all.append(row);
    }
    return all;
}

} // namespace

domain::Result<domain::Catalogue::Content> catalogueFromFiles(const QString &folder)
{
    const auto city = rowsOf(folder + u"/city.json"_s);
    if (!city)
        return tl::unexpected(city.error());
    if (city->isEmpty())
        return domain::failure(FailureCode::CatalogueBadData, u"city.json is empty"_s);
    QJsonObject whole = city->first().toObject();
    const auto types = rowsOf(folder + u"/certificate-types.json"_s);
    if (!types)
        return tl::unexpected(types.error());
    whole.insert("certificateTypes"_L1, *types);
    const auto items = rowsOfFolder(folder + u"/items"_s);
    if (!items)
        return tl::unexpected(items.error());
    whole.insert("items"_L1, *items);
    const auto events = rowsOfFolder(folder + u"/life-events"_s);
    if (!events)
        return tl::unexpected(events.error());
    whole.insert("lifeEvents"_L1, *events);
    return wire::catalogueContentFromJson(whole);
}

QString demoCatalogueFolder()
{
    return u":/exchange/catalogue"_s;
}

} // namespace yichuang::exchange
