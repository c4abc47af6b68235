// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "demofamily.h"

#include <domain/catalogue.h>

namespace yichuang::exchange {

/** What is known when a certificate is written: the holder, its dates and numbers, and words that only this one has. */
struct FaceFacts {
    const CityPerson *holder = nullptr;
    QString number;          ///< printed number of the certificate
    QString issuer;
    QDate issued;
    std::optional<QDate> validTo;
    QMap<QString, QString> own; ///< by face field id
};

/** A value for every face field of the type: own words first, then what the field's id or label says. */
[[nodiscard]] QMap<QString, QString> demoFace(const domain::CertificateType &type, const FaceFacts &facts, DemoRandom &random);
/** Words that the papers of a child share: its own, its parents' and its birth's. @param child a place in the family's members. */
[[nodiscard]] QMap<QString, QString> childWords(const DemoFamily &family, int child);

} // namespace yichuang::exchange
