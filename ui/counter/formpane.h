// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/counterdesk.h>
#include <memory>

#include "counter/fieldeditor.h"

class QLabel;

namespace yichuang::ui {

namespace Ui {
class FormPane;
}

/**
 * The one form of the case: every field once over all items, by section, prefilled ones with their source; a line above
 * names the field that is wrong, or the next to fill, and leads to it.
 */
class FormPane : public Pane
{
    Q_OBJECT
public:
    explicit FormPane(QWidget *parent = nullptr);
    ~FormPane() override;
    void bind(desk::CounterDesk *desk);
    void forget() override;
    void present(const desk::CounterView &view);
    /** Makes a few of the editors that the form will show, out of sight; false when none is left to make. */
    bool prepare(const desk::CounterView &view);
    void focusField(const QString &fieldId);
    /** To the field that the line above names, else to the first. */
    void takeFocus() override;
    /** To the field that was left, behind its last letter; the form as a whole for none. */
    void goOn(const QString &fieldId);
    /** The id of the field that this widget is part of; empty: of none. */
    [[nodiscard]] static QString fieldAt(const QWidget *widget);
    /** Fields with an acceptable value, and all fields. */
    [[nodiscard]] static std::pair<int, int> counts(const desk::CounterView &view);

protected:
    void retranslate() override;

private:
    /** A heading and the fields under it. */
    struct Section {
        QString title;
        QLabel *heading = nullptr;
        QList<FieldEditor *> editors;
    };
    void onFocusChanged(const QWidget *before, QWidget *now);
    [[nodiscard]] FieldEditor *editorOf(const QString &fieldId) const;
    /** Makes the fields those of the plan; an editor that stays is not touched, with whatever is half typed in it. */
    void follow(const QList<domain::PlannedField> &fields);
    void presentField(FieldEditor *editor, const domain::PlannedField &planned, const desk::CounterView &view) const;
    static void drop(FieldEditor *editor);
    void forget(const desk::CounterView &view);
    [[nodiscard]] FieldEditor *editorFor(const domain::PlannedField &planned);
    void presentSections(const QHash<QString, const domain::PlannedField *> &byId);
    void presentProblem(const QHash<QString, const domain::PlannedField *> &byId);
    [[nodiscard]] QList<FieldEditor *> inOrder() const;
    desk::CounterDesk *m_desk = nullptr;
    QUuid m_caseId;
    QList<domain::FormField> m_fields;
    QList<Section> m_sections;
    QHash<QString, FieldEditor *> m_prepared;   ///< by field; not part of the form yet
    QString m_problemField;
    std::unique_ptr<Ui::FormPane> m_ui;
};

} // namespace yichuang::ui
