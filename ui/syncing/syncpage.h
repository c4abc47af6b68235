// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/syncdesk.h>
#include <memory>

namespace yichuang::ui {

class OutboxModel;
namespace Ui {
class SyncPage;
}

/** The 同步 page: what waits, why and when next; what the exchange confirmed or refused today. */
class SyncPage : public Pane
{
    Q_OBJECT
public:
    explicit SyncPage(desk::SyncDesk *desk, QWidget *parent = nullptr);
    ~SyncPage() override;

Q_SIGNALS:
    void refusedAsked();         ///< to see the cases of which the exchange refused something

protected:
    void retranslate() override;

private:
    void refresh();
    /** The store does not tell what waits: nothing here passes for an empty list. */
    void presentUnread();
    void presentBanner(const desk::SyncView &view);
    desk::SyncDesk *m_desk = nullptr;
    OutboxModel *m_waiting = nullptr;
    OutboxModel *m_recent = nullptr;
    std::unique_ptr<Ui::SyncPage> m_ui;
};

} // namespace yichuang::ui
