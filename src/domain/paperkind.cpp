// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/paperkind.h>

#include <QStringList>
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

bool isZip(QByteArrayView content)
{
    return content.startsWith("PK\x03\x04");
}

/** The older documents of office programs, and installers too. */
bool isCompound(QByteArrayView content)
{
    return content.startsWith("\xd0\xcf\x11\xe0");
}

} // namespace

PaperKind paperKind(QByteArrayView content)
{
    if (isZip(content) || isCompound(content))
        return PaperKind::Container;
    const bool pdf = content.first(std::min(pdfHead, content.size())).contains("%PDF-");
    return pdf || isPicture({content.data(), std::size_t(content.size())}) ? PaperKind::Scan : PaperKind::Other;
}

bool isPaper(QByteArrayView content, QStringView fileName)
{
    const PaperKind kind = paperKind(content);
    if (kind != PaperKind::Container)
        return kind == PaperKind::Scan;
    const qsizetype dot = fileName.lastIndexOf(u'.');
    const QString suffix = dot < 0 ? QString() : fileName.mid(dot + 1).toString().toLower();
    static const QStringList zipped{u"ofd"_s, u"docx"_s, u"xlsx"_s, u"pptx"_s, u"odt"_s, u"ods"_s, u"wps"_s, u"et"_s};
    static const QStringList compound{u"doc"_s, u"xls"_s, u"ppt"_s, u"wps"_s, u"et"_s};
    return (isZip(content) ? zipped : compound).contains(suffix);
}

} // namespace yichuang::domain
