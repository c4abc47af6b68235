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

QString settingRefusal(const QString &setting, const QString &place, const domain::Error &error)
{
    const FailureWords words = FailureHelp::wordsFor(error);
    return QStringList{FailureHelp::line(error),
                       words.next,
                       //: %1 name of a setting, %2 where the settings of the computer lie
                       StartWords::tr("Setting: %1 (%2)").arg(setting, place),
                       //: %1 technical detail in English
                       StartWords::tr("For hall IT: %1").arg(error.detail)}
        .join(u'\n');
}

} // namespace yichuang::ui
