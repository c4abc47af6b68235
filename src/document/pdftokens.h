// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QByteArrayView>
#include <QList>

namespace yichuang::document {

/** A value of PDF syntax (ISO 32000-1, 7.3). */
struct PdfValue {
    enum class Kind { Null, Number, Name, Text, Array, Dictionary, Reference, Word };
    Kind kind = Kind::Null;
    double number = 0;          ///< of a reference: the object's number
    QByteArray bytes;           ///< of a name without its slash, of a text decoded, of a word
    QList<PdfValue> items;      ///< of an array; of a dictionary in the order of `keys`
    QList<QByteArray> keys;

    [[nodiscard]] bool isWord(QByteArrayView word) const { return kind == Kind::Word && bytes == word; }
    [[nodiscard]] bool isName(QByteArrayView name) const { return kind == Kind::Name && bytes == name; }
    [[nodiscard]] bool isInteger(qint64 from, qint64 to) const;
    /** The entry of a dictionary; Null when there is none or this is no dictionary. */
    [[nodiscard]] const PdfValue &entry(QByteArrayView key) const;
    [[nodiscard]] bool has(QByteArrayView key) const { return entry(key).kind != Kind::Null; }
};

/** Takes bytes apart into values; always gets further or fails, and nests no deeper than a bound. */
class PdfTokens
{
public:
    /** @param references whether "3 0 R" is one value: in objects, not in the contents of a page. */
    PdfTokens(QByteArrayView bytes, bool references, qsizetype position = 0);

    [[nodiscard]] bool atEnd();
    [[nodiscard]] qsizetype position() const { return m_at; }
    /** The next value; error DOC-003, also at the end. */
    [[nodiscard]] domain::Result<PdfValue> next() { return value(0); }
    /** The next value if it is this word. */
    [[nodiscard]] domain::Result<void> expect(QByteArrayView word);

private:
    [[nodiscard]] domain::Result<PdfValue> value(int depth);
    [[nodiscard]] domain::Result<PdfValue> number();
    [[nodiscard]] domain::Result<PdfValue> hexText();
    [[nodiscard]] domain::Result<PdfValue> plainText();
    [[nodiscard]] domain::Result<PdfValue> array(int depth);
    [[nodiscard]] domain::Result<PdfValue> dictionary(int depth);
    [[nodiscard]] QByteArray regular();
    [[nodiscard]] char escaped();
    void skipSpace();
    [[nodiscard]] bool startsWith(QByteArrayView word) const { return m_bytes.sliced(m_at).startsWith(word); }
    /** Tries "<generation> R" after a number; the object stays a number otherwise. */
    void takeReference(PdfValue &number);

    QByteArrayView m_bytes;
    bool m_references;
    qsizetype m_at;
    int m_values = 0;
};

} // namespace yichuang::document
