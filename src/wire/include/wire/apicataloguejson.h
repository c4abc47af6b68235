// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <wire/apicatalogue.h>

#include <QByteArrayView>
#include <QJsonObject>

/** JSON of the catalogue route. Decoders are total: any bytes give a value or WIRE-001 … 004. */
namespace yichuang::wire {

[[nodiscard]] QJsonObject toJson(const CatalogueAnswer &value);
[[nodiscard]] domain::Result<CatalogueAnswer> catalogueAnswerFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<CatalogueAnswer> catalogueAnswerFromJson(const QJsonObject &object);

} // namespace yichuang::wire
