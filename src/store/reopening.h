// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "writing.h"

namespace yichuang::store {

/**
 * When the exchange refused even the opening of a case that was received here: the draft it is again, with everything that was
 * sent since as commands of its journal under new ids, so that the next F9 sends the whole. What was refused stays in the
 * timeline. Where the rules of its day do not count any more, the items' versions are today's. Nothing when no opening was refused.
 */
[[nodiscard]] std::optional<domain::Case> openAgain(Writing &writing, const domain::CaseId &id);

} // namespace yichuang::store
