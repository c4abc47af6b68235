// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterview.h>
#include <memory>

namespace yichuang::ui {

namespace Ui {
class HandInPanel;
}

/** What a received case still waits for: the points of a correction notice (补正) with its answer, and what was to follow. */
class HandInPanel : public Pane
{
    Q_OBJECT
public:
    explicit HandInPanel(QWidget *parent = nullptr);
    ~HandInPanel() override;
    /** Shows one correction at a time, that of the preferred part if it has one; hides itself when nothing is open. */
    void present(const desk::HandInView &handIn, const domain::PartId &preferred = {});
    /** Shows no half typed answer any more: it belongs to one case, and comes back with it. */
    void clear();
    void forget() override { clear(); }
    void focusNote();
    /** Something must be there or right before the answer that is shown may go. */
    [[nodiscard]] bool misses() const { return !m_missing.isEmpty(); }

Q_SIGNALS:
    /** Each keystroke of an answer. */
    void typed(const domain::PartId &partId, const QString &note);
    void answered(const domain::PartId &partId, const QString &note);
    /** The line of what is missing for the answer was pressed. */
    void missingAsked();

protected:
    void retranslate() override;

private:
    void onAnswered();
    [[nodiscard]] bool fits() const;
    void presentLength();
    void presentMissing();
    desk::HandInView m_handIn;
    domain::PartId m_partId;     ///< of the correction that is shown; null: none
    QList<domain::Missing> m_missing; ///< for its answer
    std::unique_ptr<Ui::HandInPanel> m_ui;
};

} // namespace yichuang::ui
