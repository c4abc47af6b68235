// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "eventdriver.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCoroTimer>
#include <QWheelEvent>
#include <QWindow>

// The entrances of the window system interface that Qt's own test library uses; there is no public header for them.
QT_BEGIN_NAMESPACE
Q_GUI_EXPORT void qt_handleMouseEvent(QWindow *window, const QPointF &local, const QPointF &global, Qt::MouseButtons state,
                                      Qt::MouseButton button, QEvent::Type type, Qt::KeyboardModifiers modifiers, int timestamp);
Q_GUI_EXPORT void qt_handleKeyEvent(QWindow *window, QEvent::Type type, int key, Qt::KeyboardModifiers modifiers,
                                    const QString &text, bool autoRepeat, ushort count);
QT_END_NAMESPACE

namespace yichuang::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto afterEvent = 12ms;  // lets the window paint, as between a person's movements
constexpr auto lookAgain = 20ms;
constexpr int reachMs = 5000;
constexpr int mostWheelTurns = 80;

} // namespace

EventDriver::EventDriver(std::function<QWidget &()> window)
    : m_window(std::move(window))
{
    m_clock.start();
}

void EventDriver::require(bool holds, const QString &what)
{
    if (!holds && m_fault.isEmpty())
        m_fault = what;
}

QWindow *EventDriver::handle(const QWidget &widget) const
{
    return widget.window()->windowHandle();
}

void EventDriver::clickAt(const Target &target)
{
    QWindow *window = handle(*target.widget);
    const QPointF global(target.global);
    const QPointF local(target.widget->window()->mapFromGlobal(target.global));
    // A second's distance between clicks: two of them on one spot must not become a double click.
    static int timestamp = 1000;
    timestamp = qMax(timestamp + 1000, int(m_clock.elapsed()));
    qt_handleMouseEvent(window, local, global, Qt::NoButton, Qt::NoButton, QEvent::MouseMove, {}, timestamp);
    qt_handleMouseEvent(window, local, global, Qt::LeftButton, Qt::LeftButton, QEvent::MouseButtonPress, {}, timestamp + 1);
    qt_handleMouseEvent(window, local, global, Qt::NoButton, Qt::LeftButton, QEvent::MouseButtonRelease, {}, timestamp + 2);
}

void EventDriver::turnWheel(QWidget &over, QPoint angle)
{
    ++m_wheelTurns;
    const QPoint middle = over.rect().center();
    const QPointF global(over.mapToGlobal(middle));
    const QPointF local(over.mapTo(over.window(), middle));
    QWheelEvent event(local, global, {}, angle, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(handle(over), &event);
}

QCoro::Task<> EventDriver::click(QString name)
{
    QElapsedTimer waited;
    waited.start();
    int turns = 0;
    while (!isStuck()) {
        const auto target = reach(m_window(), name);
        if (target) {
            clickAt(*target);
            co_await QCoro::sleepFor(afterEvent);
            co_return;
        }
        QWidget *over = nullptr;
        const auto widget = visibleWidget(m_window(), name);
        const QPoint angle = widget ? wheelTowards(**widget, over) : QPoint();
        if (over && !angle.isNull() && turns++ < mostWheelTurns)
            turnWheel(*over, angle);
        else if (waited.elapsed() > reachMs)
            m_fault = target.error();
        co_await QCoro::sleepFor(lookAgain);
    }
}

QAbstractItemView *EventDriver::view(const QString &name) const
{
    return m_window().findChild<QAbstractItemView *>(name);
}

QCoro::Task<> EventDriver::clickRow(QString viewName, int row)
{
    QElapsedTimer waited;
    waited.start();
    int turns = 0;
    while (!isStuck()) {
        QAbstractItemView *list = view(viewName);
        const QModelIndex index = list && list->model() ? list->model()->index(row, 0) : QModelIndex();
        const auto target = list ? reachRow(*list, index) : tl::expected<Target, Obstacle>(tl::unexpected(u"there is no %1"_s.arg(viewName)));
        if (target) {
            clickAt(*target);
            co_await QCoro::sleepFor(afterEvent);
            co_return;
        }
        if (index.isValid() && list->isVisible() && turns++ < mostWheelTurns)
            turnWheel(*list->viewport(), {0, list->visualRect(index).top() < 0 ? 120 : -120});
        else if (waited.elapsed() > reachMs)
            m_fault = target.error();
        co_await QCoro::sleepFor(lookAgain);
    }
}

void EventDriver::key(int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    QWidget *popup = QApplication::activePopupWidget();
    QWindow *window = handle(popup ? *popup : m_window());
    qt_handleKeyEvent(window, QEvent::KeyPress, key, modifiers, text, false, 1);
    // The press may have closed the popup or made a new window.
    window = handle(QApplication::activePopupWidget() ? *QApplication::activePopupWidget() : m_window());
    qt_handleKeyEvent(window, QEvent::KeyRelease, key, modifiers, text, false, 1);
}

QCoro::Task<> EventDriver::press(int pressed, Qt::KeyboardModifiers modifiers)
{
    if (isStuck())
        co_return;
    QString text;
    if (pressed == Qt::Key_Space)
        text = u" "_s;
    else if (pressed == Qt::Key_Return)
        text = u"\r"_s;
    else if (pressed == Qt::Key_Tab)
        text = u"\t"_s;
    key(pressed, modifiers, text);
    co_await QCoro::sleepFor(afterEvent);
}

QCoro::Task<> EventDriver::type(QString text)
{
    for (const QChar character : std::as_const(text)) {
        if (isStuck())
            co_return;
        const bool known = character.unicode() < 0x7f;
        const bool upper = known && character.isUpper();
        key(known ? int(character.toUpper().unicode()) : int(Qt::Key_unknown), upper ? Qt::ShiftModifier : Qt::NoModifier, QString(character));
        co_await QCoro::sleepFor(afterEvent / 3);
    }
}

QCoro::Task<> EventDriver::retype(QString text)
{
    co_await press(Qt::Key_A, Qt::ControlModifier);
    if (text.isEmpty())
        co_await press(Qt::Key_Delete);
    co_await type(text);
}

QCoro::Task<> EventDriver::until(QString what, std::function<bool()> holds, int timeoutMs)
{
    QElapsedTimer waited;
    waited.start();
    while (!isStuck() && !holds()) {
        if (waited.elapsed() > timeoutMs)
            m_fault = u"never came: %1"_s.arg(what);
        co_await QCoro::sleepFor(lookAgain);
    }
}

QCoro::Task<> EventDriver::see(QString name)
{
    const std::function<bool()> isSeen = [this, name] {
        const auto widget = visibleWidget(m_window(), name);
        return widget && !(*widget)->visibleRegion().isEmpty();
    };
    const QString what = name + u" in view"_s;
    co_await until(what, isSeen, reachMs);
}

QString EventDriver::focusName() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus ? focus->objectName() : QString();
}

QCoro::Task<> EventDriver::activate()
{
    m_window().raise();
    m_window().activateWindow();
    co_await until(u"an active window"_s, [this] { return m_window().isActiveWindow(); });
}

} // namespace yichuang::app
