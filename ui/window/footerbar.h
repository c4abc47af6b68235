// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterview.h>
#include <memory>

namespace yichuang::ui {

namespace Ui {
class FooterBar;
}

/** The open case and whether it is saved, what reading and listing took, and the way to the keys. */
class FooterBar : public Pane
{
    Q_OBJECT
public:
    explicit FooterBar(QWidget *parent = nullptr);
    ~FooterBar() override;
    void present(const desk::CounterView &view);
    /** A word on newer versions beside the way to the keys; empty hides it. */
    void setNotice(const QString &notice);

Q_SIGNALS:
    void helpAsked();
    void noticeAsked();

protected:
    void retranslate() override;

private:
    [[nodiscard]] QString caseText(const desk::CounterView &view) const;
    [[nodiscard]] QString timingText(const desk::CounterView &view) const;
    std::unique_ptr<Ui::FooterBar> m_ui;
};

} // namespace yichuang::ui
