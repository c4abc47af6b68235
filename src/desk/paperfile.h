// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

namespace yichuang::desk {

struct PaperFile {
    QByteArray content;
    QByteArray sha256;
};

/**
 * Reads a file that stands for a paper: a scan (PDF, OFD, JPEG, PNG, TIFF, BMP, GIF, WebP, HEIF) or a document of an office
 * program, as domain::isPaper tells them. Errors STO-006 over 8 MiB; STO-007 empty, unreadable or
 * something else, a program for example. Blocks: not on the ui thread.
 */
[[nodiscard]] domain::Result<PaperFile> readPaperFile(const QString &path);

} // namespace yichuang::desk
