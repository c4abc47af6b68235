// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "cataloguecheck.h"

#include <domain/catalogue.h>

#include <algorithm>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

bool isInForce(const ServiceItem &item, QDate day)
{
    return item.isInForceOn(day);
}

bool isInForce(const LifeEvent &event, QDate day)
{
    return day.isValid() && event.effectiveFrom <= day && (!event.effectiveTo || day <= *event.effectiveTo);
}

/** Files an entry under its id; CAT-001 for a version given twice or two versions in force on one day. */
template<typename Entry>
Result<void> file(QHash<QString, QList<qsizetype>> &index, const QList<Entry> &entries, qsizetype at)
{
    const Entry &entry = entries.at(at);
    QList<qsizetype> &versions = index[entry.id];
    for (qsizetype other : std::as_const(versions)) {
        const Entry &earlier = entries.at(other);
        if (earlier.version == entry.version)
            return badEntry(entry.id, u"version %1 twice"_s.arg(entry.version));
        if (isInForce(earlier, entry.effectiveFrom) || isInForce(entry, earlier.effectiveFrom))
            return badEntry(entry.id, u"versions %1 and %2 overlap"_s.arg(earlier.version).arg(entry.version));
    }
    versions.append(at);
    return {};
}

template<typename Entry, typename Test>
const Entry *firstOf(const QHash<QString, QList<qsizetype>> &index, const QList<Entry> &entries, const QString &id, Test test)
{
    const auto versions = index.constFind(id);
    if (versions == index.cend())
        return nullptr;
    for (qsizetype at : *versions) {
        if (test(entries.at(at)))
            return &entries.at(at);
    }
    return nullptr;
}

template<typename Entry>
QList<const Entry *> inForce(const QList<Entry> &entries, QDate day)
{
    QList<const Entry *> found;
    for (const Entry &entry : entries) {
        if (isInForce(entry, day))
            found.append(&entry);
    }
    return found;
}

} // namespace

Result<Catalogue> Catalogue::make(Content content, qint64 version)
{
    const auto ids = collectIds(content);
    if (!ids)
        return tl::unexpected(ids.error());
    Catalogue made;
    for (qsizetype at = 0; at < content.items.size(); ++at) {
        auto step = checkItemEntry(content.items.at(at), *ids);
        if (step)
            step = file(made.m_items, content.items, at);
        if (!step)
            return tl::unexpected(step.error());
    }
    for (qsizetype at = 0; at < content.lifeEvents.size(); ++at) {
        auto step = checkLifeEventEntry(content.lifeEvents.at(at), *ids);
        if (step)
            step = file(made.m_events, content.lifeEvents, at);
        if (!step)
            return tl::unexpected(step.error());
    }
    if (const auto shared = checkSharedMaterials(content.items); !shared)
        return tl::unexpected(shared.error());
    for (qsizetype at = 0; at < content.departments.size(); ++at)
        made.m_departments.insert(content.departments.at(at).id, at);
    for (qsizetype at = 0; at < content.certificateTypes.size(); ++at)
        made.m_types.insert(content.certificateTypes.at(at).id, at);
    made.m_content = std::move(content);
    made.m_version = version;
    return made;
}

const Department *Catalogue::department(const QString &id) const
{
    const auto at = m_departments.constFind(id);
    return at == m_departments.cend() ? nullptr : &m_content.departments.at(*at);
}

const CertificateType *Catalogue::certificateType(const QString &id) const
{
    const auto at = m_types.constFind(id);
    return at == m_types.cend() ? nullptr : &m_content.certificateTypes.at(*at);
}

const ServiceItem *Catalogue::item(const QString &id, QDate day) const
{
    return firstOf(m_items, m_content.items, id, [&](const ServiceItem &each) { return isInForce(each, day); });
}

const ServiceItem *Catalogue::offeredItem(const QString &id, QDate day) const
{
    const ServiceItem *found = item(id, day);
    return found && found->isOfferedOn(day) ? found : nullptr;
}

const ServiceItem *Catalogue::itemVersion(const QString &id, int version) const
{
    return firstOf(m_items, m_content.items, id, [&](const ServiceItem &each) { return each.version == version; });
}

const LifeEvent *Catalogue::lifeEvent(const QString &id, QDate day) const
{
    return firstOf(m_events, m_content.lifeEvents, id, [&](const LifeEvent &each) { return isInForce(each, day); });
}

const LifeEvent *Catalogue::lifeEventVersion(const QString &id, int version) const
{
    return firstOf(m_events, m_content.lifeEvents, id, [&](const LifeEvent &each) { return each.version == version; });
}

QList<const ServiceItem *> Catalogue::itemsOn(QDate day) const
{
    QList<const ServiceItem *> offered = inForce(m_content.items, day);
    offered.removeIf([day](const ServiceItem *item) { return !item->isOfferedOn(day); });
    return offered;
}

QList<const ServiceItem *> Catalogue::suspendedOn(QDate day) const
{
    QList<const ServiceItem *> suspended = inForce(m_content.items, day);
    suspended.removeIf([](const ServiceItem *item) { return item->state != ItemState::Suspended; });
    return suspended;
}

QList<const LifeEvent *> Catalogue::lifeEventsOn(QDate day) const
{
    return inForce(m_content.lifeEvents, day);
}

} // namespace yichuang::domain
