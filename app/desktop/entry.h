// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace yichuang::app {

/** The program's arguments in full Unicode; Windows would hand main() what its own code page can say. */
[[nodiscard]] QStringList programArguments(int argc, char **argv);

/**
 * A program with windows has no console of its own: what it says goes to that of whoever started it, unless it was told
 * to write elsewhere. Nothing to do on other systems.
 */
void speakToCallersConsole();

/** Help or version, also in a box when nothing else would show it. */
void sayAtEntry(const QString &text);

/**
 * Why nothing starts; in a box when nothing else would show it and somebody is there to close it. Windows: where nobody is, into
 * the log of events.
 * @param language in which a box says what the failure's code means
 */
void refuseAtEntry(const QString &text, const QString &language);

/** The same of a run that a script waits for: never in a box, which would wait for somebody. */
void refuseUnattended(const QString &text);

/** Into Windows' log of events, source Yichuang, for the hall's IT. Nothing to do on other systems. */
void sayInEventLog(const QString &text);

} // namespace yichuang::app
