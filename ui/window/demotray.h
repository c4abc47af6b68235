// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/readerdesk.h>

class QHBoxLayout;
class QLabel;

namespace yichuang::ui {

/** The demo's tray of cards: a click places a card on the virtual reader, another takes it off. Absent outside the demo. */
class DemoTray : public Pane
{
    Q_OBJECT
public:
    explicit DemoTray(QWidget *parent = nullptr);
    void bind(desk::ReaderDesk *desk);

protected:
    void retranslate() override;

private:
    void refresh();
    void onCard(const QString &id, bool placed);
    desk::ReaderDesk *m_desk = nullptr;
    QLabel *m_title = nullptr;
    QWidget *m_cards = nullptr;
    QHBoxLayout *m_row = nullptr;
};

} // namespace yichuang::ui
