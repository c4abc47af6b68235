// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <desk/workplace.h>

namespace yichuang::desk {

namespace {

constexpr std::pair<WorkPlace::Part, QLatin1String> partNames[] = {
    {WorkPlace::Part::Certificates, QLatin1String("certificates")}, {WorkPlace::Part::Items, QLatin1String("items")},
    {WorkPlace::Part::Situations, QLatin1String("situations")},     {WorkPlace::Part::Form, QLatin1String("form")},
    {WorkPlace::Part::Materials, QLatin1String("materials")},       {WorkPlace::Part::Applicant, QLatin1String("applicant")},
    {WorkPlace::Part::Agent, QLatin1String("agent")}};

} // namespace

QString textOf(const WorkPlace &place)
{
    for (const auto &[part, name] : partNames) {
        if (part == place.part)
            return name + u':' + place.key;
    }
    return {};
}

WorkPlace workPlaceFrom(const QString &text)
{
    for (const auto &[part, name] : partNames) {
        if (text.startsWith(name) && text.mid(name.size()).startsWith(u':'))
            return {part, text.mid(name.size() + 1)};
    }
    return {};
}

} // namespace yichuang::desk
