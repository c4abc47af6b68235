// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <document/pdfreader.h>

#include "contentreader.h"

#include <algorithm>

namespace yichuang::document {

using domain::FailureCode;
using namespace Qt::StringLiterals;

domain::Result<QList<Sheet>> readPdf(QByteArrayView file)
{
    if (file.size() > mostFileBytes)
        return domain::failure(FailureCode::DocumentTooLarge, u"%1 bytes"_s.arg(file.size()));
    auto opened = PdfFile::open(file);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto pages = opened->pages();
    if (!pages)
        return tl::unexpected(pages.error());
    QList<Sheet> sheets;
    for (const PdfPage &page : *pages) {
        auto sheet = ContentReader(*opened, page).read();
        if (!sheet)
            return tl::unexpected(sheet.error());
        sheets.append(std::move(*sheet));
    }
    // A sheet without a word would be taken for a certificate that says nothing.
    const bool blank = std::all_of(sheets.cbegin(), sheets.cend(), [](const Sheet &sheet) { return sheet.runs.isEmpty(); });
    if (blank)
        return domain::failure(FailureCode::DocumentDamaged, u"nothing stands on it"_s);
    return sheets;
}

} // namespace yichuang::document
