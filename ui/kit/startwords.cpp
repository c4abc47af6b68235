// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/startwords.h>

#include "kit/failurehelp.h"

#include <QStringList>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

namespace {

struct StartWords {
    Q_DECLARE_TR_FUNCTIONS(StartWords)
};

} // namespace

QString startRefusal(const domain::Error &error, const QString &about)
{
    QStringList lines{FailureHelp::line(error), FailureHelp::wordsFor(error).next};
    if (!about.isEmpty())
        lines << about;
    //: %1 technical detail in English
    lines << StartWords::tr("For hall IT: %1").arg(error.detail);
    return lines.join(u'\n');
}

QString settingRefusal(const QString &setting, const QString &place, const domain::Error &error)
{
    //: %1 name of a setting, %2 where the settings of the computer lie
    return startRefusal(error, StartWords::tr("Setting: %1 (%2)").arg(setting, place));
}

} // namespace yichuang::ui
