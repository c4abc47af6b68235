// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/catalogue.h>
#include <domain/materialplan.h>

namespace yichuang::test {

/** A material that takes a certificate of a type and the original, asked for with necessity Required. */
[[nodiscard]] domain::MaterialSpec materialSpec(const QString &key, const QString &certificateType = {});
[[nodiscard]] domain::FormField textField(const QString &id, bool required = false);
[[nodiscard]] domain::ServiceItem serviceItem(const QString &id, const QString &departmentId = QStringLiteral("police"));
/** A question with answers "yes" (with effects) and "no" (without). */
[[nodiscard]] domain::Situation yesNo(const QString &id, const QList<domain::AnswerEffect> &onYes);
[[nodiscard]] domain::CertificateSummary certificate(const QString &identifier, const QString &typeId,
                                                     domain::Relation relation = domain::Relation::Self);

/**
 * A small newborn city: items medical-certificate (produces birth-certificate), birth-registration, insurance,
 * allowance (optional) and passport (outside the event); life event "newborn" 1 -> 2 -> 3, 4 after 1; types
 * id-card, household-register, marriage-certificate, birth-certificate, passport (renewed by item passport).
 */
[[nodiscard]] domain::Catalogue::Content newbornContent();

} // namespace yichuang::test
