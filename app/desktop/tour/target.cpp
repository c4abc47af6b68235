// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "target.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int indicatorMiddle = 8; // pixels from the left end of a radio button or check box
constexpr int wheelStep = 120;     // eighths of a degree: one notch

QString nameOf(const QWidget *widget)
{
    if (!widget)
        return u"nothing of ours"_s;
    return widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className()) : widget->objectName();
}

tl::expected<Target, Obstacle> topmostAt(QWidget *widget, QPoint local)
{
    const QPoint global = widget->mapToGlobal(local);
    const QScreen *screen = widget->screen();
    if (screen && !screen->geometry().contains(global))
        return tl::unexpected(u"%1 lies outside the screen"_s.arg(nameOf(widget)));
    const QWidget *top = QApplication::widgetAt(global);
    if (!top || (top != widget && !widget->isAncestorOf(top)))
        return tl::unexpected(u"%1 is covered by %2"_s.arg(nameOf(widget), nameOf(top)));
    return Target{widget, global};
}

} // namespace

tl::expected<QWidget *, Obstacle> visibleWidget(const QWidget &window, const QString &name)
{
    const QList<QWidget *> named = window.findChildren<QWidget *>(name);
    if (named.isEmpty())
        return tl::unexpected(u"there is no %1"_s.arg(name));
    QWidget *found = nullptr;
    for (QWidget *widget : named) {
        if (!widget->isVisible())
            continue;
        if (found)
            return tl::unexpected(u"there are several %1"_s.arg(name));
        found = widget;
    }
    if (!found)
        return tl::unexpected(u"%1 is hidden"_s.arg(name));
    return found;
}

tl::expected<Target, Obstacle> reach(const QWidget &window, const QString &name)
{
    const auto found = visibleWidget(window, name);
    if (!found)
        return tl::unexpected(found.error());
    QWidget *widget = *found;
    if (!widget->isEnabled())
        return tl::unexpected(u"%1 is disabled"_s.arg(name));
    const QRect seen = widget->visibleRegion().boundingRect();
    if (seen.isEmpty())
        return tl::unexpected(u"%1 is out of view"_s.arg(name));
    QPoint local = seen.center();
    if (qobject_cast<QRadioButton *>(widget) || qobject_cast<QCheckBox *>(widget))
        local.setX(seen.left() + indicatorMiddle);
    return topmostAt(widget, local);
}

tl::expected<Target, Obstacle> reachRow(QAbstractItemView &view, const QModelIndex &index)
{
    if (!view.isVisible() || !view.isEnabled())
        return tl::unexpected(u"%1 is hidden or disabled"_s.arg(nameOf(&view)));
    if (!index.isValid())
        return tl::unexpected(u"%1 has no such row"_s.arg(nameOf(&view)));
    const QRect seen = view.visualRect(index).intersected(view.viewport()->rect());
    if (seen.isEmpty())
        return tl::unexpected(u"row %1 of %2 is out of view"_s.arg(index.row()).arg(nameOf(&view)));
    return topmostAt(view.viewport(), seen.center());
}

QPoint wheelTowards(const QWidget &widget, QWidget *&over)
{
    for (QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        const auto *area = qobject_cast<QScrollArea *>(parent);
        if (!area || !area->widget()->isAncestorOf(&widget))
            continue;
        over = area->viewport();
        const QRect room = over->rect();
        const QPoint middle = widget.mapTo(area->widget(), widget.rect().center()) + area->widget()->pos();
        const int x = middle.x() < room.left() ? wheelStep : middle.x() > room.right() ? -wheelStep : 0;
        const int y = middle.y() < room.top() ? wheelStep : middle.y() > room.bottom() ? -wheelStep : 0;
        if (x != 0 || y != 0)
            return {y == 0 ? x : 0, y};
    }
    return {};
}

} // namespace yichuang::app
