// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

#include "counter/hitsmodel.h"

namespace yichuang::ui {

namespace Ui {
class ItemsPane;
}

/** Search over items and life events on every keystroke, with the office guide of the one chosen. */
class ItemsPane : public Pane
{
    Q_OBJECT
public:
    explicit ItemsPane(QWidget *parent = nullptr);
    ~ItemsPane() override;
    void bind(desk::CounterDesk *desk);
    void forget() override;
    /** Everything is listed again. */
    void forgetSearch();
    /** What was searched for before is selected: typing takes its place. */
    void takeFocus() override;
    void present(const desk::CounterView &view);
    void showGuideOf(const QString &itemId);

protected:
    void retranslate() override;

private:
    void search();
    void goToHits();   ///< from the search line, by Enter or the down arrow
    void onChosen();
    void onTake();
    void fillCategories();
    [[nodiscard]] QDate day() const;
    [[nodiscard]] bool isTaken(const desk::ItemHit &hit) const;
    desk::CounterDesk *m_desk = nullptr;
    HitsModel *m_model = nullptr;
    qint64 m_catalogueVersion = -1;
    std::unique_ptr<Ui::ItemsPane> m_ui;
};

} // namespace yichuang::ui
