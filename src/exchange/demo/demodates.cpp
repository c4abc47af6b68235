// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "demodates.h"

namespace yichuang::exchange {

using domain::CertificateStatus;
using namespace Qt::StringLiterals;

namespace {

/** Passport Law art. 7 and the rules of the exit-entry permits: 5 years for who is below 16 at the issue, then 10. */
bool isForTravel(const QString &typeId)
{
    return typeId == "passport"_L1 || typeId == "hk-macao-travel-permit"_L1;
}

void setTerm(domain::CertificateSummary &summary, const DatedPaper &paper, DemoRandom &random)
{
    const domain::IdCard &holder = *paper.holder;
    const auto &fields = paper.type->faceFields;
    const bool expires = std::any_of(fields.cbegin(), fields.cend(), [](const auto &field) { return field.first == u"validTo"; });
    const qint64 life = std::max<qint64>(holder.birth.daysTo(paper.today), 1);
    const QDate drawn = paper.today.addDays(-random.between(1, static_cast<int>(std::min<qint64>(life, 1400))));
    summary.issueDate = paper.issued.isValid() ? std::min(paper.issued, paper.today) : drawn;
    if (expires)
        summary.validTo = paper.today.addDays(random.between(200, 3000));
    if (isForTravel(paper.type->id))
        summary.validTo = summary.issueDate.addYears(domain::ageOn(holder.birth, summary.issueDate) < 16 ? 5 : 10);
    if (paper.type->id == "identity-card"_L1) {
        summary.issueDate = holder.validFrom;
        summary.validTo = holder.validTo;
    }
    summary.validFrom = summary.issueDate;
    summary.statusDate = summary.issueDate;
}

} // namespace

void setDemoDates(domain::CertificateSummary &summary, const DatedPaper &paper, DemoRandom &random)
{
    setTerm(summary, paper, random);
    const bool expires = summary.validTo.has_value();
    const int lot = paper.fate == Fate::ByLot ? random.below(100) : (paper.fate == Fate::SoonExpired ? 10 : 99);
    if (lot < 7 && expires) {
        summary.validTo = paper.today.addDays(-random.between(1, 400));
        summary.issueDate = std::max(std::min(summary.issueDate, summary.validTo->addDays(-365)), paper.holder->birth);
        summary.validFrom = summary.issueDate;
    } else if (lot < 15 && expires) {
        summary.validTo = paper.today.addDays(random.between(2, 25));
    } else if (lot >= 15 && lot < 19) {
        summary.status = lot < 17 ? CertificateStatus::Revoked : CertificateStatus::Cancelled;
        summary.statusDate = summary.issueDate.addDays(std::min<qint64>(30, summary.issueDate.daysTo(paper.today)));
    }
}

} // namespace yichuang::exchange
