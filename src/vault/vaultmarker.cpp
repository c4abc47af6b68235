// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "vaultmarker.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace yichuang::vault {

namespace {

constexpr qint64 LargestMarker = 4096;

} // namespace

QString markerPath(const QString &file)
{
    return file + u".marker"_s;
}

std::optional<VaultMarker> readMarker(const QString &file)
{
    QFile in(markerPath(file));
    if (!in.exists())
        return std::nullopt;
    VaultMarker marker;
    if (!in.open(QIODevice::ReadOnly))
        return marker;
    const QJsonObject body = QJsonDocument::fromJson(in.read(LargestMarker)).object();
    marker.filled = body.value("filled"_L1).toBool();
    marker.damageMet = body.value("damageMet"_L1).toBool();
    const QJsonArray ids = body.value("keyIds"_L1).toArray();
    for (const QJsonValue &id : ids)
        marker.keyIds << id.toString();
    return marker;
}

domain::Result<void> writeMarker(const QString &file, const VaultMarker &marker)
{
    QSaveFile out(markerPath(file));
    QJsonObject body{{u"format"_s, 1}, {u"keyIds"_s, QJsonArray::fromStringList(marker.keyIds)}, {u"filled"_s, marker.filled}};
    if (marker.damageMet)
        body.insert(u"damageMet"_s, true);
    const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.flush() || !out.commit())
        return domain::failure(domain::FailureCode::VaultNotWritable, u"the marker file: %1"_s.arg(out.errorString()));
    return {};
}

} // namespace yichuang::vault
