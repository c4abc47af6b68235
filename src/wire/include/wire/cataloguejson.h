// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/catalogue.h>

#include <QByteArrayView>
#include <QJsonObject>

/** JSON of the catalogue. Decoders are total: any bytes give a value or WIRE-001 … 004. */
namespace yichuang::wire {

[[nodiscard]] QJsonObject toJson(const domain::Catalogue::Content &value);
[[nodiscard]] domain::Result<domain::Catalogue::Content> catalogueContentFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::Catalogue::Content> catalogueContentFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::ServiceItem &value);
[[nodiscard]] domain::Result<domain::ServiceItem> serviceItemFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::ServiceItem> serviceItemFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::LifeEvent &value);
[[nodiscard]] domain::Result<domain::LifeEvent> lifeEventFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::LifeEvent> lifeEventFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::CertificateType &value);
[[nodiscard]] domain::Result<domain::CertificateType> certificateTypeFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::CertificateType> certificateTypeFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::Department &value);
[[nodiscard]] domain::Result<domain::Department> departmentFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::Department> departmentFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::Category &value);
[[nodiscard]] domain::Result<domain::Category> categoryFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::Category> categoryFromJson(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const domain::PurposeCategory &value);
[[nodiscard]] domain::Result<domain::PurposeCategory> purposeCategoryFromJson(QByteArrayView json);
[[nodiscard]] domain::Result<domain::PurposeCategory> purposeCategoryFromJson(const QJsonObject &object);

} // namespace yichuang::wire
