// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/paperkind.h>

#include <QByteArray>
#include <QLatin1StringView>
#include <algorithm>
#include <iterator>
#include <string_view>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pdfHead = 1024; // bytes before a PDF's header that readers pass over

bool isPicture(std::string_view bytes)
{
    using namespace std::string_view_literals;
    constexpr std::string_view heads[] = {"\xff\xd8\xff"sv, "\x89PNG\r\n\x1a\n"sv, "II*\0"sv, "MM\0*"sv, "BM"sv, "GIF87a"sv, "GIF89a"sv};
    const bool plain = std::any_of(std::begin(heads), std::end(heads), [bytes](std::string_view head) { return bytes.starts_with(head); });
    const bool webp = bytes.starts_with("RIFF"sv) && bytes.substr(0, 12).ends_with("WEBP"sv);
    constexpr std::string_view heif[] = {"heic"sv, "heix"sv, "mif1"sv, "msf1"sv, "avif"sv};
    const std::string_view brand = bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp"sv ? bytes.substr(8, 4) : std::string_view();
    return plain || webp || std::find(std::begin(heif), std::end(heif), brand) != std::end(heif);
}

/** A ZIP writes the names of its entries plainly; these are what the kinds of document cannot be without. */
bool isZippedDocument(QByteArrayView content)
{
    if (!content.startsWith("PK\x03\x04"))
        return false;
    constexpr const char *parts[] = {"OFD.xml", "[Content_Types].xml", "mimetypeapplication/vnd.oasis.opendocument."};
    return std::any_of(std::begin(parts), std::end(parts), [content](const char *part) { return content.contains(part); });
}

/** The name of a stream as the directory of a compound file writes it. */
QByteArray streamName(QLatin1StringView name)
{
    QByteArray wide;
    for (const char letter : name)
        wide.append(letter).append('\0');
    return wide.append(2, '\0');
}

/** The older documents of office programs; installers are kept in the same container. */
bool isCompoundDocument(QByteArrayView content)
{
    if (!content.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        return false;
    static const QByteArray streams[] = {streamName("WordDocument"_L1), streamName("Workbook"_L1), streamName("Book"_L1), streamName("PowerPoint Document"_L1)};
    return std::any_of(std::begin(streams), std::end(streams), [content](const QByteArray &stream) { return content.contains(stream); });
}

} // namespace

bool isPaper(QByteArrayView content)
{
    const bool pdf = content.first(std::min(pdfHead, content.size())).contains("%PDF-");
    const bool scan = pdf || isPicture({content.data(), std::size_t(content.size())});
    return scan || isZippedDocument(content) || isCompoundDocument(content);
}

} // namespace yichuang::domain
