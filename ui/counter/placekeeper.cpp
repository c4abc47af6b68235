// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/placekeeper.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace yichuang::ui {

using desk::WorkPlace;

PlaceKeeper::PlaceKeeper(desk::CounterDesk *desk, QWidget *page)
    : QObject(page)
    , m_desk(desk)
    , m_page(page)
{
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        // Another program has the keyboard for a while: the clerk's place stays.
        if (now && !m_quiet && !m_arriving)
            onFocusChanged(now);
    });
    page->installEventFilter(this);
}

void PlaceKeeper::add(WorkPlace::Part part, QWidget *area, KeyAt keyAt, GoTo goTo)
{
    m_areas.append({part, area, std::move(keyAt), std::move(goTo)});
}

WorkPlace PlaceKeeper::placeOf(const QWidget *widget) const
{
    for (const Area &one : m_areas) {
        if (!widget || (widget != one.area && !one.area->isAncestorOf(widget)))
            continue;
        const std::optional<QString> key = one.keyAt(widget);
        return key ? WorkPlace{one.part, *key} : WorkPlace();
    }
    return {};
}

void PlaceKeeper::onFocusChanged(const QWidget *now)
{
    m_desk->noteWork(placeOf(now));
}

void PlaceKeeper::goTo(const WorkPlace &place) const
{
    if (place.part == WorkPlace::Part::Missing)
        m_goToMissing();
    for (const Area &one : m_areas) {
        if (one.part == place.part)
            one.goTo(place.key);
    }
}

void PlaceKeeper::resume()
{
    const std::optional<WorkPlace> place = m_desk->view().resumeAt;
    // Whose card lies there is asked first.
    if (!place || m_desk->view().newcomer || !m_page->isVisible())
        return;
    quietly([this, &place] { goTo(*place); });
    // The keyboard may have been there already, or have found nothing to stay at.
    const WorkPlace now = placeOf(QApplication::focusWidget());
    m_desk->noteWork(now.part == WorkPlace::Part::Nowhere ? *place : now);
}

void PlaceKeeper::quietly(const std::function<void()> &move)
{
    const bool before = std::exchange(m_quiet, true);
    move();
    m_quiet = before;
}

void PlaceKeeper::comeIn(const std::function<void()> &move)
{
    quietly(move);
    m_arriving = false;
}

bool PlaceKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show) {
        m_arriving = true;
        QTimer::singleShot(0, this, [this] { m_arriving = false; });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace yichuang::ui
