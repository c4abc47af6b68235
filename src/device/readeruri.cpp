// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/readeruri.h>

#include <device/command.h>

#include <QStringList>
#include <QUrlQuery>

namespace yichuang::device {

using namespace Qt::StringLiterals;
using domain::FailureCode;
using domain::Result;

namespace {
constexpr int defaultBaud = 115200;

tl::unexpected<domain::Error> invalid(const QString &detail)
{
    return domain::failure(FailureCode::ReaderUriInvalid, detail);
}

Result<ReaderUri> parseSerial(const QString &rest)
{
    ReaderUri uri;
    uri.kind = ReaderUri::Kind::Serial;
    const qsizetype question = rest.indexOf(u'?');
    uri.target = question < 0 ? rest : rest.left(question);
    if (uri.target.isEmpty())
        return invalid(u"serial: needs a port, for example serial:/dev/ttyUSB0 or serial:COM3"_s);
    const QUrlQuery query(question < 0 ? QString() : rest.mid(question + 1));
    for (const auto &[key, value] : query.queryItems()) {
        if (key != "baud"_L1)
            return invalid(u"serial: knows only ?baud=RATE"_s);
        uri.baud = value.toInt();
    }
    if (!setRateCommand(uri.baud))
        return invalid(u"baud is one of 115200, 57600, 38400, 19200, 9600"_s);
    return uri;
}

Result<ReaderUri> parseTcp(const QString &rest)
{
    ReaderUri uri;
    uri.kind = ReaderUri::Kind::Tcp;
    const qsizetype colon = rest.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = rest.mid(colon + 1).toUInt(&isNumber);
    if (colon <= 0 || !isNumber || port == 0 || port > 65535)
        return invalid(u"tcp: is written tcp:HOST:PORT"_s);
    uri.target = rest.left(colon);
    if (uri.target.startsWith(u'[') && uri.target.endsWith(u']'))
        uri.target = uri.target.sliced(1, uri.target.size() - 2);
    if (uri.target.isEmpty())
        return invalid(u"tcp: is written tcp:HOST:PORT"_s);
    uri.port = static_cast<quint16>(port);
    return uri;
}

Result<ReaderUri> parseHid(const QString &rest)
{
    const QStringList parts = rest.split(u':');
    bool vendorOk = false;
    bool productOk = false;
    ReaderUri uri;
    uri.kind = ReaderUri::Kind::Hid;
    if (parts.size() == 2) {
        uri.vendor = parts.at(0).toUShort(&vendorOk, 16);
        uri.product = parts.at(1).toUShort(&productOk, 16);
    }
    if (!vendorOk || !productOk)
        return invalid(u"hid: is written hid:VID:PID with hexadecimal numbers"_s);
    return uri;
}
} // namespace

Result<ReaderUri> ReaderUri::parse(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const QString scheme = text.left(colon);
    const QString rest = colon < 0 ? QString() : text.mid(colon + 1);
    if (colon > 0 && scheme == "serial"_L1)
        return parseSerial(rest);
    if (colon > 0 && scheme == "tcp"_L1)
        return parseTcp(rest);
    if (colon > 0 && scheme == "hid"_L1)
        return parseHid(rest);
    if (colon > 0 && scheme == "demo"_L1 && rest.isEmpty())
        return ReaderUri{};
    return invalid(u"a reader is serial:PORT, tcp:HOST:PORT, hid:VID:PID or demo:"_s);
}

QString ReaderUri::text() const
{
    switch (kind) {
    case Kind::Serial:
        return baud == defaultBaud ? u"serial:%1"_s.arg(target) : u"serial:%1?baud=%2"_s.arg(target).arg(baud);
    case Kind::Tcp:
        return target.contains(u':') ? u"tcp:[%1]:%2"_s.arg(target).arg(port) : u"tcp:%1:%2"_s.arg(target).arg(port);
    case Kind::Hid:
        return u"hid:%1:%2"_s.arg(vendor, 4, 16, '0'_L1).arg(product, 4, 16, '0'_L1);
    case Kind::Demo:
        break;
    }
    return u"demo:"_s;
}

} // namespace yichuang::device
