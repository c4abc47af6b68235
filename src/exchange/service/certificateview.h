// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../storage/certificatestore.h"

#include <domain/catalogue.h>

namespace yichuang::exchange {

/** What a listing may tell: no face data, the printed number masked, the holder's name masked unless it is the person present. */
[[nodiscard]] domain::CertificateSummary listedView(const StoredCertificate &stored, const domain::Catalogue &catalogue);
/** Summary plus face data, with the moment it was read and how long it may be used. */
[[nodiscard]] domain::ECertificate pulledView(const StoredCertificate &stored, const domain::Catalogue &catalogue, const QDateTime &asOf);
/** How long an answer about certificates may be used offline, in hours. */
inline constexpr int usableHours = 24;

} // namespace yichuang::exchange
