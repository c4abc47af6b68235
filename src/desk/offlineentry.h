// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/livesignindesk.h>

namespace yichuang::desk {

/** The exchange was not there to decide. One that asks for a pause after too many tries was. */
[[nodiscard]] bool isAway(const domain::Error &error);
[[nodiscard]] OperatorView viewOf(const wire::Operator &account);

} // namespace yichuang::desk
