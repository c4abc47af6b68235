// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

#include <ui/prompter.h>

namespace yichuang::ui {

namespace Ui {
class MaterialPanel;
}

/** One material: why each item asks for it, and the ways it can be satisfied. */
class MaterialPanel : public Pane
{
    Q_OBJECT
public:
    explicit MaterialPanel(QWidget *parent = nullptr);
    ~MaterialPanel() override;
    void bind(desk::CounterDesk *desk, Prompter *prompter);
    /** Shows the material with this key, or nothing. */
    void present(const desk::CounterView &view, const QString &key);
    void focusFirstWay();

protected:
    void retranslate() override;

private:
    void presentReasons(const desk::CounterView &view, const domain::PlannedMaterial &material);
    void presentWays(const desk::CounterView &view, const domain::PlannedMaterial &material);
    void placeWays();
    void presentFiles(const desk::CounterView &view, const domain::PlannedMaterial &material);
    void onAttach();
    void onRemoveFile();
    desk::CounterDesk *m_desk = nullptr;
    Prompter *m_prompter = nullptr;
    domain::PlannedMaterial m_material;
    QList<QWidget *> m_offered;
    std::unique_ptr<Ui::MaterialPanel> m_ui;
};

} // namespace yichuang::ui
