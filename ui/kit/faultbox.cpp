// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/faultbox.h>

#include "kit/failurehelp.h"

#include <QMessageBox>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

QMessageBox *openFaultBox(domain::FailureCode code, const QString &detail)
{
    const FailureWords words = FailureHelp::wordsFor({code, detail});
    auto *box = new QMessageBox(QMessageBox::Critical, u"yichuang %1"_s.arg(words.code), detail, QMessageBox::Ok);
    if (!detail.contains(words.cause)) {
        box->setText(words.cause + u"\n\n"_s + words.next);
        box->setInformativeText(detail);
    }
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
    return box;
}

} // namespace yichuang::ui
