// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QFrame>
#include <QPointer>
#include <QStyle>
#include <utility>

namespace yichuang::ui {

/**
 * Base of our widgets: a frame that calls retranslate() when the language changes at run time; what is not shown follows
 * in an event of its own, at the latest when it is shown. A pane with a bind() is an empty frame until then: a page of
 * many panes is built one pane at a time, and the window answers in between. What it holds of a person it forgets at sign-out.
 */
class Pane : public QFrame
{
    Q_OBJECT
public:
    using QFrame::QFrame;
    /** The operator is gone: lets go of whatever they searched for, typed, chose or revealed here. The next one starts empty. */
    virtual void forget() {}
    /** Whether it shows words of the operator's that nothing has kept yet: what would be lost if the program ended now. */
    [[nodiscard]] virtual bool hasUnkeptWords() const { return false; }
    /** The keyboard to where work in the pane begins. */
    virtual void takeFocus() { (m_firstStop ? m_firstStop.data() : this)->setFocus(Qt::ShortcutFocusReason); }
    [[nodiscard]] QWidget *firstStop() const { return m_firstStop; }

protected:
    /**
     * Where the pane hands the keyboard on to. A focus proxy would do that too, but Qt counts who has one among the stops of
     * Tab: it leads back to a stop that was passed already, or to a hidden one, where the keyboard then stands still.
     */
    void setFirstStop(QWidget *stop) { m_firstStop = stop; }
    /** Sets every text again, those of the form and those made from values. */
    virtual void retranslate() = 0;
    bool event(QEvent *event) override
    {
        // A pane that was part of a page while it was empty gets the style of its form with the form.
        if (event->type() == QEvent::DynamicPropertyChange && testAttribute(Qt::WA_WState_Polished)
            && static_cast<QDynamicPropertyChangeEvent *>(event)->propertyName() == "panel") {
            style()->unpolish(this);
            style()->polish(this);
            // The width of its frame follows the style only when it is told.
            QEvent changed(QEvent::StyleChange);
            QCoreApplication::sendEvent(this, &changed);
        }
        return QFrame::event(event);
    }
    void changeEvent(QEvent *event) override
    {
        QFrame::changeEvent(event);
        const bool built = layout();
        if (event->type() != QEvent::LanguageChange || !built)
            return;
        m_otherWords = true;
        if (isVisible())
            followLanguage();
        else
            QMetaObject::invokeMethod(this, &Pane::followLanguage, Qt::QueuedConnection);
    }
    void showEvent(QShowEvent *event) override
    {
        followLanguage();
        QFrame::showEvent(event);
    }

private:
    void followLanguage()
    {
        if (std::exchange(m_otherWords, false))
            retranslate();
    }

    QPointer<QWidget> m_firstStop;
    bool m_otherWords = false;      ///< shows the words of the language before
};

} // namespace yichuang::ui
