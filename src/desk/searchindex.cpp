// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "searchindex.h"

#include <domain/pinyin.h>

#include <algorithm>

namespace yichuang::desk {

namespace {

/** With so many hits that fit as typed nobody needs guesses. */
constexpr qsizetype enoughHits = 5;
constexpr qsizetype shortestText = 3; // holdsAPiece() needs three at least
/** Few letters with an error fit half the catalogue: shorter ones count from the beginning of a name only. */
constexpr qsizetype shortestInitials = 4;
constexpr qsizetype shortestInnerInitials = 6;
constexpr qsizetype shortestSpelling = 6;

/** Whether a text begins with what was wanted, but for one error. */
bool beginsAlmost(QStringView text, QStringView wanted)
{
    const auto differs = std::mismatch(text.begin(), text.end(), wanted.begin(), wanted.end());
    const QStringView there(differs.first, text.end());
    const QStringView typed(differs.second, wanted.end());
    if (typed.isEmpty() || there.startsWith(typed.sliced(1))) // nothing wrong, or one character too many
        return true;
    if (there.isEmpty())
        return false;
    if (there.sliced(1).startsWith(typed.sliced(1)) || there.sliced(1).startsWith(typed)) // one wrong, or one left out
        return true;
    return there.size() > 1 && typed.size() > 1 && there[0] == typed[1] && there[1] == typed[0]
        && there.sliced(2).startsWith(typed.sliced(2));
}

/** One error touches two neighbours at most, so of three pieces one stands as it was typed. A cheap look before the long one. */
bool holdsAPiece(QStringView text, QStringView wanted)
{
    const qsizetype third = wanted.size() / 3;
    return text.contains(wanted.first(third)) || text.contains(wanted.sliced(third, third)) || text.contains(wanted.sliced(2 * third));
}

bool containsAlmost(QStringView text, QStringView wanted)
{
    if (wanted.size() > text.size() + 1 || !holdsAPiece(text, wanted))
        return false;
    for (qsizetype from = 0; from + wanted.size() <= text.size() + 1; ++from) {
        if (beginsAlmost(text.sliced(from), wanted))
            return true;
    }
    return false;
}

QStringList categoriesOf(const domain::Catalogue &catalogue, const domain::LifeEvent &event, QDate day)
{
    QStringList categories;
    for (const domain::LifeEventStep &step : event.steps) {
        if (const domain::ServiceItem *item = catalogue.item(step.itemId, day); item && !categories.contains(item->category))
            categories.append(item->category);
    }
    return categories;
}

} // namespace

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
            categoriesOf(catalogue, *event, day), event->synonyms, event->description);
    }
    const QList<const domain::ServiceItem *> items = catalogue.itemsOn(day) + catalogue.suspendedOn(day);
    for (const domain::ServiceItem *item : items) {
        ItemHit hit{item->id, false, item->name, departmentName(item->departmentId), {}, item->promised, item->kind};
        if (item->state == domain::ItemState::Suspended)
            hit.suspension = Suspension{item->effectiveFrom, item->effectiveTo, item->stateNote};
        add(hit, {item->category}, item->synonyms, item->guide.conditions + item->guide.resultName);
    }
}

void SearchIndex::add(const ItemHit &hit, const QStringList &categories, const QStringList &synonyms, const QString &description)
{
    Entry entry{hit, categories, {{Source::Name, hit.name.toLower(), domain::pinyinInitials(hit.name), domain::pinyinSpelling(hit.name), {}}}};
    for (const QString &synonym : synonyms)
        entry.keys.append({Source::Synonym, synonym.toLower(), domain::pinyinInitials(synonym), domain::pinyinSpelling(synonym), synonym});
    if (!description.isEmpty())
        entry.keys.append({Source::Description, description.simplified().remove(u' ').toLower(), {}, {}, {}});
    m_entries.append(entry);
}

int SearchIndex::rank(const Key &key, const QString &wanted)
{
    const int source = static_cast<int>(key.source);
    if (key.source != Source::Description && key.text.startsWith(wanted))
        return 10 + source;
    if (key.text.contains(wanted))
        return 20 + source;
    if (key.initials.startsWith(wanted))
        return 30 + source;
    if (wanted.size() >= 2 && key.initials.contains(wanted))
        return 40 + source;
    if (wanted.size() >= 2 && key.spelling.startsWith(wanted))
        return 43 + source;
    if (wanted.size() >= shortestSpelling && key.spelling.contains(wanted))
        return 46 + source;
    return -1;
}

int SearchIndex::rankWithError(const Key &key, const QString &wanted)
{
    const int source = static_cast<int>(key.source);
    if (key.source == Source::Description)
        return -1;
    if (wanted.size() >= shortestText && containsAlmost(key.text, wanted))
        return 50 + source;
    if (wanted.size() >= shortestInitials && beginsAlmost(key.initials, wanted))
        return 60 + source;
    if (wanted.size() >= shortestInnerInitials && containsAlmost(key.initials, wanted))
        return 70 + source;
    if (wanted.size() >= shortestSpelling && containsAlmost(key.spelling, wanted))
        return 80 + source;
    return -1;
}

/** Entries by the best rank of their keys, the best first. */
template<typename Rank>
QList<SearchIndex::Found> SearchIndex::ranked(const QString &wanted, const QString &category, Rank rankOf) const
{
    QList<Found> found;
    for (const Entry &entry : m_entries) {
        if (!category.isEmpty() && !entry.categories.contains(category))
            continue;
        Found best{-1, &entry, {}};
        for (const Key &key : entry.keys) {
            const int now = rankOf(key, wanted);
            if (now >= 0 && (best.rank < 0 || now < best.rank))
                best = {now, &entry, key.shown};
        }
        if (best.rank >= 0)
            found.append(best);
    }
    std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) { return a.rank < b.rank; });
    return found;
}

QList<ItemHit> SearchIndex::search(const QString &text, const QString &category, qsizetype limit) const
{
    const QString wanted = text.simplified().remove(u' ').toLower();
    QList<Found> found = wanted.isEmpty() ? ranked(wanted, category, [](const Key &, const QString &) { return 0; }) : ranked(wanted, category, rank);
    if (found.size() < enoughHits && !wanted.isEmpty()) {
        QSet<const Entry *> exact;
        for (const Found &each : std::as_const(found))
            exact.insert(each.entry);
        for (const Found &each : ranked(wanted, category, rankWithError)) {
            if (!exact.contains(each.entry))
                found.append(each);
        }
    }
    QList<ItemHit> hits;
    for (const Found &each : std::as_const(found)) {
        if (hits.size() == limit)
            break;
        ItemHit hit = each.entry->hit;
        hit.matched = each.matched;
        hits.append(hit);
    }
    return hits;
}

} // namespace yichuang::desk
