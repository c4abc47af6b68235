// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <QList>
#include <desk/counterdesk.h>
#include <memory>

class QLineEdit;

namespace yichuang::ui {

namespace Ui {
class TypedPanel;
}

/** Identity of an applicant or an agent typed without a card: the number twice and the reason why (row 12 of the product's list). */
class TypedPanel : public Pane
{
    Q_OBJECT
public:
    enum class Who { Applicant, Agent };
    explicit TypedPanel(QWidget *parent = nullptr);
    ~TypedPanel() override;
    void bind(desk::CounterDesk *desk);
    /** Opens the panel with empty fields and the focus in the first one to fill; when it is open already, with what is typed. */
    void open(Who who);
    /** Leaves an agent's identity whose case is gone, or whose card was read after all. */
    void present(const desk::CounterView &view);
    /** Whether an agent may be typed: there is an applicant to act for, and what a chip says is never typed over. */
    [[nodiscard]] static bool mayTypeAgent(const desk::CounterView &view);
    void forget() override;
    [[nodiscard]] bool hasUnkeptWords() const override;

Q_SIGNALS:
    /** The panel is away; with the focus it had, the keyboard belongs to whoever it was for. */
    void closed(Who who, bool hadFocus);

protected:
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QList<QLineEdit *> edits() const;
    void clear();
    void leave();
    void onTake();
    [[nodiscard]] std::optional<QString> problem() const;
    [[nodiscard]] std::optional<QString> lengthProblem() const;
    void presentProblem(const std::optional<QString> &wrong);
    [[nodiscard]] domain::Party typedParty() const;
    void presentWho();
    desk::CounterDesk *m_desk = nullptr;
    Who m_who = Who::Applicant;
    domain::CaseId m_case;               ///< whose agent is typed
    std::unique_ptr<Ui::TypedPanel> m_ui;
};

} // namespace yichuang::ui
