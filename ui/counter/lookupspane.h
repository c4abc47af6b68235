// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

namespace yichuang::ui {

namespace Ui {
class LookupsPane;
}

/** Who asked for the applicant's certificates, why and what came back, as the exchange recorded it; this case first. */
class LookupsPane : public Pane
{
    Q_OBJECT
public:
    explicit LookupsPane(QWidget *parent = nullptr);
    ~LookupsPane() override;
    void bind(desk::CounterDesk *desk);
    void present(const desk::CounterView &view);
    void leave();

Q_SIGNALS:
    void closed();

protected:
    void retranslate() override;

private:
    void presentState(const desk::CounterView &view);
    [[nodiscard]] static QString entryHtml(const desk::LookupView &lookup);
    [[nodiscard]] static QString listHtml(const QList<desk::LookupView> &lookups);
    desk::CounterDesk *m_desk = nullptr;
    std::unique_ptr<Ui::LookupsPane> m_ui;
};

} // namespace yichuang::ui
