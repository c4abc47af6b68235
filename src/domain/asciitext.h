// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

#include <algorithm>

namespace yichuang::domain {

/** '0' to '9' only: QChar::isDigit also takes full-width and other scripts' digits. */
[[nodiscard]] inline bool isAsciiDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

[[nodiscard]] inline bool isAsciiCapital(QChar c)
{
    return c >= QLatin1Char('A') && c <= QLatin1Char('Z');
}

[[nodiscard]] inline bool allAsciiDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isAsciiDigit);
}

[[nodiscard]] inline bool allDigitsOrCapitals(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return isAsciiDigit(c) || isAsciiCapital(c); });
}

/** Value of a digit or capital as the check-digit standards count it: A is 10; -1 for anything else. */
[[nodiscard]] inline int alphanumericValue(QChar c)
{
    if (isAsciiDigit(c))
        return c.unicode() - u'0';
    return isAsciiCapital(c) ? c.unicode() - u'A' + 10 : -1;
}

/** Capitals for a to z; every other character stays, so nothing foreign turns into a letter we accept. */
[[nodiscard]] inline QString asciiUpper(QStringView text)
{
    QString upper = text.toString();
    for (QChar &c : upper) {
        if (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
            c = QChar(char16_t(c.unicode() - u'a' + u'A'));
    }
    return upper;
}

/** Whether two digits name a province of GB/T 2260 or the fictional province 99 of the demonstration data. */
[[nodiscard]] bool isKnownProvince(QStringView twoDigits);

/** The date in eight ASCII digits yyyyMMdd; a null date for anything else. */
[[nodiscard]] QDate dateFromDigits(QStringView eight);

} // namespace yichuang::domain
