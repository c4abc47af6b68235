// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

class QCheckBox;

namespace yichuang::ui {

namespace Ui {
class SituationsPane;
}

/** The questions of the situation guidance (情形引导); each answer changes the plan at once. */
class SituationsPane : public Pane
{
    Q_OBJECT
public:
    explicit SituationsPane(QWidget *parent = nullptr);
    ~SituationsPane() override;
    void bind(desk::CounterDesk *desk);
    void present(const desk::CounterView &view);
    void focusQuestion(const QString &key);
    /** To the first question that has no answer yet, else to the first. */
    void takeFocus() override;
    /** The key of the question that this widget is part of; empty: of none. */
    [[nodiscard]] QString questionAt(const QWidget *widget) const;

protected:
    void retranslate() override;

private:
    /** Makes the questions shown those wanted; what stays is not touched. */
    void follow(const QList<domain::PlannedSituation> &wanted);
    void drop(QFrame *block);
    void orderFocus();
    void takeOver();
    [[nodiscard]] QFrame *blockFor(const domain::PlannedSituation &planned);
    /** The choice that no catalogue lists: none of the answers fits (以上都没有). */
    [[nodiscard]] QCheckBox *noneFor(const domain::PlannedSituation &planned, QFrame *block);
    void onAnswered(const QString &key);
    desk::CounterDesk *m_desk = nullptr;
    QList<domain::PlannedSituation> m_shown;
    QList<QFrame *> m_blocks; ///< one for each question shown, in order
    bool m_draft = false;
    std::unique_ptr<Ui::SituationsPane> m_ui;
};

} // namespace yichuang::ui
