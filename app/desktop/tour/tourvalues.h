// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/counterview.h>

namespace yichuang::app {

/**
 * What a clerk would write into the field for this case: a child gets a parent's surname and the parents' ethnic group,
 * a choice its id. Demo names end in 示例. Always a value that the field's own check accepts.
 */
[[nodiscard]] QString tourValue(const domain::FormField &field, const desk::CounterView &view, QDate today);

} // namespace yichuang::app
