// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/livesignindesk.h>

namespace yichuang::desk {

[[nodiscard]] OperatorView viewOf(const wire::Operator &account);

} // namespace yichuang::desk
