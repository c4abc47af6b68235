// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/form.h>

namespace yichuang::ui {

/**
 * How a field's value shows before the recorded reveal, by what the field means: its type, its id and the paths it is filled
 * from. Numbers of persons, papers and accounts by their ends, phones, addresses down to the county. Empty: nothing to hide.
 */
[[nodiscard]] QString fieldMask(const domain::FormField &field, const QString &value);
/**
 * The same for a field of a certificate's face, of which only its id is known; long numbers within other words too. Empty:
 * nothing to hide.
 */
[[nodiscard]] QString faceMask(const QString &fieldId, const QString &value);

} // namespace yichuang::ui
