// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "paperfile.h"

#include <domain/paperkind.h>

#include <QCryptographicHash>
#include <QFile>

namespace yichuang::desk {

using namespace Qt::StringLiterals;
using domain::FailureCode;

namespace {

constexpr qint64 maxAttachment = 8 << 20; // bytes; the exchange takes no more in one piece

} // namespace

domain::Result<PaperFile> readPaperFile(const QString &path)
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
    if (!domain::isPaper(content))
        return domain::failure(FailureCode::AttachmentUnreadable, u"what it holds is no scan and no document"_s);
    const QByteArray sha256 = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    return PaperFile{std::move(content), sha256};
}

} // namespace yichuang::desk
