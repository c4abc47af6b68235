// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/counterview.h>
#include <domain/catalogue.h>
#include <wire/apiaudit.h>

namespace yichuang::desk {

/** Recorded look-ups with the catalogue's names, newest first. */
[[nodiscard]] QList<LookupView> lookupViews(const QList<wire::LookupRecord> &records, const domain::Catalogue &catalogue, const domain::CaseId &openCase);

} // namespace yichuang::desk
