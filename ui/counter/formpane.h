// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

#include "counter/fieldeditor.h"

namespace yichuang::ui {

namespace Ui {
class FormPane;
}

/** The one form of the case: every field once over all items, prefilled ones with their source. */
class FormPane : public Pane
{
    Q_OBJECT
public:
    explicit FormPane(QWidget *parent = nullptr);
    ~FormPane() override;
    void bind(desk::CounterDesk *desk);
    void present(const desk::CounterView &view);
    void focusField(const QString &fieldId);
    /** Fields with an acceptable value, and all fields. */
    [[nodiscard]] static std::pair<int, int> counts(const desk::CounterView &view);

protected:
    void retranslate() override;

private:
    void rebuild(const QList<domain::PlannedField> &fields);
    desk::CounterDesk *m_desk = nullptr;
    QUuid m_caseId;
    QStringList m_ids;
    QList<FieldEditor *> m_editors;
    std::unique_ptr<Ui::FormPane> m_ui;
};

} // namespace yichuang::ui
