// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/casedesk.h>
#include <memory>

namespace yichuang::ui {

class PartsModel;
namespace Ui {
class CaseDetailPane;
}

/** One case: its parts, its timeline per department, the answer to a correction, and withdrawal. */
class CaseDetailPane : public Pane
{
    Q_OBJECT
public:
    explicit CaseDetailPane(QWidget *parent = nullptr);
    ~CaseDetailPane() override;
    void bind(desk::CaseDesk *desk);
    void open(const domain::CaseId &id);
    [[nodiscard]] domain::CaseId caseId() const { return m_id; }
    void forget() override;

Q_SIGNALS:
    /** To go on with a draft, or to hand in what a received case waits for. */
    void counterAsked(const domain::CaseId &id);
    void closed();

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void leave();
    /** Nothing of the case that was shown stays in sight. */
    void wipe();
    void present();
    void presentHandIn();
    /** Something is tried: what was said of the try before is over. */
    void begin();
    void onFailed(const domain::Error &error);
    /** Each keystroke of an answer goes to the store. */
    void onTyped(const domain::PartId &partId, const QString &note);
    desk::CaseDesk *m_desk = nullptr;
    domain::CaseId m_id;
    desk::CaseDetail m_detail;
    bool m_withdrawing = false;  ///< nobody said yet that the reason was taken
    PartsModel *m_parts = nullptr;
    std::unique_ptr<Ui::CaseDetailPane> m_ui;
};

} // namespace yichuang::ui
