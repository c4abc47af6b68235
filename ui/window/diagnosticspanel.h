// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/diagnosticsdesk.h>
#include <memory>

namespace yichuang::ui {

namespace Ui {
class DiagnosticsPanel;
}

/** What hall IT asks for on the telephone: every part of the workplace, what is wrong with it and who acts; and the report as a file. */
class DiagnosticsPanel : public Pane
{
    Q_OBJECT
public:
    explicit DiagnosticsPanel(desk::DiagnosticsDesk *desk, QWidget *parent = nullptr);
    ~DiagnosticsPanel() override;

Q_SIGNALS:
    void grown(); ///< other rows than before: it wants another place

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void refreshParts();
    void addRow(int row, const desk::DiagnosticsPart &part);
    desk::DiagnosticsDesk *m_desk = nullptr;
    std::unique_ptr<Ui::DiagnosticsPanel> m_ui;
    QList<desk::DiagnosticsPart> m_shown;
};

} // namespace yichuang::ui
