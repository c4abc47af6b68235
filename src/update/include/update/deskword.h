// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace yichuang::update {

/**
 * All that a desktop, which runs with a clerk's rights, can say to the service that installs newer versions. No word takes
 * an argument: which version is meant, where it comes from and whether it is genuine is the service's own knowledge.
 */
enum class DeskWord {
    Now,     ///< the clerk wants the version that is ready; the desktop ends when it hears yes
    Started, ///< a version on trial was started
    Works,   ///< it opened the store and showed its window
    Excused, ///< the start led nowhere for a reason that is not the version's
    Failed,  ///< it cannot open the store; the desktop ends
};

/** One line. */
[[nodiscard]] QByteArray toBytes(DeskWord word);
/** Total: null for anything that toBytes does not write. */
[[nodiscard]] std::optional<DeskWord> deskWordFrom(QByteArrayView line);

/** What the service answers to a word. */
inline constexpr char serviceSaysYes[] = "yes\n";
inline constexpr char serviceSaysNo[] = "no\n";
/** Longest line of either side, in bytes. */
inline constexpr qint64 longestDeskWord = 16;

/** Where the service listens: the name of a pipe. */
[[nodiscard]] QString serviceAddress();

} // namespace yichuang::update
