// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <memory>

namespace yichuang::ui {

namespace Ui {
class HelpOverlay;
}

/** The keys of the program, over the page, and the way to the diagnostics; F1 or Esc closes it. */
class HelpOverlay : public Pane
{
    Q_OBJECT
public:
    explicit HelpOverlay(QWidget *parent = nullptr);
    ~HelpOverlay() override;

Q_SIGNALS:
    void diagnosticsAsked();

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::unique_ptr<Ui::HelpOverlay> m_ui;
};

} // namespace yichuang::ui
