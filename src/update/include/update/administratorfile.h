// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QString>
#include <domain/error.h>
#include <memory>

class QSettings;

namespace yichuang::update {

/** Where the administrator's file lies on Linux. */
[[nodiscard]] QString administratorFile();
/** Where the desktop's settings of the machine lie in the registry of Windows. */
[[nodiscard]] QString administratorKey();

/**
 * The values of an administrator's file: lines NAME = VALUE, those below [GROUP] as GROUP/NAME. '#' begins a comment where a
 * line begins or after a blank, ';' where a line begins; a value that holds either may stand in quotes. Unlike an INI file's,
 * commas, semicolons and backslashes are nothing special. APP-001 with the line that is none of these.
 */
[[nodiscard]] domain::Result<QMap<QString, QString>> administratorValues(const QByteArray &text);

/** The same of a file, for those who read a registry as well; none there: empty. APP-003 when it is there and cannot be read. */
[[nodiscard]] domain::Result<std::unique_ptr<QSettings>> administratorSettings(const QString &path);

} // namespace yichuang::update
