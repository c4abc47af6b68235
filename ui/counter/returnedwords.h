// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <desk/counterview.h>

namespace yichuang::ui {

/** What the exchange said to a receipt that it did not take, and what is to do about it. */
class ReturnedWords
{
    Q_DECLARE_TR_FUNCTIONS(ReturnedWords)
public:
    [[nodiscard]] static QString text(const desk::ReturnedView &returned);
};

} // namespace yichuang::ui
