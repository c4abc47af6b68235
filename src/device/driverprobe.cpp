// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "driverprobe.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <array>

namespace yichuang::device {

using namespace Qt::StringLiterals;

namespace {
// The module's own USB identity (reference 1.3), then the makers of the adapter chips inside serial readers.
constexpr QStringView moduleVendor = u"0400";
constexpr QStringView moduleProduct = u"c35a";
constexpr std::array<QStringView, 4> adapterVendors{u"1a86", u"10c4", u"067b", u"0403"};

QString firstLine(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromLatin1(file.readLine(64)).trimmed().toLower();
}

bool isSerialMaker(QStringView vendor, QStringView product)
{
    if (vendor == moduleVendor && product == moduleProduct)
        return true;
    return std::find(adapterVendors.begin(), adapterVendors.end(), vendor) != adapterVendors.end();
}
} // namespace

std::optional<QString> usbSerialWithoutDriver(const QString &folder)
{
    const QDir devices(folder);
    const QStringList names = devices.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names) {
        const QString vendor = firstLine(devices.filePath(name + u"/idVendor"_s));
        const QString product = firstLine(devices.filePath(name + u"/idProduct"_s));
        if (!isSerialMaker(vendor, product))
            continue;
        // Interfaces stand beside their device as "<device>:<configuration>.<interface>"; "driver" is there when bound.
        bool hasDriver = false;
        for (const QString &interface : names) {
            if (interface.startsWith(name + u':'))
                hasDriver = hasDriver || QFile::exists(devices.filePath(interface + u"/driver"_s));
        }
        if (!hasDriver)
            return vendor + u':' + product;
    }
    return std::nullopt;
}

std::optional<QString> serialAdapterOf(const QString &hardwareId)
{
    static const QRegularExpression form(u"^USB\\\\VID_([0-9A-F]{4})&PID_([0-9A-F]{4})"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(hardwareId);
    const QString vendor = match.captured(1).toLower();
    const QString product = match.captured(2).toLower();
    if (!match.hasMatch() || !isSerialMaker(vendor, product))
        return std::nullopt;
    return vendor + u':' + product;
}

} // namespace yichuang::device
