// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../service/localauthenticator.h"

#include <domain/catalogue.h>

namespace yichuang::exchange {

/** Clerks clerk01 to clerk04, a reviewer "<department>01" of every department, super01, auditor01 and admin01, all with one secret. */
[[nodiscard]] domain::Result<void> putDemoAccounts(LocalAuthenticator &authenticator, const domain::Catalogue::Content &catalogue, const QString &secret);

} // namespace yichuang::exchange
