// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "pdffile.h"

#include <algorithm>

namespace yichuang::document {

using domain::FailureCode;
using domain::Result;
using namespace Qt::StringLiterals;
using Kind = PdfValue::Kind;

namespace {

constexpr int mostObjects = 5000;
constexpr int mostLookups = 200;     // however often the objects refer to each other
constexpr int mostPages = 20;
constexpr int deepestTree = 6;
constexpr double largestSide = 5000; // points
constexpr qsizetype tailBytes = 1024;

auto broken(const char *what)
{
    return domain::failure(FailureCode::DocumentDamaged, QString::fromLatin1(what));
}

auto beyond(const char *what)
{
    return domain::failure(FailureCode::DocumentUnsupported, QString::fromLatin1(what));
}

/** What would be seen in another viewer and is not read here. */
bool showsMore(const PdfValue &page)
{
    const PdfValue &notes = page.entry("Annots");
    const bool noted = notes.kind != Kind::Null && !(notes.kind == Kind::Array && notes.items.isEmpty());
    const PdfValue &turn = page.entry("Rotate");
    const bool turned = turn.kind != Kind::Null && !turn.isInteger(0, 0);
    return noted || turned || page.has("UserUnit") || page.has("CropBox");
}

} // namespace

Result<PdfFile> PdfFile::open(QByteArrayView bytes)
{
    if (!bytes.startsWith("%PDF-"))
        return domain::failure(FailureCode::DocumentNotPdf, u"no PDF head"_s);
    PdfFile file(bytes);
    const QByteArrayView tail = bytes.last(qMin(bytes.size(), tailBytes));
    const qsizetype mark = tail.lastIndexOf("startxref");
    if (mark < 0)
        return broken("no startxref");
    PdfTokens end(tail.sliced(mark + 9), false);
    const auto start = end.next();
    if (!start || !start->isInteger(1, bytes.size() - 1))
        return broken("startxref points nowhere");
    if (const auto table = file.readTable(qsizetype(start->number)); !table)
        return tl::unexpected(table.error());
    return file;
}

Result<void> PdfFile::readTable(qsizetype start)
{
    if (!m_bytes.sliced(start).startsWith("xref"))
        return beyond("no plain cross-reference table");
    PdfTokens tokens(m_bytes, true, start + 4);
    for (;;) {
        const auto first = tokens.next();
        if (first && first->isWord("trailer"))
            break;
        const auto count = tokens.next();
        if (!first || !count || !first->isInteger(0, mostObjects) || !count->isInteger(0, mostObjects))
            return broken("no head of a section in the table");
        if (const auto rows = readRows(tokens, qint64(first->number), qint64(count->number)); !rows)
            return rows;
    }
    auto trailer = tokens.next();
    if (!trailer || trailer->kind != Kind::Dictionary)
        return broken("no trailer");
    if (trailer->has("Encrypt") || trailer->has("Prev") || trailer->has("XRefStm"))
        return beyond("encrypted or changed after it was made");
    m_trailer = std::move(*trailer);
    return {};
}

Result<void> PdfFile::readRows(PdfTokens &tokens, qint64 first, qint64 count)
{
    for (qint64 number = first; number < first + count; ++number) {
        const auto offset = tokens.next();
        const auto generation = tokens.next();
        const auto use = tokens.next();
        if (!offset || !generation || !use || !offset->isInteger(0, m_bytes.size()) || generation->kind != Kind::Number)
            return broken("a row of the table");
        if (use->isWord("n"))
            m_offsets.insert(int(number), qsizetype(offset->number));
        else if (!use->isWord("f"))
            return broken("a row of the table");
    }
    return {};
}

Result<PdfFile::Object> PdfFile::object(const PdfValue &reference)
{
    const auto offset = m_offsets.constFind(int(reference.number));
    if (reference.kind != Kind::Reference || offset == m_offsets.constEnd())
        return broken("an object that is not there");
    if (++m_lookups > mostLookups)
        return broken("objects refer to each other too often");
    PdfTokens tokens(m_bytes, true, *offset);
    const auto number = tokens.next();
    const auto generation = tokens.next();
    const bool same = number && number->kind == Kind::Number && number->number == reference.number;
    if (!same || !generation || generation->kind != Kind::Number || !tokens.expect("obj"))
        return broken("another object stands here");
    auto value = tokens.next();
    if (!value || value->kind == Kind::Reference)
        return broken("an object without a value");
    const auto after = tokens.next();
    if (after && after->isWord("endobj"))
        return Object{std::move(*value), {}, false};
    if (!after || !after->isWord("stream") || value->kind != Kind::Dictionary)
        return broken("an object without an end");
    return withStream(std::move(*value), tokens.position());
}

Result<PdfFile::Object> PdfFile::withStream(PdfValue value, qsizetype after)
{
    if (value.has("Filter") || value.has("F"))
        return beyond("compressed");
    const auto length = resolve(value.entry("Length"));
    if (!length || !length->isInteger(0, m_bytes.size()))
        return broken("a stream without a length");
    QByteArrayView rest = m_bytes.sliced(after);
    const qsizetype lineEnd = rest.startsWith("\r\n") ? 2 : rest.startsWith('\n') ? 1 : 0;
    if (lineEnd == 0 || rest.size() - lineEnd < qsizetype(length->number))
        return broken("a stream longer than the file");
    const QByteArrayView stream = rest.sliced(lineEnd, qsizetype(length->number));
    PdfTokens end(rest.sliced(lineEnd + stream.size()), false);
    if (!end.expect("endstream"))
        return broken("a stream of another length");
    return Object{std::move(value), stream, true};
}

Result<PdfValue> PdfFile::resolve(const PdfValue &value)
{
    if (value.kind != Kind::Reference)
        return value;
    auto found = object(value);
    if (!found)
        return tl::unexpected(found.error());
    return std::move(found->value);
}

Result<QList<PdfPage>> PdfFile::pages()
{
    const auto root = resolve(m_trailer.entry("Root"));
    if (!root)
        return tl::unexpected(root.error());
    if (root->has("OpenAction") || root->has("AA") || root->has("AcroForm"))
        return beyond("with a form or a script");
    const auto tree = resolve(root->entry("Pages"));
    if (!tree)
        return tl::unexpected(tree.error());
    QList<PdfPage> pages;
    if (const auto added = addPages(*tree, {}, {}, 0, pages); !added)
        return tl::unexpected(added.error());
    if (pages.isEmpty())
        return broken("no page");
    return pages;
}

Result<void> PdfFile::addPages(const PdfValue &node, PdfValue box, PdfValue resources, int depth, QList<PdfPage> &pages)
{
    if (depth > deepestTree || pages.size() > mostPages)
        return broken("too many pages");
    if (node.has("MediaBox"))
        box = node.entry("MediaBox");
    if (node.has("Resources"))
        resources = node.entry("Resources");
    if (node.entry("Type").isName("Page")) {
        auto read = page(node, box, resources);
        if (!read)
            return tl::unexpected(read.error());
        pages.append(std::move(*read));
        return {};
    }
    const auto kids = resolve(node.entry("Kids"));
    if (!kids || !node.entry("Type").isName("Pages") || kids->kind != Kind::Array || node.has("Rotate"))
        return broken("no tree of pages");
    for (const PdfValue &kid : kids->items) {
        const auto child = resolve(kid);
        if (!child)
            return tl::unexpected(child.error());
        if (const auto added = addPages(*child, box, resources, depth + 1, pages); !added)
            return added;
    }
    return {};
}

Result<PdfPage> PdfFile::page(const PdfValue &node, const PdfValue &box, const PdfValue &resources)
{
    if (showsMore(node))
        return beyond("turned, cropped or with notes");
    const auto sides = resolve(box);
    const auto inBounds = [](const PdfValue &side) { return side.kind == Kind::Number && side.number >= 0 && side.number <= largestSide; };
    const bool isBox = sides && sides->kind == Kind::Array && sides->items.size() == 4 && std::all_of(sides->items.cbegin(), sides->items.cend(), inBounds);
    if (!isBox)
        return broken("a page without a size");
    if (sides->items.at(0).number != 0 || sides->items.at(1).number != 0)
        return beyond("a page that does not begin at its corner");
    PdfPage page;
    page.width = sides->items.at(2).number;
    page.height = sides->items.at(3).number;
    if (page.width < 1 || page.height < 1)
        return broken("a page without a size");
    const auto has = resolve(resources);
    if (!has)
        return tl::unexpected(has.error());
    auto fonts = resolve(has->entry("Font"));
    if (!fonts)
        return tl::unexpected(fonts.error());
    page.fonts = std::move(*fonts);
    const auto contents = contentsOf(node.entry("Contents"));
    if (!contents)
        return tl::unexpected(contents.error());
    page.contents = *contents;
    return page;
}

Result<QByteArrayView> PdfFile::contentsOf(const PdfValue &contents)
{
    if (contents.kind == Kind::Array)
        return beyond("a page in several pieces");
    const auto found = object(contents);
    if (!found)
        return tl::unexpected(found.error());
    if (!found->hasStream)
        return broken("a page without contents");
    return found->stream;
}

} // namespace yichuang::document
