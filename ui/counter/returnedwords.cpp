// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/returnedwords.h"

namespace yichuang::ui {

using namespace Qt::StringLiterals;

QString ReturnedWords::text(const desk::ReturnedView &returned)
{
    QStringList lines{tr("The exchange returned receipt %1; the case is a draft again.").arg(returned.receipt)};
    for (const domain::Missing &one : returned.missing) {
        const QString line = returned.unusable.contains(one.target) ? tr("%1: the certificate that was listed is no longer valid.").arg(one.text)
                                                                    : tr("%1: missing at the exchange.").arg(one.text);
        lines << u"· "_s + line;
    }
    if (returned.listedBefore)
        lines << tr("The list of certificates is older than that answer: read the applicant's card again, or list with their consent.");
    return lines.join(u'\n');
}

} // namespace yichuang::ui
