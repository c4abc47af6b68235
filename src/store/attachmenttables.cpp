// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "sidetables.h"

#include "casetable.h"

#include <domain/uuid7.h>

#include <QCryptographicHash>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace yichuang::store {

using domain::FailureCode;
using domain::Result;

namespace {

constexpr qsizetype largestAttachment = 8 << 20;

} // namespace

Result<domain::AttachedFile> saveAttachment(Writing &writing, const domain::CaseId &caseId, const QString &fileName,
                                            const QByteArray &content)
{
    if (content.size() > largestAttachment)
        return domain::failure(FailureCode::AttachmentTooLarge, u"%1 bytes"_s.arg(content.size()));
    if (content.isEmpty())
        return domain::failure(FailureCode::AttachmentUnreadable, u"empty"_s);
    const domain::AttachedFile file{writing.clock.newId().toString(QUuid::WithoutBraces), QFileInfo(fileName).fileName(), content.size(),
                                    QCryptographicHash::hash(content, QCryptographicHash::Sha256)};
    writing.sql.run(u"INSERT INTO attachments(id, case_id, name, size, sha256) VALUES(?, ?, ?, ?, ?)"_s,
                    {file.id, columnOf(caseId), file.name, file.size, file.sha256});
    writing.sql.run(u"INSERT INTO attachment_contents(id, content) VALUES(?, ?)"_s, {file.id, content});
    return file;
}

Result<QByteArray> loadAttachment(Sql &sql, const QString &id)
{
    const Row row = sql.row(u"SELECT content FROM attachment_contents WHERE id=?"_s, {id});
    if (auto read = sql.takeResult(); !read)
        return tl::unexpected(read.error());
    if (row.isEmpty())
        return domain::failure(FailureCode::StoreNotFound, u"attachment"_s);
    return row.at(0).toByteArray();
}

Result<QList<std::pair<QString, domain::CaseId>>> attachmentsToSend(Writing &writing, const QList<domain::CommandId> &commands)
{
    QList<std::pair<QString, domain::CaseId>> waiting;
    for (const domain::CommandId &command : commands) {
        const QList<Row> rows = writing.sql.rows(
            u"SELECT a.id, a.case_id FROM command_attachments u CROSS JOIN attachments a ON a.id=u.attachment"
            " WHERE u.command_id=? AND a.sent=0"_s, {columnOf(command)});
        for (const Row &row : rows) {
            const std::pair<QString, domain::CaseId> one{row.at(0).toString(), idFrom(row.at(1))};
            // The exchange asks for no file of a draft that only comes to be discarded.
            if (!waiting.contains(one) && caseRecord(writing, one.second).current.stage != domain::CaseStage::Discarded)
                waiting.append(one);
        }
    }
    return waiting;
}

void removeAttachment(Writing &writing, const QString &id)
{
    writing.sql.run(u"DELETE FROM attachment_contents WHERE id=?"_s, {id});
    writing.sql.run(u"DELETE FROM attachments WHERE id=?"_s, {id});
}

int removeForgottenAttachments(Writing &writing, const QDateTime &now)
{
    // Ids of version 7 grow with time, as texts too. What is younger may be about to be named.
    const QString youngest = domain::makeUuid7(now.addDays(-1).toMSecsSinceEpoch(), QByteArray(10, '\0')).toString(QUuid::WithoutBraces);
    const QList<Row> forgotten = writing.sql.rows(
        u"SELECT id FROM attachments WHERE id<? AND id NOT IN (SELECT attachment FROM command_attachments)"
        " AND id NOT IN (SELECT attachment FROM certificate_files)"_s, {youngest});
    for (const Row &row : forgotten)
        removeAttachment(writing, row.at(0).toString());
    return int(forgotten.size());
}

Result<void> markAttachmentSent(Writing &writing, const QString &id)
{
    writing.sql.run(u"UPDATE attachments SET sent=1 WHERE id=?"_s, {id});
    return {};
}

} // namespace yichuang::store
