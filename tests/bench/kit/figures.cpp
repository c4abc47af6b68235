// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "figures.h"

#include <QTextStream>
#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace yichuang::bench {

double Samples::at(double share) const
{
    if (m_values.empty())
        return 0;
    std::vector<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    const auto place = std::size_t(share * double(sorted.size()));
    return sorted[std::min(place, sorted.size() - 1)];
}

void Figure::print() const
{
    const QString ratio = baseline > 0 ? QString::number(ours / baseline, 'f', 2) : u"null"_s;
    QTextStream(stdout) << u"{\"name\":\"%1\",\"ours\":%2,\"baseline\":%3,\"unit\":\"%4\",\"ratio\":%5,\"aim\":\"%6\"}"_s
                               .arg(name, QString::number(ours, 'f', 3),
                                    baseline > 0 ? QString::number(baseline, 'f', 3) : u"null"_s, unit, ratio, aim)
                        << Qt::endl;
}

void printSeries(const QString &name, const Samples &ours, const Samples &baseline, const QString &aim)
{
    Figure{name + u".p50"_s, ours.median(), baseline.median(), u"ms"_s, {}}.print();
    Figure{name + u".p95"_s, ours.p95(), baseline.p95(), u"ms"_s, aim}.print();
}

void say(const QString &line)
{
    QTextStream(stderr) << line << Qt::endl;
}

void giveUp(const QString &why)
{
    say(u"bench: "_s + why);
    std::exit(1);
}

} // namespace yichuang::bench
