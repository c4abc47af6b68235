// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QStringList>

namespace yichuang::app {

/**
 * Reads a file of lines "NAME = VALUE", NAME an option without its dashes, '#' before a comment, and puts its options
 * before those of `arguments` (whose first is the program's name), so that the command line wins. An empty value leaves the
 * option out. Only what a running exchange needs may stand there, no task. Errors: APP-003 unreadable, APP-001 with the line.
 */
[[nodiscard]] domain::Result<QStringList> withConfigFile(const QStringList &arguments, const QString &path);

} // namespace yichuang::app
