// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <QPointer>
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
    void takeFocus() override;
    /** Where the keyboard was before it came here to choose; null when it came from nowhere. */
    [[nodiscard]] QWidget *focusBefore() const { return m_focusBefore; }

Q_SIGNALS:
    /** The clerk chose, and the desk did it: the keyboard is nobody's now. */
    void chosen(yichuang::desk::NewcomerChoice choice);

protected:
    void retranslate() override;

private:
    desk::CounterDesk *m_desk = nullptr;
    QPointer<QWidget> m_focusBefore;
    std::unique_ptr<Ui::NewcomerBanner> m_ui;
};

} // namespace yichuang::ui
