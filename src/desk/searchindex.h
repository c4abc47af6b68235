// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/counterdesk.h>

namespace yichuang::desk {

/** Finds items and life events in force on a day by name, pinyin initials or synonym. Immutable after building. */
class SearchIndex
{
public:
    SearchIndex() = default;
    SearchIndex(const domain::Catalogue &catalogue, QDate day);
    /** Best hits first: begins with, contains, initials, synonym; all entries for an empty text. At most `limit`. */
    [[nodiscard]] QList<ItemHit> search(const QString &text, qsizetype limit = 100) const;

private:
    struct Key {
        QString text;     ///< lower case
        QString initials; ///< pinyin initials of text
        QString shown;    ///< the synonym as written, empty for the name
    };
    struct Entry {
        ItemHit hit;
        QList<Key> keys;
    };
    void add(const ItemHit &hit, const QStringList &synonyms);
    [[nodiscard]] static int rank(const Key &key, const QString &wanted);

    QList<Entry> m_entries;
};

} // namespace yichuang::desk
