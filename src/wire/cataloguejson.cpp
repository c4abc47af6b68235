// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/cataloguejson.h>

#include "catalogueshape.h"

namespace yichuang::wire {

QJsonObject toJson(const domain::Catalogue::Content &value)
{
    return write(value);
}

domain::Result<domain::Catalogue::Content> catalogueContentFromJson(QByteArrayView json)
{
    return read<domain::Catalogue::Content>(json);
}

domain::Result<domain::Catalogue::Content> catalogueContentFromJson(const QJsonObject &object)
{
    return read<domain::Catalogue::Content>(object);
}

QJsonObject toJson(const domain::ServiceItem &value)
{
    return write(value);
}

domain::Result<domain::ServiceItem> serviceItemFromJson(QByteArrayView json)
{
    return read<domain::ServiceItem>(json);
}

domain::Result<domain::ServiceItem> serviceItemFromJson(const QJsonObject &object)
{
    return read<domain::ServiceItem>(object);
}

QJsonObject toJson(const domain::LifeEvent &value)
{
    return write(value);
}

domain::Result<domain::LifeEvent> lifeEventFromJson(QByteArrayView json)
{
    return read<domain::LifeEvent>(json);
}

domain::Result<domain::LifeEvent> lifeEventFromJson(const QJsonObject &object)
{
    return read<domain::LifeEvent>(object);
}

QJsonObject toJson(const domain::CertificateType &value)
{
    return write(value);
}

domain::Result<domain::CertificateType> certificateTypeFromJson(QByteArrayView json)
{
    return read<domain::CertificateType>(json);
}

domain::Result<domain::CertificateType> certificateTypeFromJson(const QJsonObject &object)
{
    return read<domain::CertificateType>(object);
}

QJsonObject toJson(const domain::Department &value)
{
    return write(value);
}

domain::Result<domain::Department> departmentFromJson(QByteArrayView json)
{
    return read<domain::Department>(json);
}

domain::Result<domain::Department> departmentFromJson(const QJsonObject &object)
{
    return read<domain::Department>(object);
}

QJsonObject toJson(const domain::Category &value)
{
    return write(value);
}

domain::Result<domain::Category> categoryFromJson(QByteArrayView json)
{
    return read<domain::Category>(json);
}

domain::Result<domain::Category> categoryFromJson(const QJsonObject &object)
{
    return read<domain::Category>(object);
}

QJsonObject toJson(const domain::PurposeCategory &value)
{
    return write(value);
}

domain::Result<domain::PurposeCategory> purposeCategoryFromJson(QByteArrayView json)
{
    return read<domain::PurposeCategory>(json);
}

domain::Result<domain::PurposeCategory> purposeCategoryFromJson(const QJsonObject &object)
{
    return read<domain::PurposeCategory>(object);
}

} // namespace yichuang::wire
