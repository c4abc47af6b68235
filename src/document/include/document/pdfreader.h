// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <document/sheet.h>
#include <domain/error.h>

#include <QByteArrayView>

namespace yichuang::document {

inline constexpr qsizetype mostFileBytes = 8 << 20; ///< as for files attached to a case

/**
 * Reads an annotated copy (加注件): the plain PDF that the exchange's contract describes, which is pages of text in
 * Adobe-GB1 fonts without compression, pictures, scripts or encryption. A total function: any bytes give sheets or an
 * error, in time and memory bounded by their number. Whatever would be left out or drawn otherwise than its maker meant
 * refuses the whole file, for half a certificate is worse than none. Callable from any thread.
 *
 * Errors DOC-001 (above 8 MiB), DOC-002 (no PDF), DOC-003 (damaged), DOC-004 (needs more than this).
 */
[[nodiscard]] domain::Result<QList<Sheet>> readPdf(QByteArrayView file);

} // namespace yichuang::document
