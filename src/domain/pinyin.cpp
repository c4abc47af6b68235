// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/pinyin.h>

#include "pinyintable.h"

namespace yichuang::domain {

namespace {

/** Reading of a character, or itself where it is a Latin letter or a digit; at most `length` letters. */
void appendReading(QString &spelled, QChar character, qsizetype length)
{
    const char16_t unit = character.unicode();
    if (unit >= pinyinFirst && unit <= pinyinLast)
        spelled.append(QLatin1StringView(pinyinSyllables[pinyinTable[unit - pinyinFirst]]).left(length));
    else if (unit < 0x80 && character.isLetterOrNumber())
        spelled.append(character.toLower());
}

} // namespace

QString pinyinInitials(const QString &text)
{
    QString initials;
    initials.reserve(text.size());
    for (const QChar character : text)
        appendReading(initials, character, 1);
    return initials;
}

QString pinyinSpelling(const QString &text)
{
    constexpr qsizetype longestSyllable = 6; // zhuang
    QString spelled;
    spelled.reserve(text.size() * longestSyllable);
    for (const QChar character : text)
        appendReading(spelled, character, longestSyllable);
    return spelled;
}

} // namespace yichuang::domain
