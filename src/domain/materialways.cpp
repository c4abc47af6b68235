// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "materialways.h"

namespace yichuang::domain {

QSet<MaterialWay> acceptedWays(const MaterialSpec &spec)
{
    QSet<MaterialWay> ways = spec.ways;
    if (spec.certificateTypes.isEmpty())
        ways.remove(MaterialWay::Certificate);
    else
        ways.insert(MaterialWay::Certificate);
    if (spec.necessity == Necessity::Required)
        ways.remove(MaterialWay::Deferred);
    else
        ways.insert(MaterialWay::Deferred);
    return ways;
}

EffectTarget effectTarget(const QString &target)
{
    const qsizetype colon = target.indexOf(u':');
    if (colon < 0)
        return {{}, target};
    return {target.left(colon), target.mid(colon + 1)};
}

} // namespace yichuang::domain
