// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace yichuang::exchange {

class Dialect;

/** The statements of each numbered migration; migration n leads from schema n to n + 1. */
[[nodiscard]] QList<QStringList> migrations(const Dialect &dialect);

} // namespace yichuang::exchange
