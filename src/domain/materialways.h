// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/serviceitem.h>

namespace yichuang::domain {

/**
 * Ways one use of a material accepts: Certificate where a type is named, Deferred exactly where the use is not
 * strictly required (an optional use does not stand against deferring).
 */
[[nodiscard]] QSet<MaterialWay> acceptedWays(const MaterialSpec &spec);

/** The part after "itemId:" of an effect's target, and the item; the item is empty for a plain key. */
struct EffectTarget {
    QString itemId;
    QString key;
};
[[nodiscard]] EffectTarget effectTarget(const QString &target);

} // namespace yichuang::domain
