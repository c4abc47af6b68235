// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace yichuang::ui {

/** Asks for a reason in place before something that cannot be taken back; hidden until asked. Esc leaves it. */
class ReasonLine : public Pane
{
    Q_OBJECT
public:
    explicit ReasonLine(QWidget *parent = nullptr);
    /** The line comes back as it was: nobody took the reason. */
    void askAgain();
    void forget() override;
    [[nodiscard]] bool hasUnkeptWords() const override;
    /** Shows the line with a placeholder and the word on its button, and puts the focus into it. */
    void ask(const QString &placeholder, const QString &button);

Q_SIGNALS:
    void reasonGiven(const QString &reason);

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void onChanged();
    void onGiven();
    QLineEdit *m_reason = nullptr;
    QPushButton *m_confirm = nullptr;
    QPushButton *m_leave = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace yichuang::ui
