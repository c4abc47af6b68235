// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <domain/materialplan.h>

class QGridLayout;
class QKeyEvent;
class QLabel;

namespace yichuang::ui {

class Tag;

/**
 * One field of a form: label, editor of its type, where its value comes from, and what is wrong with it, in columns that
 * all fields share. Emits typed() on each keystroke and left() when the clerk moves on.
 */
class FieldEditor : public Pane
{
    Q_OBJECT
public:
    explicit FieldEditor(const domain::PlannedField &planned, QWidget *parent = nullptr);
    /** With a mask, that is shown instead of the value and cannot be typed over, so that it never comes to be the value. */
    void present(const domain::PlannedField &planned, bool editable, const QString &mask);
    /** The value is what the clerk typed into this editor, or half typed before it was made. */
    [[nodiscard]] bool holdsTyped(const domain::PlannedField &planned) const;
    [[nodiscard]] QString value() const;
    [[nodiscard]] const domain::FormField &field() const { return m_planned.field; }
    /** The keyboard behind the last letter, to go on there. */
    void goOn();

Q_SIGNALS:
    void typed(const QString &fieldId, const QString &text);
    void left(const QString &fieldId, const QString &text);
    /** F2 in a masked field: somebody wants to see the value and change it. */
    void revealAsked(const QString &fieldId);

protected:
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildEditor();
    void buildChoice();
    void buildCheck();
    void buildText();
    void buildLineEdit();
    void setValue(const QString &value);
    void leave();
    void presentSource();
    void presentNote();
    /** A key that came while the mask stands there; true: it was for the mask. */
    bool keyAtMask(const QKeyEvent &key);
    domain::PlannedField m_planned;
    QString m_lastLeft;
    QGridLayout *m_grid = nullptr;
    QWidget *m_editor = nullptr;
    QLabel *m_label = nullptr;
    QLabel *m_note = nullptr;
    Tag *m_source = nullptr;
    bool m_dirty = false;
    bool m_touched = false;
    bool m_wasTyped = false;
    bool m_masked = false;
    bool m_refused = false;     ///< a letter was typed at the mask
};

} // namespace yichuang::ui
