// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/replydata.h>

#include <QtEndian>

namespace yichuang::device {

using namespace Qt::StringLiterals;
using domain::FailureCode;
using domain::Result;

namespace {
constexpr qsizetype textSize = 256;
constexpr qsizetype photoSize = 1024;
constexpr qsizetype fingerprintSize = 1024;
constexpr qsizetype addressSize = 70;
constexpr qsizetype maximumAddresses = 4;
constexpr qsizetype samNumberSize = 16;
constexpr qsizetype maximumManagementNumber = 64;

template<typename T>
T littleEndian(QByteArrayView bytes, qsizetype offset)
{
    return qFromLittleEndian<T>(bytes.sliced(offset, qsizetype{sizeof(T)}).data());
}

tl::unexpected<domain::Error> invalid(const QString &detail)
{
    return domain::failure(FailureCode::ReaderReplyInvalid, detail, true);
}
} // namespace

Result<BaseData> parseBaseData(QByteArrayView data, BaseLayout layout)
{
    const bool withFingerprint = layout == BaseLayout::TextPhotoAndFingerprint;
    const qsizetype headSize = withFingerprint ? 6 : 4;
    if (data.size() < headSize)
        return invalid(u"read reply of %1 bytes"_s.arg(data.size()));
    const auto partSize = [data](qsizetype offset) { return qsizetype{qFromBigEndian<quint16>(data.sliced(offset, 2).data())}; };
    const qsizetype text = partSize(0);
    const qsizetype photo = partSize(2);
    const qsizetype fingerprint = withFingerprint ? partSize(4) : 0;
    if (text != textSize || (photo != 0 && photo != photoSize) || (fingerprint != 0 && fingerprint != fingerprintSize)
        || data.size() != headSize + text + photo + fingerprint) {
        return invalid(u"read reply with parts %1 %2 %3 in %4 bytes"_s.arg(text).arg(photo).arg(fingerprint).arg(data.size()));
    }
    return BaseData{data.sliced(headSize, text).toByteArray(), data.sliced(headSize + text, photo).toByteArray(),
                    data.sliced(headSize + text + photo, fingerprint).toByteArray()};
}

Result<QStringList> parseAppendedAddresses(QByteArrayView data)
{
    if (data.size() % addressSize != 0 || data.size() > maximumAddresses * addressSize)
        return invalid(u"appended addresses in %1 bytes"_s.arg(data.size()));
    QStringList addresses;
    for (qsizetype offset = 0; offset < data.size(); offset += addressSize) {
        QString address;
        for (qsizetype at = 0; at < addressSize; at += 2)
            address.append(QChar(littleEndian<quint16>(data, offset + at)));
        while (address.endsWith(u' ') || address.endsWith(QChar::Null))
            address.chop(1);
        if (!address.isEmpty())
            addresses.append(address);
    }
    return addresses;
}

Result<QString> parseSamNumber(QByteArrayView data)
{
    if (data.size() != samNumberSize)
        return invalid(u"SAM number of %1 bytes"_s.arg(data.size()));
    return u"%1.%2-%3-%4-%5"_s.arg(littleEndian<quint16>(data, 0), 2, 10, '0'_L1)
        .arg(littleEndian<quint16>(data, 2), 2, 10, '0'_L1)
        .arg(littleEndian<quint32>(data, 4), 8, 10, '0'_L1)
        .arg(littleEndian<quint32>(data, 8), 10, 10, '0'_L1)
        .arg(littleEndian<quint32>(data, 12), 10, 10, '0'_L1);
}

Result<QString> parseManagementNumber(QByteArrayView data)
{
    if (data.isEmpty() || data.size() > maximumManagementNumber)
        return invalid(u"management number of %1 bytes"_s.arg(data.size()));
    return QString::fromLatin1(data.toByteArray().toHex().toUpper());
}

} // namespace yichuang::device
