// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/theme.h>

#include "kit/themestyle.h"
#include "kit/tokens.h"

#include <QApplication>
#include <QFile>
#include <QIcon>
#include <QLabel>
#include <QPalette>
#include <QWidget>

static void initThemeResources()
{
    Q_INIT_RESOURCE(theme);
    Q_INIT_RESOURCE(icons);
    Q_INIT_RESOURCE(i18n);
}

namespace yichuang::ui {

using namespace Qt::StringLiterals;

ThemeStyle::ThemeStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

static int paddingOf(const QString &pad, bool vertical)
{
    if (pad == "card"_L1)
        return vertical ? token::gapPage : token::gapWide;
    if (pad == "page"_L1)
        return token::gapPage;
    if (pad == "head"_L1)
        return vertical ? token::certificateGap : token::gapWide;
    if (pad == "bar"_L1)
        return vertical ? 0 : token::gapWide;
    if (pad == "row"_L1)
        return vertical ? token::gapSmall : 0;
    if (pad == "tight"_L1)
        return token::gap;
    return 0;
}

static int gapOf(const QString &name)
{
    if (name == "wide"_L1)
        return token::gapWide;
    if (name == "page"_L1)
        return token::gapPage;
    if (name == "small"_L1)
        return token::gapSmall;
    if (name == "tiny"_L1)
        return token::gapTiny;
    return name == "none"_L1 ? 0 : token::gap;
}

void ThemeStyle::polish(QWidget *widget)
{
    if (auto *label = qobject_cast<QLabel *>(widget); label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
    QProxyStyle::polish(widget);
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
        return widget ? paddingOf(widget->property("pad").toString(), false) : 0;
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return widget ? paddingOf(widget->property("pad").toString(), true) : 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return widget ? gapOf(widget->property("gap").toString()) : token::gap;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    // Where the keyboard is shows in the style sheet's frames; a second frame inside would blur it.
    if (element != PE_FrameFocusRect)
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    // Results of a search appear at once; nothing on the counter may wait for an animation.
    if (hint == SH_Widget_Animation_Duration)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

static QString styleSheet()
{
    QFile file(u":/theme/yichuang.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());
    const std::pair<const char16_t *, QRgb> colours[] = {
        {u"ink", token::ink}, {u"mute", token::mute}, {u"faint", token::faint}, {u"line", token::line},
        {u"softLine", token::softLine}, {u"ground", token::ground}, {u"card", token::card},
        {u"tableHead", token::tableHead}, {u"accent", token::accent}, {u"accentDeep", token::accentDeep},
        {u"accentGround", token::accentGround}, {u"accentLine", token::accentLine}, {u"ok", token::ok},
        {u"okGround", token::okGround}, {u"okLine", token::okLine}, {u"warn", token::warn},
        {u"warnGround", token::warnGround}, {u"warnLine", token::warnLine}, {u"bad", token::bad},
        {u"badGround", token::badGround}, {u"badLine", token::badLine}, {u"muteGround", token::muteGround}};
    for (const auto &[name, colour] : colours)
        text.replace(u'@' + QString::fromUtf16(name) + u'@', QColor(colour).name());
    const std::pair<const char16_t *, int> sizes[] = {
        {u"smallSize", token::smallSize}, {u"tinySize", token::tinySize}, {u"keySize", token::keySize},
        {u"brandSize", token::brandSize}, {u"nameSize", token::nameSize}, {u"bigSize", token::bigSize},
        {u"radiusCard", token::radiusCard}, {u"radiusTag", token::radiusTag}, {u"radius", token::radius}};
    for (const auto &[name, size] : sizes)
        text.replace(u'@' + QString::fromUtf16(name) + u'@', QString::number(size));
    return text;
}

void installTheme(QApplication &application)
{
    initThemeResources();
    // Every icon is ours or the toolkit's own: the system's themes are not searched, which costs hundreds of file accesses.
    QIcon::setThemeSearchPaths({u":/icons"_s});
    QIcon::setFallbackSearchPaths({u":/icons"_s});
    application.setStyle(new ThemeStyle);
    // Windows brings no Noto, and its own choice for Chinese is a print face. The last but one has the rare characters of names.
    QFont font(QStringList{u"Noto Sans CJK SC"_s, u"Noto Sans"_s, u"Microsoft YaHei UI"_s, u"Microsoft YaHei"_s, u"SimSun-ExtB"_s, u"sans-serif"_s});
    font.setPixelSize(token::textSize);
    QApplication::setFont(font);
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(token::ground));
    palette.setColor(QPalette::WindowText, QColor(token::ink));
    palette.setColor(QPalette::Base, QColor(token::card));
    palette.setColor(QPalette::Text, QColor(token::ink));
    palette.setColor(QPalette::Button, QColor(token::card));
    palette.setColor(QPalette::ButtonText, QColor(token::ink));
    palette.setColor(QPalette::PlaceholderText, QColor(token::faint));
    palette.setColor(QPalette::Highlight, QColor(token::accent));
    palette.setColor(QPalette::HighlightedText, QColor(token::card));
    palette.setColor(QPalette::Link, QColor(token::accent));
    QApplication::setPalette(palette);
    application.setStyleSheet(styleSheet());
}

QIcon themeIcon(const QString &name)
{
    QIcon icon(u":/icons/%1.png"_s.arg(name));
    QPixmap middle(u":/icons/%1@1.5x.png"_s.arg(name));
    middle.setDevicePixelRatio(1.5);
    icon.addPixmap(middle);
    return icon;
}

} // namespace yichuang::ui
