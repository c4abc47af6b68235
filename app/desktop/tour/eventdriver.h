// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "target.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <functional>

class QAbstractItemView;
class QWindow;

namespace yichuang::app {

/**
 * A person's two hands: mouse and keyboard events at real positions, given to the window as the window system would give
 * them, so that Qt's own dispatch decides who gets them. The first thing that a person could not do becomes the fault of
 * the step, and everything after it does nothing. Ui thread; owned by the tour.
 */
class EventDriver
{
public:
    /** @param window the window to drive; asked again for each event, because a restart makes a new one. */
    explicit EventDriver(std::function<QWidget &()> window);

    [[nodiscard]] const Obstacle &fault() const { return m_fault; }
    [[nodiscard]] bool isStuck() const { return !m_fault.isEmpty(); }
    void clearFault() { m_fault.clear(); }
    /** Makes `what` the fault of the step unless it holds. */
    void require(bool holds, const QString &what);

    /** Waits until the target can be reached (turning the wheel where it is scrolled away), moves there, clicks. */
    QCoro::Task<> click(QString name);
    QCoro::Task<> clickRow(QString viewName, int row);
    QCoro::Task<> press(int key, Qt::KeyboardModifiers modifiers = {});
    /** One key press and release for each character. */
    QCoro::Task<> type(QString text);
    /** Replaces what the focused field holds. */
    QCoro::Task<> retype(QString text);
    /** Waits until it holds; the fault names what never came. */
    // A closure that captures more than pointers goes into a named std::function first: GCC 12 destroys it twice otherwise.
    QCoro::Task<> until(QString what, std::function<bool()> holds, int timeoutMs = 10000);
    /** Waits until the widget can be seen: visible and not fully covered or scrolled away. */
    QCoro::Task<> see(QString name);
    /** The view of that name, visible or not. */
    [[nodiscard]] QAbstractItemView *view(const QString &name) const;
    /** Notches that the wheel was turned up to now. */
    [[nodiscard]] int wheelTurns() const { return m_wheelTurns; }
    /** objectName of the widget that has the keyboard. */
    [[nodiscard]] QString focusName() const;
    /** Keys only reach a window that the window system made active. */
    QCoro::Task<> activate();

private:
    void clickAt(const Target &target);
    void key(int key, Qt::KeyboardModifiers modifiers, const QString &text);
    void turnWheel(QWidget &over, QPoint angle);
    [[nodiscard]] QWindow *handle(const QWidget &widget) const;

    std::function<QWidget &()> m_window;
    QElapsedTimer m_clock;
    int m_wheelTurns = 0;
    Obstacle m_fault;
};

} // namespace yichuang::app
