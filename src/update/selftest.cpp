// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/selftest.h>

#include <algorithm>

namespace yichuang::update {

using namespace Qt::StringLiterals;

bool SelfTest::refusesAnyOf(const QStringList &takenBefore) const
{
    return std::any_of(refused.begin(), refused.end(), [&takenBefore](const QString &one) { return takenBefore.contains(one); });
}

QStringList wordSettings()
{
    return {u"exchange"_s, u"reader"_s, u"language"_s, u"offline-entry-days"_s};
}

SelfTest selfTestOf(const QString &version, const QStringList &faulty, const QMap<QString, QString> &words)
{
    SelfTest found;
    found.version = version;
    if (version.isEmpty())
        return found;
    for (auto word = words.cbegin(); word != words.cend(); ++word)
        (faulty.contains(word.key()) ? found.refused : found.taken) << word.key() + u'=' + word.value();
    return found;
}

} // namespace yichuang::update
