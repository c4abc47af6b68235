// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

namespace yichuang::ui {

namespace Ui {
class NewcomerBanner;
}

/** Somebody else's card on the reader while a draft is open: asks in place and never overwrites. */
class NewcomerBanner : public Pane
{
    Q_OBJECT
public:
    explicit NewcomerBanner(QWidget *parent = nullptr);
    ~NewcomerBanner() override;
    void bind(desk::CounterDesk *desk);
    void present(const desk::CounterView &view);

protected:
    void retranslate() override;

private:
    desk::CounterDesk *m_desk = nullptr;
    std::unique_ptr<Ui::NewcomerBanner> m_ui;
};

} // namespace yichuang::ui
