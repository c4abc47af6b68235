// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "paperfile.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace yichuang::desk {

using namespace Qt::StringLiterals;
using domain::FailureCode;

namespace {

constexpr qint64 maxAttachment = 8 << 20; // bytes; the exchange takes no more in one piece
constexpr qsizetype pdfHead = 1024;       // bytes before a PDF's header that readers pass over

bool isPicture(QByteArrayView content)
{
    using namespace std::string_view_literals;
    constexpr std::string_view heads[] = {"\xff\xd8\xff"sv, "\x89PNG\r\n\x1a\n"sv, "II*\0"sv, "MM\0*"sv, "BM"sv, "GIF87a"sv, "GIF89a"sv};
    const std::string_view bytes(content.data(), std::size_t(content.size()));
    const bool plain = std::any_of(std::begin(heads), std::end(heads), [bytes](std::string_view head) { return bytes.starts_with(head); });
    const bool webp = bytes.starts_with("RIFF"sv) && bytes.substr(0, 12).ends_with("WEBP"sv);
    constexpr std::string_view heif[] = {"heic"sv, "heix"sv, "mif1"sv, "msf1"sv, "avif"sv};
    const std::string_view brand = bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp"sv ? bytes.substr(8, 4) : std::string_view();
    return plain || webp || std::find(std::begin(heif), std::end(heif), brand) != std::end(heif);
}

/** These two hold anything, so the name must say that it is a document. */
bool isContainer(QByteArrayView content, const QString &suffix)
{
    if (content.startsWith("PK\x03\x04"))
        return QStringList{u"ofd"_s, u"docx"_s, u"xlsx"_s, u"pptx"_s, u"odt"_s, u"ods"_s, u"wps"_s, u"et"_s}.contains(suffix);
    return content.startsWith("\xd0\xcf\x11\xe0") && QStringList{u"doc"_s, u"xls"_s, u"ppt"_s, u"wps"_s, u"et"_s}.contains(suffix);
}

} // namespace

domain::Result<QByteArray> readPaperFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::failure(FailureCode::AttachmentUnreadable, u"the file cannot be opened"_s);
    if (file.size() > maxAttachment)
        return domain::failure(FailureCode::AttachmentTooLarge, u"%1 bytes"_s.arg(file.size()));
    QByteArray content = file.read(maxAttachment + 1);
    if (content.isEmpty())
        return domain::failure(FailureCode::AttachmentUnreadable, u"the file is empty"_s);
    if (content.size() > maxAttachment)
        return domain::failure(FailureCode::AttachmentTooLarge, u"it grew while it was read"_s);
    const bool pdf = content.first(std::min(pdfHead, content.size())).contains("%PDF-");
    if (!pdf && !isPicture(content) && !isContainer(content, QFileInfo(path).suffix().toLower()))
        return domain::failure(FailureCode::AttachmentUnreadable, u"the first bytes are of no scan and of no document"_s);
    return content;
}

} // namespace yichuang::desk
