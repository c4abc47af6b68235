// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace yichuang::device {

/** Overwrites the bytes with zeros, in a way the compiler keeps, then empties the array. A shared copy stays as it is. */
void wipe(QByteArray &bytes);
/** The same for text. */
void wipe(QString &text);

} // namespace yichuang::device
