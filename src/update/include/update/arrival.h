// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <update/updater.h>

namespace yichuang::update {

/** What the list says now of a version that was fetched. */
enum class Standing {
    Offered,   ///< still for this desk
    Withdrawn, ///< the list has nothing for this desk any more
    Unknown,   ///< no answer in time, none to be trusted, or another version: the session sees to it
};
using AskList = std::function<Standing(const UpdateSettings &settings, const Situation &here, const Waiting &waiting)>;

/** Reads the list on a thread of its own and waits for it a few seconds, no longer. */
[[nodiscard]] Standing askListNow(const UpdateSettings &settings, const Situation &here, const Waiting &waiting);

/** What a start found before its window was made. */
struct Arrival {
    QString rolledBack;     ///< the version that did not stand its trial; told once
    bool exchanged = false; ///< a version that waited was put in place: start the program again, now
};

/**
 * Before anything else of the program: takes up what was left behind, and puts a waiting version in place when the clerk
 * agreed to it or the administrator wants it so, and the list still offers it: one that was withdrawn goes, one that nobody
 * can be asked about waits on, and so does any while the running one mustProveItself(). Takes the time of a look and a checksum when there is one to put in place.
 */
[[nodiscard]] Arrival arrive(const Installation &installation, const Running &running, const UpdateSettings &settings, const QString &stateFile,
                             const domain::Clock &clock, const AskList &askList = askListNow);

} // namespace yichuang::update
