// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace yichuang::app {

class Program;
class TourPrompter;

/**
 * Plays the main job on the demo with mouse and keyboard events at real positions, writes a picture of each step and
 * tour.json to `folder`, prints a summary. Runs the event loop. Returns 0, 1 when a step failed, 2 when nothing can be
 * written to the folder.
 */
[[nodiscard]] int runTour(Program &program, TourPrompter &prompter, const QString &folder);

} // namespace yichuang::app
