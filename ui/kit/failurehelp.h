// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QCoreApplication>

namespace yichuang::ui {

/** What a failure means to the person at the window: made from its code, never from its technical detail. */
struct FailureWords {
    QString cause;
    QString next;
    QString actor;  ///< who acts, a word in the current language
    QString code;
};

/** Looks a failure up in the help table compiled from resources/help/failures, in the current language. */
class FailureHelp
{
    Q_DECLARE_TR_FUNCTIONS(FailureHelp)
public:
    [[nodiscard]] static FailureWords wordsFor(const domain::Error &error);
    /** Cause and code in one line. */
    [[nodiscard]] static QString line(const domain::Error &error);
};

} // namespace yichuang::ui
