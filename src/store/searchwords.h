// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QStringList>
#include <domain/case.h>
#include <store/storevalues.h>

/**
 * What a case can be found by. Words are lines, each a kind letter and a normalised text: 'a' name, 'n' number,
 * 't' title or item, 'i' pinyin initials. Tokens are what the index holds of them:
 * "b" + two neighbouring characters and "c" + one character of a name; "b" + two characters of a text; "n" + the first
 * 2, 4, 6 … and "e" + the last 4 characters of a number; "p" + the first one and two and "i" + any three neighbouring letters of initials.
 */
namespace yichuang::store {

/** Lower case, compatibility forms unified, no spaces inside. */
[[nodiscard]] QString normalised(const QString &text);
/** The words of a case; `title` is its life event's name, empty when it has none. */
[[nodiscard]] QString wordsOf(const domain::Case &onCase, const QString &title);
/** The same words, found by one more number. */
[[nodiscard]] QString withNumber(const QString &words, const QString &number);
/** The same words with the initials of every name and text; those that were there are made again. */
[[nodiscard]] QString withInitials(const QString &words);
[[nodiscard]] QSet<QString> tokensOf(const QString &words);

/** One way in which a term can be meant: rows must carry every token, and one line of `kinds` must fit. */
struct TermReading {
    QStringList tokens;
    QString kinds;
    enum class Where { Anywhere, Begins, Ends } where = Where::Anywhere; ///< of the line the term stands
};

/** One piece of what was typed: a run of Han characters, or of letters and digits. */
struct Term {
    QString text;
    QList<TermReading> readings;
};

/** The terms of a search, all of which must fit; empty when nothing searchable was typed. */
[[nodiscard]] QList<Term> termsOf(const QString &search);
[[nodiscard]] bool fits(const QString &words, const Term &term);
/** What the first term shorter than `searchLengths` could not be found as. */
[[nodiscard]] std::optional<TooShortFor> tooShort(const QList<Term> &terms);

} // namespace yichuang::store
