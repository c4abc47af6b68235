// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <desk/counterdesk.h>
#include <functional>
#include <optional>

class QWidget;

namespace yichuang::ui {

/**
 * Tells the desk where on its page the clerk has the keyboard, and leads them back there when their draft is opened again.
 * Ui thread; owned by the page, whose parts it knows by what add() said of them.
 */
class PlaceKeeper : public QObject
{
    Q_OBJECT
public:
    /** The key of the place that this widget is part of; empty: the part as a whole, nothing: no place to work at. */
    using KeyAt = std::function<std::optional<QString>(const QWidget *)>;
    using GoTo = std::function<void(const QString &key)>;

    PlaceKeeper(desk::CounterDesk *desk, QWidget *page);
    /** @param area the widgets of the part lie in it. */
    void add(desk::WorkPlace::Part part, QWidget *area, KeyAt keyAt, GoTo goTo);
    /** What leads to the first thing that is missing, where the place is gone. */
    void setMissing(const std::function<void()> &goToMissing) { m_goToMissing = goToMissing; }
    /** To where the open draft was left, if it was and the page can be seen. */
    void resume();
    /** Moves the keyboard without telling: nobody chose to work where it comes to. */
    void quietly(const std::function<void()> &move);
    /** The same as the page comes to the front. */
    void comeIn(const std::function<void()> &move);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Area {
        desk::WorkPlace::Part part;
        QWidget *area;
        KeyAt keyAt;
        GoTo goTo;
    };
    void onFocusChanged(const QWidget *now);
    [[nodiscard]] desk::WorkPlace placeOf(const QWidget *widget) const;
    void goTo(const desk::WorkPlace &place) const;
    desk::CounterDesk *m_desk;
    QWidget *m_page;
    QList<Area> m_areas;
    std::function<void()> m_goToMissing;
    bool m_quiet = false;
    bool m_arriving = false; ///< the page is being shown, and the toolkit puts the keyboard somewhere in it
};

} // namespace yichuang::ui
