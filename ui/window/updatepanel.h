// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/updatedesk.h>
#include <memory>

namespace yichuang::ui {

namespace Ui {
class UpdatePanel;
}

/** What a newer version brings and when it is to take its place; or that one did not stand its trial. */
class UpdatePanel : public Pane
{
    Q_OBJECT
public:
    explicit UpdatePanel(desk::UpdateDesk *desk, QWidget *parent = nullptr);
    ~UpdatePanel() override;
    /** One short line for the footer; empty while there is nothing to say. */
    [[nodiscard]] static QString noticeFor(const desk::UpdateView &view);

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    desk::UpdateDesk *m_desk = nullptr;
    std::unique_ptr<Ui::UpdatePanel> m_ui;
};

} // namespace yichuang::ui
