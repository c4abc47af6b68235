// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace yichuang::ui {

/**
 * The toolkit's Fusion style with our spacing: a widget's layout takes its margins from the dynamic property "pad"
 * ("card", "page", "head", "row", "tight"; none otherwise) and its gaps from "gap" ("wide", "page", "tiny", "small",
 * "none"; the normal gap otherwise), so that no form holds a figure of its own.
 */
class ThemeStyle : public QProxyStyle
{
    Q_OBJECT
public:
    ThemeStyle();
    /** A label shows texts as they are, names and catalogues' words with a < in them too, unless it was made for markup. */
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
};

} // namespace yichuang::ui
