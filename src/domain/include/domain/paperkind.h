// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace yichuang::domain {

/**
 * What a file is by its first bytes. Scan: PDF, JPEG, PNG, TIFF, BMP, GIF, WebP or HEIF. Container: what OFD and the
 * documents of office programs are kept in, and much else too. Other: no paper, a program or a web page for example.
 */
enum class PaperKind { Other, Scan, Container };

[[nodiscard]] PaperKind paperKind(QByteArrayView content);

/** May a file of this content stand for a paper? A name proves nothing, but a container must be called a document. */
[[nodiscard]] bool isPaper(QByteArrayView content, QStringView fileName);

} // namespace yichuang::domain
