// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/materialbar.h"
#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

#include "counter/caselistmodel.h"

#include <ui/prompter.h>

namespace yichuang::ui {

namespace Ui {
class CaseColumn;
}

/** The case being made: its steps, items, materials, what is missing, and F9. */
class CaseColumn : public Pane
{
    Q_OBJECT
public:
    explicit CaseColumn(QWidget *parent = nullptr);
    ~CaseColumn() override;
    void bind(desk::CounterDesk *desk, Prompter *prompter);
    void present(const desk::CounterView &view);
    void showMaterial(const QString &key);
    void focusList();
    /** The key of the material that the keyboard is at in this widget, empty at an item; nothing: it is no place of the list. */
    [[nodiscard]] std::optional<QString> materialAt(const QWidget *widget) const;
    /** To the answer of a correction, or to the first material that was to follow. */
    void goToHandIn();
    /** The step a case stands at: 0 read, 1 certificates, 2 items, 3 materials, 4 confirm, 5 done. */
    [[nodiscard]] static int stepOf(const desk::CounterView &view);
    /** Certificates were asked for and came, now or earlier; work may go on without, but the step is not done. */
    [[nodiscard]] static bool isListed(const desk::CounterView &view);
    /** Steps that work goes on without: no card was read, or no certificate listed. */
    [[nodiscard]] static QSet<int> stepsUndone(const desk::CounterView &view);

Q_SIGNALS:
    void missingAsked();
    void guideAsked(const QString &itemId);

protected:
    void retranslate() override;

private:
    void presentSummary(const desk::CounterView &view);
    [[nodiscard]] static QString missingOfAgent(const std::optional<domain::Agency> &agency);
    void presentMaterialCounts(const MaterialCounts &counts);
    void presentMissing(const desk::CounterView &view);
    void presentPanels();
    desk::CounterDesk *m_desk = nullptr;
    CaseListModel *m_model = nullptr;
    domain::CaseId m_shownCase;
    std::unique_ptr<Ui::CaseColumn> m_ui;
};

} // namespace yichuang::ui
