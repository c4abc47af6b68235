// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <domain/casecommand.h>

namespace yichuang::domain {

namespace {

/** Keeps the entries of a map whose key is wanted. */
template<typename Value, typename Wanted>
QMap<QString, Value> kept(const QMap<QString, Value> &all, Wanted wanted)
{
    QMap<QString, Value> some;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (wanted(it.key()))
            some.insert(it.key(), it.value());
    }
    return some;
}

} // namespace

Case projectionFor(const Case &whole, const QSet<PartId> &partIds, const QSet<QString> &materialKeys, const QSet<QString> &fieldIds)
{
    Case view;
    view.id = whole.id;
    QList<CasePart> parts;
    QSet<QString> owners;
    for (const CasePart &part : whole.parts) {
        if (!partIds.contains(part.id))
            continue;
        parts.append(part);
        owners.insert(part.itemId);
    }
    if (parts.isEmpty())
        return view;
    if (!whole.lifeEventId.isEmpty())
        owners.insert(whole.lifeEventId);
    view = whole;
    view.parts = parts;
    // Ids of commands on other parts say who worked when; a reader of some parts has no use for them.
    view.applied.clear();
    view.fields = kept(whole.fields, [&](const QString &id) { return fieldIds.contains(id); });
    // By what right the agent acts is every department's business.
    const QString authority = whole.agency ? whole.agency->authority : QString();
    view.materials = kept(whole.materials, [&](const QString &key) { return materialKeys.contains(key) || key == authority; });
    view.answers = kept(whole.answers, [&](const QString &key) { return owners.contains(key.section(u'/', 0, 0)); });
    return view;
}

} // namespace yichuang::domain
