// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakedesks.h"

#include <ui/mainwindow.h>
#include <ui/prompter.h>
#include <ui/translator.h>

namespace yichuang::test {

/** Answers a question for files by itself. */
class FakePrompter : public ui::Prompter
{
public:
    QStringList files{QStringLiteral("/示例/婴儿近照.jpg")};
    QStringList titles;
    void chooseFiles(QWidget *over, const QString &title, std::function<void(const QStringList &)> then) override;
};

/** A main window over fakes, shown and active, in one language; and finding and checking widgets in it. */
class UiWindow
{
public:
    explicit UiWindow(const QString &language = QStringLiteral("en"), QSize size = {1440, 900});

    FakeDesks fakes;
    FakePrompter prompter;
    ui::Translator translator;
    std::unique_ptr<ui::MainWindow> window;

    /** The visible widget of that name; fails hard when there is none, so that a hidden target fails the test. */
    template<typename T = QWidget>
    T *find(const QString &name) const
    {
        QCoreApplication::processEvents(); // layouts show new children when the queue is empty
        const QList<T *> all = window->findChildren<T *>(name);
        for (T *one : all) {
            if (one->isVisible())
                return one;
        }
        qFatal("no visible widget %s", qPrintable(name));
    }
    [[nodiscard]] bool shows(const QString &name) const;
    void click(const QString &name) const;
    /** Types into the widget that has the focus. */
    void type(const QString &text) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    /** Every visible text of labels, buttons, tabs, placeholders and models, with where it stands. */
    [[nodiscard]] QStringList visibleTexts() const;
    /** What is cut, overlapping or outside the window; empty when all is well. */
    [[nodiscard]] QStringList layoutFaults() const;
};

/** The program's theme and fonts, once per test program. */
void installTestTheme();

} // namespace yichuang::test
