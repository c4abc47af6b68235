// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "writing.h"

namespace yichuang::store {

// Certificates, each with its own expiry.
[[nodiscard]] domain::Result<void> saveListing(Writing &writing, const CachedListing &listing, const ListingHolder &holder);
[[nodiscard]] domain::Result<CachedListing> listingFor(Writing &writing, const ListingHolder &holder);
[[nodiscard]] domain::Result<void> saveFaces(Writing &writing, const domain::PersonId &person,
                                             const QList<domain::ECertificate> &faces);
[[nodiscard]] domain::Result<void> saveCertificateFile(Writing &writing, const domain::CaseId &caseId, const CertificateFile &file);
[[nodiscard]] domain::Result<CertificateFile> certificateFile(Writing &writing, const domain::CaseId &caseId, const QString &identifier);
[[nodiscard]] domain::Result<void> saveConsent(Writing &writing, const domain::CaseId &caseId, const QString &identifier);
[[nodiscard]] domain::Result<QStringList> consents(Writing &writing, const domain::CaseId &caseId);
[[nodiscard]] domain::Result<int> purgeExpired(Writing &writing, const QDateTime &now);

// Catalogue.
[[nodiscard]] domain::Result<void> saveCatalogue(Writing &writing, const domain::Catalogue &catalogue);
/** Decodes the stored catalogue; null when there is none. */
[[nodiscard]] domain::Result<std::shared_ptr<const domain::Catalogue>> readCatalogue(Sql &sql);

// Attachments.
[[nodiscard]] domain::Result<domain::AttachedFile> saveAttachment(Writing &writing, const domain::CaseId &caseId,
                                                                  const QString &fileName, const QByteArray &content);
[[nodiscard]] domain::Result<QByteArray> loadAttachment(Sql &sql, const QString &id);
[[nodiscard]] domain::Result<QList<std::pair<QString, domain::CaseId>>> attachmentsToSend(Writing &writing,
                                                                                          const QList<domain::CommandId> &commands);
[[nodiscard]] domain::Result<void> markAttachmentSent(Writing &writing, const QString &id);
/** For good: only what no command uses. */
void removeAttachment(Writing &writing, const QString &id);
/** Removes files that for a day nothing has named: kept for a choice that never became a command. Returns how many. */
int removeForgottenAttachments(Writing &writing, const QDateTime &now);

// Audit and settings.
[[nodiscard]] domain::Result<void> addAudit(Writing &writing, const AuditEntry &entry);
[[nodiscard]] domain::Result<QList<AuditEntry>> auditToSend(Writing &writing, const QString &operatorId, int limit);
[[nodiscard]] domain::Result<void> markAuditSent(Writing &writing, const QList<QUuid> &ids);
[[nodiscard]] domain::Result<QString> setting(Writing &writing, const QString &key);
[[nodiscard]] domain::Result<void> setSetting(Writing &writing, const QString &key, const QString &value);

} // namespace yichuang::store
