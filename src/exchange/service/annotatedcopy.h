// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/catalogue.h>
#include <domain/ecertificate.h>

#include <QUuid>

namespace yichuang::exchange {

/** What the watermark of an annotated copy says. */
struct Annotation {
    QString operatorId;
    QString reason;
    QDateTime at;            ///< the copy expires 24 hours later
    QUuid lookupId;
};

/**
 * One page A4 as PDF 1.4: the certificate's face and, across it, why, for whom, by whom and until when (加注件). Text uses
 * the Adobe-GB1 font that every viewer brings, so nothing is embedded.
 */
[[nodiscard]] QByteArray annotatedCopy(const domain::ECertificate &certificate, const domain::CertificateType *type, const Annotation &annotation);

} // namespace yichuang::exchange
