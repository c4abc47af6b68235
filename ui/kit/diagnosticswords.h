// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/diagnosticsdesk.h>

#include <QCoreApplication>

namespace yichuang::ui {

/** User words of the diagnostics' stable words, in the current language. */
class DiagnosticsWords
{
    Q_DECLARE_TR_FUNCTIONS(DiagnosticsWords)
public:
    /** What a part of the workplace is called; the stable word itself for one that nobody named. */
    [[nodiscard]] static QString part(const QString &name);
    /** What is missing or worth a note, and what to do. */
    [[nodiscard]] static QString meaning(const QString &word);
    /** Where the report lies that was written last; empty when there is none. */
    [[nodiscard]] static QString exported(const desk::DiagnosticsView &view);
};

} // namespace yichuang::ui
