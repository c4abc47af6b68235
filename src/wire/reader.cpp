// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "reader.h"

namespace yichuang::wire {

using namespace Qt::StringLiterals;

QString Path::text() const
{
    if (!parent)
        return u"$"_s;
    if (index >= 0)
        return parent->text() + u"[%1]"_s.arg(index);
    return parent->text() + u'.' + name;
}

void Cursor::wrongShape(QLatin1StringView expected) const
{
    if (!error)
        error = domain::Error{domain::FailureCode::JsonShape, path.text() + u": "_s + expected, false};
}

void Cursor::wrongValue(QLatin1StringView expected) const
{
    if (!error)
        error = domain::Error{domain::FailureCode::JsonValue, path.text() + u": "_s + expected, false};
}

} // namespace yichuang::wire
