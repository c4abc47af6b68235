// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/selftest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
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

SelfTest selfTestFrom(const QByteArray &report, const QMap<QString, QString> &words)
{
    const QJsonObject said = QJsonDocument::fromJson(report).object();
    SelfTest found;
    found.version = said.value(u"version"_s).toString();
    if (found.version.isEmpty())
        return found;
    QSet<QString> faulty;
    const QJsonArray faults = said.value(u"settings"_s).toObject().value(u"faults"_s).toArray();
    for (const QJsonValue &fault : faults)
        faulty.insert(fault.toObject().value(u"setting"_s).toString());
    for (auto word = words.cbegin(); word != words.cend(); ++word)
        (faulty.contains(word.key()) ? found.refused : found.taken) << word.key() + u'=' + word.value();
    return found;
}

} // namespace yichuang::update
