// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace yichuang::domain {

/** The tables of resources/domain, compiled in by the build (bundledtables.cpp.in); UTF-8 CSV with a header line. */
[[nodiscard]] QByteArray bundledHolidays();
[[nodiscard]] QByteArray bundledEthnicGroups();
[[nodiscard]] QByteArray bundledDocumentKinds();
[[nodiscard]] QByteArray bundledAuthorityProofs();

} // namespace yichuang::domain
