// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/failurehelp.h"

#include "kit/failuretable.h"

#include <QLocale>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

FailureWords FailureHelp::wordsFor(const domain::Error &error)
{
    FailureWords words;
    words.code = domain::failureText(error.code);
    const FailureRow *row = failureRow(words.code);
    if (!row) {
        words.cause = tr("Something went wrong that has no help text yet.");
        words.next = tr("Note the code and tell the hall's IT.");
        words.actor = tr("Hall IT");
        return words;
    }
    const bool chinese = QLocale().language() == QLocale::Chinese;
    words.cause = QString::fromUtf8(chinese ? row->causeChinese : row->causeEnglish);
    words.next = QString::fromUtf8(chinese ? row->nextChinese : row->nextEnglish);
    const QLatin1StringView actor(row->actor);
    //: who acts on a failure: the person at the window
    words.actor = actor == "clerk"_L1 ? tr("Clerk") : actor == "supplier"_L1 ? tr("Supplier") : tr("Hall IT");
    return words;
}

QString FailureHelp::line(const domain::Error &error)
{
    const FailureWords words = wordsFor(error);
    //: %1 cause of a failure, %2 its code
    return tr("%1 (%2)").arg(words.cause, words.code);
}

} // namespace yichuang::ui
