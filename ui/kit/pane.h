// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QEvent>
#include <QFrame>

namespace yichuang::ui {

/** Base of our widgets: a frame that calls retranslate() when the language changes at run time. */
class Pane : public QFrame
{
    Q_OBJECT
public:
    using QFrame::QFrame;

protected:
    /** Sets every text again, those of the form and those made from values. */
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override
    {
        QFrame::changeEvent(event);
        if (event->type() == QEvent::LanguageChange)
            retranslate();
    }
};

} // namespace yichuang::ui
