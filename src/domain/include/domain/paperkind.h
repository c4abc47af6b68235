// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace yichuang::domain {

/**
 * May a file of this content stand for a paper? A scan by its first bytes: PDF, JPEG, PNG, TIFF, BMP, GIF, WebP or HEIF. A
 * document by what its container names: OFD, the office formats of today (OOXML, ODF) and the older ones (Word, Excel,
 * PowerPoint, and WPS in the same). A name of the file proves nothing and is not asked.
 */
[[nodiscard]] bool isPaper(QByteArrayView content);

} // namespace yichuang::domain
