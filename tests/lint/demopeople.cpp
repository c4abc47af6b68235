// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Prints the words that nothing written may hold: numbers and names of the people in the demo's trays, and what the tour types.
#include <QDate>
#include <QTextStream>
#include <desk/systemclock.h>
#include <exchange/demopeople.h>

int main()
{
    using namespace Qt::StringLiterals;
    using namespace yichuang;
    QTextStream out(stdout);
    const QDate today = desk::SystemClock().today();
    for (const quint64 seed : {quint64(20261123), quint64(1)}) {
        for (const exchange::DemoPerson &person : exchange::demoPeople(seed, today))
            out << person.card.number << '\n' << person.card.name << '\n' << person.card.englishName << '\n';
    }
    out << u"王小示例\n13900000000\n"_s;
    return 0;
}
