// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace yichuang::app {

class Program;

/**
 * Plays the main job on the demo with real mouse and keyboard events, writes a picture of each step and tour.json to
 * `folder`, prints a summary. Runs the event loop. Returns 0, or 1 when a step failed.
 */
[[nodiscard]] int runTour(Program &program, const QString &folder);

} // namespace yichuang::app
