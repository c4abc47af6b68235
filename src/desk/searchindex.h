// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/counterdesk.h>

namespace yichuang::desk {

/**
 * Finds items, suspended ones too, and life events in force on a day by name, pinyin or its initials, synonym or description,
 * also with one typing error. An item's description is what its guide says of its conditions and its result. Immutable after building.
 */
class SearchIndex
{
public:
    SearchIndex() = default;
    SearchIndex(const domain::Catalogue &catalogue, QDate day);
    /**
     * Best hits first: begins with, contains, initials, pinyin, each name before synonym before description. Where these are few,
     * those follow that fit but for one error: a character wrong, left out, too many, or changed with its neighbour; a text
     * of 3 characters and initials of 4 letters are the least for it, as is pinyin of 6. All entries for an empty text. At most `limit`.
     * With a category id only its items and the life events that have one of them.
     */
    [[nodiscard]] QList<ItemHit> search(const QString &text, const QString &category = {}, qsizetype limit = 100) const;

private:
    enum class Source { Name, Synonym, Description };
    struct Key {
        Source source = Source::Name;
        QString text;     ///< lower case
        QString initials; ///< pinyin initials of text; empty for a description
        QString spelling; ///< pinyin of text; empty for a description
        QString shown;    ///< the synonym as written, empty for the others
    };
    struct Entry {
        ItemHit hit;
        QStringList categories;
        QList<Key> keys;
    };
    struct Found {
        int rank = 0;
        const Entry *entry = nullptr;
        QString matched;
    };
    void add(const ItemHit &hit, const QStringList &categories, const QStringList &synonyms, const QString &description);
    [[nodiscard]] static int rank(const Key &key, const QString &wanted);
    [[nodiscard]] static int rankWithError(const Key &key, const QString &wanted);
    template<typename Rank>
    [[nodiscard]] QList<Found> ranked(const QString &wanted, const QString &category, Rank rankOf) const;

    QList<Entry> m_entries;
};

} // namespace yichuang::desk
