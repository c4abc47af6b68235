// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "searchindex.h"

#include <domain/pinyin.h>

#include <algorithm>

namespace yichuang::desk {

SearchIndex::SearchIndex(const domain::Catalogue &catalogue, QDate day)
{
    const auto departmentName = [&catalogue](const QString &id) {
        const domain::Department *department = catalogue.department(id);
        return department ? department->name : QString();
    };
    const QList<const domain::LifeEvent *> events = catalogue.lifeEventsOn(day);
    for (const domain::LifeEvent *event : events) {
        add({event->id, true, event->name, departmentName(event->leadDepartmentId), {}, event->promised,
             domain::CaseKind::Promised},
            event->synonyms);
    }
    const QList<const domain::ServiceItem *> items = catalogue.itemsOn(day);
    for (const domain::ServiceItem *item : items) {
        add({item->id, false, item->name, departmentName(item->departmentId), {}, item->promised, item->kind},
            item->synonyms);
    }
}

void SearchIndex::add(const ItemHit &hit, const QStringList &synonyms)
{
    Entry entry{hit, {{hit.name.toLower(), domain::pinyinInitials(hit.name), {}}}};
    for (const QString &synonym : synonyms)
        entry.keys.append({synonym.toLower(), domain::pinyinInitials(synonym), synonym});
    m_entries.append(entry);
}

int SearchIndex::rank(const Key &key, const QString &wanted)
{
    const int synonym = key.shown.isEmpty() ? 0 : 1;
    if (key.text.startsWith(wanted))
        return 10 + synonym;
    if (key.text.contains(wanted))
        return 20 + synonym;
    if (key.initials.startsWith(wanted))
        return 30 + synonym;
    if (wanted.size() >= 2 && key.initials.contains(wanted))
        return 40 + synonym;
    return -1;
}

QList<ItemHit> SearchIndex::search(const QString &text, qsizetype limit) const
{
    const QString wanted = text.simplified().remove(u' ').toLower();
    QList<std::pair<int, ItemHit>> found;
    for (const Entry &entry : m_entries) {
        int best = wanted.isEmpty() ? 0 : -1;
        ItemHit hit = entry.hit;
        for (const Key &key : entry.keys) {
            const int now = wanted.isEmpty() ? -1 : rank(key, wanted);
            if (now >= 0 && (best < 0 || now < best)) {
                best = now;
                hit.matched = key.shown;
            }
        }
        if (best >= 0)
            found.append({best, hit});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<ItemHit> hits;
    for (const auto &[order, hit] : found) {
        if (hits.size() == limit)
            break;
        hits.append(hit);
    }
    return hits;
}

} // namespace yichuang::desk
