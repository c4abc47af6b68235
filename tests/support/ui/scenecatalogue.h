// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/catalogue.h>
#include <domain/case.h>

namespace yichuang::test {

/** The day on which the scenes play, and the people in them; division 99, names ending 示例. */
[[nodiscard]] QDate sceneDay();
[[nodiscard]] domain::Party sceneApplicant();
[[nodiscard]] domain::Party sceneStranger();
/** Holder of such a card with all that it tells, as resources/demo/cards has them. */
[[nodiscard]] domain::Party sceneHolder(domain::CardKind kind);
/** Four departments, five items of the newborn event and one outside it, with every element of the guide. */
[[nodiscard]] domain::Catalogue sceneCatalogue();
/** Ten certificates of the applicant: usable, about to expire, cancelled, and a child's. */
[[nodiscard]] QList<domain::CertificateSummary> sceneCertificates();

} // namespace yichuang::test
