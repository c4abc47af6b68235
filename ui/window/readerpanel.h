// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/readerdesk.h>
#include <memory>

namespace yichuang::ui {

namespace Ui {
class ReaderPanel;
}

/** Every reader with its state, its fault's cause and next step, and the choice of the preferred one. */
class ReaderPanel : public Pane
{
    Q_OBJECT
public:
    explicit ReaderPanel(desk::ReaderDesk *desk, QWidget *parent = nullptr);
    ~ReaderPanel() override;

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    [[nodiscard]] QWidget *rowFor(const desk::ReaderView &reader);
    desk::ReaderDesk *m_desk = nullptr;
    std::unique_ptr<Ui::ReaderPanel> m_ui;
    QList<desk::ReaderView> m_shown;
};

} // namespace yichuang::ui
