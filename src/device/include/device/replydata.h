// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QByteArray>
#include <QStringList>

namespace yichuang::device {

/** Contents of the two read replies (reference 1.7). Parts that the card or the command does not have stay empty. */
struct BaseData {
    QByteArray text;        ///< 256 bytes, for IdCard::fromTextBlock
    QByteArray photo;       ///< 1024 bytes of the closed WLT format, or none
    QByteArray fingerprint; ///< 1024 bytes, or none; only command 30 10
};

enum class BaseLayout { TextAndPhoto, TextPhotoAndFingerprint };

// All of these are total: any bytes give a value or RDR-019.

/** Data of 30 01 or 30 10. */
[[nodiscard]] domain::Result<BaseData> parseBaseData(QByteArrayView data, BaseLayout layout);
/** Data of 30 03: up to four addresses of 70 bytes (UTF-16LE, space padded), in the card's order; blank ones are left out. */
[[nodiscard]] domain::Result<QStringList> parseAppendedAddresses(QByteArrayView data);
/** Data of 12 FF as AA.BB-CCCCCCCC-DDDDDDDDDD-EEEEEEEEEE: two 16-bit and three 32-bit little-endian numbers in decimal. */
[[nodiscard]] domain::Result<QString> parseSamNumber(QByteArrayView data);
/** Data of 30 05 as upper-case hexadecimal; its inner layout is not public. */
[[nodiscard]] domain::Result<QString> parseManagementNumber(QByteArrayView data);

} // namespace yichuang::device
