// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/diagnosticsdesk.h>
#include <desk/signindesk.h>
#include <memory>

namespace yichuang::ui {

namespace Ui {
class StoreFailurePage;
}

/** Why the encrypted store did not open, and the ways out: try again, put it aside after explicit consent, a report for support, quit. */
class StoreFailurePage : public Pane
{
    Q_OBJECT
public:
    StoreFailurePage(desk::SignInDesk *desk, desk::DiagnosticsDesk *diagnostics, QWidget *parent = nullptr);
    ~StoreFailurePage() override;

Q_SIGNALS:
    void quitAsked();

protected:
    void retranslate() override;

private:
    void refresh();
    void refreshReport();
    void closeAside();
    desk::SignInDesk *m_desk = nullptr;
    desk::DiagnosticsDesk *m_diagnostics = nullptr;
    std::unique_ptr<Ui::StoreFailurePage> m_ui;
};

} // namespace yichuang::ui
