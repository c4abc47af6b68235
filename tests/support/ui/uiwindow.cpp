// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "uiwindow.h"

#include <ui/theme.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTest>
#include <QTextBrowser>

namespace yichuang::test {

using namespace Qt::StringLiterals;

void FakePrompter::chooseFiles(QWidget *, const QString &title, std::function<void(const QStringList &)> then)
{
    titles << title;
    then(files);
}

void installTestTheme()
{
    ui::installTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()));
}

UiWindow::UiWindow(const QString &language, QSize size)
{
    translator.setLanguage(language);
    window = std::make_unique<ui::MainWindow>(fakes.desks(), nullptr, &translator, &prompter);
    window->resize(size);
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get()))
        qFatal("the window did not become active");
}

bool UiWindow::shows(const QString &name) const
{
    const QList<QWidget *> all = window->findChildren<QWidget *>(name);
    return std::any_of(all.cbegin(), all.cend(), [](const QWidget *widget) { return widget->isVisible(); });
}

void UiWindow::click(const QString &name) const
{
    QWidget *target = find(name);
    // Check boxes and radio buttons answer on their mark and text only, not on the empty rest of the line.
    const bool marked = target->inherits("QCheckBox") || target->inherits("QRadioButton");
    const QPoint at = marked ? QPoint(12, target->height() / 2) : target->rect().center();
    // The event goes to whatever lies at that place of the window, as a real mouse would.
    QWidget *hit = window->childAt(target->mapTo(window.get(), at));
    if (!hit || (hit != target && !target->isAncestorOf(hit)))
        qFatal("%s is covered or outside", qPrintable(name));
    QTest::mouseClick(hit, Qt::LeftButton, {}, hit->mapFrom(target, at));
}

void UiWindow::type(const QString &text) const
{
    for (const QChar letter : text) {
        if (letter.unicode() < 0x80) {
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
        } else {
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(letter), Qt::NoModifier);
        }
    }
}

void UiWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target ? target : window.get(), key, modifiers);
}

static QString place(const QWidget *widget)
{
    QStringList names;
    for (const QWidget *one = widget; one; one = one->parentWidget()) {
        if (!one->objectName().isEmpty())
            names.prepend(one->objectName());
    }
    return names.mid(qMax<qsizetype>(0, names.size() - 3)).join(u'/');
}

static QStringList textsOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return {label->text()};
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return {button->text()};
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return {edit->text().isEmpty() ? edit->placeholderText() : edit->text()};
    if (const auto *browser = qobject_cast<const QTextBrowser *>(widget))
        return browser->toPlainText().split(u'\n');
    QStringList texts;
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts << tabs->tabText(i);
    } else if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
        texts << box->currentText();
    } else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model()) {
        for (int row = 0; row < qMin(view->model()->rowCount(), 40); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column)
                texts << view->model()->index(row, column).data().toString();
        }
        for (int column = 0; column < view->model()->columnCount(); ++column)
            texts << view->model()->headerData(column, Qt::Horizontal).toString();
    } else {
        texts << widget->accessibleName();
    }
    return texts;
}

QStringList UiWindow::visibleTexts() const
{
    QStringList all;
    const auto widgets = window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible())
            continue;
        const QStringList texts = textsOf(widget);
        for (const QString &text : texts) {
            if (!text.isEmpty())
                all << place(widget) + u": "_s + text;
        }
    }
    return all;
}

/** What a case is called and consists of has any length and is told elsewhere too; every other label must fit. */
static bool mayBeElided(const QWidget *label)
{
    static const QStringList names{u"caseSummaryLabel"_s, u"detailTitleLabel"_s, u"purposeCaptionLabel"_s, u"purposeLabel"_s};
    return names.contains(label->objectName());
}

static std::optional<QString> cutText(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        const bool elides = label->inherits("yichuang::ui::ElidedLabel");
        if (label->text().isEmpty() || (elides && mayBeElided(label)))
            return std::nullopt;
        const int needed = elides ? label->fontMetrics().horizontalAdvance(label->text()) + label->width() - label->contentsRect().width()
            : label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().width();
        const int room = label->wordWrap() ? label->height() : label->width();
        if (needed > room + 1)
            return u"label cut (%1 of %2): %3 %4"_s.arg(room).arg(needed).arg(place(label), label->text());
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget); button && !button->text().isEmpty()) {
        if (button->sizeHint().width() > button->width() + 1 && !button->inherits("QToolButton"))
            return u"button cut (%1 of %2): %3 %4"_s.arg(button->width()).arg(button->sizeHint().width()).arg(place(button), button->text());
        if (button->inherits("QToolButton") && button->fontMetrics().horizontalAdvance(button->text()) > button->width() - 4)
            return u"tool button cut: %1"_s.arg(place(button));
        if (button->height() + 1 < button->fontMetrics().height())
            return u"button flat: %1"_s.arg(place(button));
    }
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        int sum = 0;
        for (int i = 0; i < tabs->count(); ++i)
            sum += tabs->tabRect(i).width();
        if (sum > tabs->width() + 1)
            return u"tabs cut (%1 of %2)"_s.arg(tabs->width()).arg(sum);
    }
    return std::nullopt;
}

/** Words that a field or a closed choice shows in less room than they take. */
static std::optional<QString> cutInside(const QWidget *widget)
{
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget); edit && edit->text().isEmpty()) {
        QStyleOptionFrame option;
        option.initFrom(edit);
        option.lineWidth = 1;
        constexpr int sideMargin = 2; // the toolkit's own, on both sides of a line edit's text
        int room = edit->style()->subElementRect(QStyle::SE_LineEditContents, &option, edit).width() - 2 * sideMargin;
        for (const auto *inside : edit->findChildren<QAbstractButton *>())
            room -= inside->width();
        if (edit->fontMetrics().horizontalAdvance(edit->placeholderText()) > room)
            return u"placeholder cut (%1): %2 %3"_s.arg(room).arg(place(edit), edit->placeholderText());
    }
    const auto *box = qobject_cast<const QComboBox *>(widget);
    if (box && box->sizeAdjustPolicy() != QComboBox::AdjustToMinimumContentsLengthWithIcon) {
        QStyleOptionComboBox option;
        option.initFrom(box);
        option.editable = false;
        const int room = box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box).width();
        if (box->fontMetrics().horizontalAdvance(box->currentText()) > room)
            return u"choice cut (%1): %2 %3"_s.arg(room).arg(place(box), box->currentText());
    }
    return std::nullopt;
}

/** What does not fit a column that only scrolls up and down, and a scroll bar inside what scrolls already. */
static std::optional<QString> badScrolling(const QWidget *widget)
{
    const auto *area = qobject_cast<const QScrollArea *>(widget);
    if (!area || !area->widget())
        return std::nullopt;
    if (area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff && area->widget()->width() > area->viewport()->width())
        return u"wider than its column (%1 of %2): %3"_s.arg(area->viewport()->width()).arg(area->widget()->width()).arg(place(area));
    // The window's own takes over on screens that are too small, and on none of those that are tested.
    if (area->objectName() == "windowScrollArea"_L1)
        return area->verticalScrollBar()->isVisible() || area->horizontalScrollBar()->isVisible() ? std::optional(u"the whole window scrolls"_s) : std::nullopt;
    for (const QWidget *one = area->parentWidget(); one && one->objectName() != "windowScrollArea"_L1; one = one->parentWidget()) {
        if (qobject_cast<const QScrollArea *>(one) && area->verticalScrollBar()->isVisible())
            return u"a scroll bar inside a scrolling column: %1"_s.arg(place(area));
    }
    return std::nullopt;
}

static bool scrolls(const QWidget *widget, const QWidget *window)
{
    for (const QWidget *one = widget->parentWidget(); one && one != window; one = one->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(one) && one->objectName() != "windowScrollArea"_L1)
            return true;
    }
    return false;
}

QStringList UiWindow::layoutFaults() const
{
    QStringList faults;
    const QRect frame = window->rect();
    const auto widgets = window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible())
            continue;
        for (const auto &fault : {cutText(widget), cutInside(widget), badScrolling(widget)}) {
            if (fault)
                faults << *fault;
        }
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->textFormat() == Qt::AutoText)
            faults << u"takes markup of whatever text it shows: %1"_s.arg(place(widget));
        const QRect inWindow(widget->mapTo(window.get(), QPoint()), widget->size());
        if (!scrolls(widget, window.get()) && !frame.contains(inWindow) && !widget->size().isEmpty())
            faults << u"outside the window: %1"_s.arg(place(widget));
        const bool drawn = widget->inherits("yichuang::ui::StepLine") || widget->inherits("yichuang::ui::Tag");
        if (drawn && widget->sizeHint().width() > widget->width() + 1)
            faults << u"cut (%1 of %2): %3"_s.arg(widget->width()).arg(widget->sizeHint().width()).arg(place(widget));
        const QLayout *layout = widget->layout();
        if (!layout)
            continue;
        QList<const QWidget *> children;
        for (QObject *child : widget->children()) {
            const auto *one = qobject_cast<const QWidget *>(child);
            if (one && one->isVisible() && layout->indexOf(const_cast<QWidget *>(one)) >= 0 && !one->size().isEmpty())
                children << one;
        }
        for (qsizetype i = 0; i < children.size(); ++i) {
            for (qsizetype j = i + 1; j < children.size(); ++j) {
                if (children.at(i)->geometry().intersects(children.at(j)->geometry()))
                    faults << u"overlap: %1 and %2"_s.arg(place(children.at(i)), place(children.at(j)));
            }
        }
        if (!qobject_cast<const QAbstractScrollArea *>(widget) && widget->minimumSizeHint().height() > widget->height() + 1)
            faults << u"squeezed (%1 of %2): %3"_s.arg(widget->height()).arg(widget->minimumSizeHint().height()).arg(place(widget));
    }
    return faults;
}

} // namespace yichuang::test
