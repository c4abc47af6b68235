// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

namespace yichuang::ui {

/** Why the program does not start, in the current language; `about` is a line on what it concerns. */
[[nodiscard]] QString startRefusal(const domain::Error &error, const QString &about = {});

/**
 * Why the program does not start with what the administrator has set, in the current language: whoever reads it has typed
 * nothing. `setting` is the name of the setting, `place` where the settings of this computer lie.
 */
[[nodiscard]] QString settingRefusal(const QString &setting, const QString &place, const domain::Error &error);

} // namespace yichuang::ui
