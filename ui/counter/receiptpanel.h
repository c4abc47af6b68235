// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

#include "counter/partsmodel.h"

namespace yichuang::ui {

namespace Ui {
class ReceiptPanel;
}

/** After F9: the receipt, provisional until the exchange accepted the case, with a number per part. */
class ReceiptPanel : public Pane
{
    Q_OBJECT
public:
    explicit ReceiptPanel(QWidget *parent = nullptr);
    ~ReceiptPanel() override;
    void bind(desk::CounterDesk *desk);
    void present(const desk::CounterView &view);
    /** To the next applicant: what comes after a receipt. */
    void takeFocus() override;

protected:
    void retranslate() override;

private:
    [[nodiscard]] static QString officialText(const QList<desk::ItemView> &items);
    [[nodiscard]] static QString provisionalText(const QList<desk::ItemView> &items);

    desk::CounterDesk *m_desk = nullptr;
    PartsModel *m_model = nullptr;
    std::unique_ptr<Ui::ReceiptPanel> m_ui;
};

} // namespace yichuang::ui
