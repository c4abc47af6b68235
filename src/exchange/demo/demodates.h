// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "demofamily.h"

#include <domain/catalogue.h>

namespace yichuang::exchange {

/** How a certificate of the demo stands. */
enum class Fate { Good, ByLot, SoonExpired };

/** Which certificate, whose, and on which day it is looked at. */
struct DatedPaper {
    const domain::CertificateType *type = nullptr;
    const domain::IdCard *holder = nullptr;
    Fate fate = Fate::Good;
    QDate issued;            ///< invalid: drawn
    QDate today;
};

/** Dates and status: after the holder's birth, within the term that the law gives, some over or withdrawn by lot. */
void setDemoDates(domain::CertificateSummary &summary, const DatedPaper &paper, DemoRandom &random);

} // namespace yichuang::exchange
