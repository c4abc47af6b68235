// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/html.h"

#include "kit/tokens.h"

namespace yichuang::ui {

using namespace Qt::StringLiterals;

static QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

QString htmlHeading(const QString &text)
{
    return u"<h4>"_s + escaped(text) + u"</h4>"_s;
}

QString htmlText(const QString &text)
{
    return text.isEmpty() ? QString() : u"<p>"_s + escaped(text) + u"</p>"_s;
}

QString htmlRow(const QString &caption, const QString &value)
{
    if (value.isEmpty())
        return {};
    return u"<tr><td class='caption'>"_s + escaped(caption) + u"</td><td>"_s + escaped(value) + u"</td></tr>"_s;
}

QString htmlTable(const QString &rows)
{
    return rows.isEmpty() ? QString() : u"<table cellspacing='0' cellpadding='2'>"_s + rows + u"</table>"_s;
}

QString htmlStyle()
{
    return u"p, td, li { font-size: %1px; } p { margin: 2px 0; } h4 { font-size: %1px; margin: 8px 0 2px 0; } "
           "td.caption { color: %2; padding-right: 12px; }"_s.arg(token::smallSize).arg(QColor(token::mute).name());
}

} // namespace yichuang::ui
