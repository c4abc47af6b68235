// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterview.h>
#include <memory>

namespace yichuang::ui {

class TimelineModel;
namespace Ui {
class TimelinePane;
}

/** The timeline of a case per department, with what is provisional and what was refused. */
class TimelinePane : public Pane
{
    Q_OBJECT
public:
    explicit TimelinePane(QWidget *parent = nullptr);
    ~TimelinePane() override;
    void present(const QList<desk::TimelineEntry> &entries);

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showNewest();
    TimelineModel *m_model = nullptr;
    std::unique_ptr<Ui::TimelinePane> m_ui;
};

} // namespace yichuang::ui
