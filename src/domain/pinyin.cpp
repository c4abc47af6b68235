// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/pinyin.h>

#include "pinyintable.h"

namespace yichuang::domain {

QString pinyinInitials(const QString &text)
{
    QString initials;
    initials.reserve(text.size());
    for (const QChar character : text) {
        const char16_t unit = character.unicode();
        if (unit >= pinyinFirst && unit <= pinyinLast) {
            const char letter = pinyinTable[unit - pinyinFirst];
            if (letter != '.')
                initials.append(QLatin1Char(letter));
        } else if (unit < 0x80 && character.isLetterOrNumber()) {
            initials.append(character.toLower());
        }
    }
    return initials;
}

} // namespace yichuang::domain
