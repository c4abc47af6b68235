// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace yichuang::app {

/** From here on this process makes its files and folders for its own user alone: they hold citizens' data. On Windows a folder's list decides. */
void keepFilesPrivate();

} // namespace yichuang::app
