// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Prints the words that nothing written may hold: numbers and names of the people in the demo's trays and of the families whose
// stories are played, the numbers of their papers and accounts, and what the tour types.
#include "demo/democertificates.h"

#include <QDate>
#include <QTextStream>
#include <desk/systemclock.h>
#include <exchange/cataloguefiles.h>
#include <exchange/demopeople.h>

using namespace Qt::StringLiterals;
using namespace yichuang;

namespace {

/** Short numbers stand in other texts by chance. */
constexpr qsizetype shortestNumber = 8;

void printPapers(QTextStream &out, const exchange::DemoPapers &papers)
{
    for (const exchange::StoredCertificate &paper : papers.certificates) {
        const domain::ECertificate &face = paper.value;
        for (const QString &number : {face.number, face.holderNumber, face.face.value(u"bankAccount"_s)}) {
            if (number.size() >= shortestNumber)
                out << number << '\n';
        }
    }
}

} // namespace

int main()
{
    QTextStream out(stdout);
    const QDate today = desk::SystemClock().today();
    auto content = exchange::catalogueFromFiles(exchange::demoCatalogueFolder());
    const auto catalogue = content ? domain::Catalogue::make(std::move(*content), 1) : domain::Result<domain::Catalogue>();
    if (!content || !catalogue)
        return 1;
    for (const quint64 seed : {quint64(20261123), quint64(1)}) {
        for (const exchange::DemoPerson &person : exchange::demoPeople(seed, today))
            out << person.card.number << '\n' << person.card.name << '\n' << person.card.englishName << '\n';
        qint64 nextRow = 1;
        for (int place = 0; place < exchange::storyFamilies; ++place) {
            const exchange::DemoFamily family = exchange::demoFamily(seed, place, today);
            for (const exchange::CityPerson &person : family.members)
                out << person.card.number << '\n' << person.card.name << '\n';
            const exchange::DemoPapers papers = exchange::demoPapers(family, *catalogue, seed, nextRow, today);
            nextRow += papers.certificates.size();
            printPapers(out, papers);
        }
    }
    out << u"王小示例\n13900000000\n"_s;
    return 0;
}
