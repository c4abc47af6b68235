// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pdftokens.h"

#include <QHash>

namespace yichuang::document {

/** One page as the file holds it. */
struct PdfPage {
    double width = 0;
    double height = 0;
    PdfValue fonts;    ///< dictionary of its resources, may be Null
    QByteArrayView contents;
};

/** The objects of a PDF file behind its cross-reference table, and its pages. Keeps a view: the bytes must outlive it. */
class PdfFile
{
public:
    /** Errors DOC-002, DOC-003, DOC-004. */
    [[nodiscard]] static domain::Result<PdfFile> open(QByteArrayView bytes);
    /** Every page in order. Errors DOC-003, DOC-004. */
    [[nodiscard]] domain::Result<QList<PdfPage>> pages();
    /** The value itself, or the object that it refers to. Error DOC-003. */
    [[nodiscard]] domain::Result<PdfValue> resolve(const PdfValue &value);

private:
    struct Object {
        PdfValue value;
        QByteArrayView stream;
        bool hasStream = false;
    };
    explicit PdfFile(QByteArrayView bytes) : m_bytes(bytes) {}
    [[nodiscard]] domain::Result<void> readTable(qsizetype start);
    [[nodiscard]] domain::Result<void> readRows(PdfTokens &tokens, qint64 first, qint64 count);
    [[nodiscard]] domain::Result<Object> object(const PdfValue &reference);
    [[nodiscard]] domain::Result<Object> withStream(PdfValue value, qsizetype after);
    [[nodiscard]] domain::Result<void> addPages(const PdfValue &node, PdfValue box, PdfValue resources, int depth, QList<PdfPage> &pages);
    [[nodiscard]] domain::Result<PdfPage> page(const PdfValue &node, const PdfValue &box, const PdfValue &resources);
    [[nodiscard]] domain::Result<QByteArrayView> contentsOf(const PdfValue &contents);

    QByteArrayView m_bytes;
    QHash<int, qsizetype> m_offsets; ///< by the object's number
    PdfValue m_trailer;
    int m_lookups = 0;
};

} // namespace yichuang::document
