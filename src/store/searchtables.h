// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "writing.h"

/**
 * The tables behind the search. `search_tokens` is the index, `search_words` the words that it holds. A changed word
 * touches a page of the index for each of its tokens, all over the file; a save therefore writes the new words to the
 * small table `search_recent` only, which every search reads through, and many cases at a time are folded into the index
 * while nobody waits.
 */
namespace yichuang::store {

/** More cases than this in search_recent are worth folding. */
inline constexpr int mostRecentWords = 64;

/** Writes the words of a case when they are not what is stored. */
void writeWords(Writing &writing, qint64 sort, const QString &words);
/** Brings every row of search_recent into the index. */
void foldWords(Writing &writing);
/** Rows of search_recent. */
[[nodiscard]] int countRecentWords(Sql &sql);

} // namespace yichuang::store
