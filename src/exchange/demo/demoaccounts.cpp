// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "demoaccounts.h"

namespace yichuang::exchange {

using domain::Role;
using namespace Qt::StringLiterals;

domain::Result<void> putDemoAccounts(LocalAuthenticator &authenticator, const domain::Catalogue::Content &catalogue, const QString &secret)
{
    QList<wire::Operator> people;
    for (int i = 1; i <= 4; ++i) {
        const QString place = u"%1"_s.arg(i, 2, 10, QChar(u'0'));
        people.append({u"clerk"_s + place, u"窗口%1示例"_s.arg(place), Role::Clerk, {}, u"w"_s + place, u"综合窗口 %1"_s.arg(place), {}});
    }
    for (const domain::Department &department : catalogue.departments)
        people.append({department.id + u"01"_s, department.shortName + u"审批员示例"_s, Role::Reviewer, department.id, {}, {}, {}});
    people.append({u"super01"_s, u"值班长示例"_s, Role::Supervisor, {}, {}, {}, {}});
    people.append({u"auditor01"_s, u"审计员示例"_s, Role::Auditor, {}, {}, {}, {}});
    people.append({u"admin01"_s, u"管理员示例"_s, Role::Administrator, {}, {}, {}, {}});
    for (const wire::Operator &person : people) {
        if (const auto put = authenticator.putAccount(person.id, secret, person); !put)
            return put;
    }
    return {};
}

} // namespace yichuang::exchange
