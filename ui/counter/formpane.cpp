// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/formpane.h"

#include "ui_formpane.h"

#include <QLabel>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

FormPane::FormPane(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::FormPane>())
{
    m_ui->setupUi(this);
    new QVBoxLayout(m_ui->formContents);
}

FormPane::~FormPane() = default;

void FormPane::bind(desk::CounterDesk *desk)
{
    m_desk = desk;
    retranslate();
}

std::pair<int, int> FormPane::counts(const desk::CounterView &view)
{
    int done = 0;
    for (const domain::PlannedField &planned : view.plan.fields)
        done += !planned.problem && (!planned.field.required || !planned.value.value.isEmpty()) ? 1 : 0;
    return {done, int(view.plan.fields.size())};
}

void FormPane::rebuild(const QList<domain::PlannedField> &fields)
{
    auto *column = qobject_cast<QVBoxLayout *>(m_ui->formContents->layout());
    while (QLayoutItem *item = column->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_editors.clear();
    QString section;
    for (const domain::PlannedField &planned : fields) {
        if (!planned.field.section.isEmpty() && planned.field.section != section) {
            section = planned.field.section;
            auto *title = new QLabel(section, m_ui->formContents);
            title->setProperty("role", u"title"_s);
            column->addWidget(title);
        }
        auto *editor = new FieldEditor(planned, m_ui->formContents);
        connect(editor, &FieldEditor::typed, m_desk, [desk = m_desk](const QString &id, const QString &text) { desk->typeField(id, text); });
        connect(editor, &FieldEditor::left, m_desk, [desk = m_desk](const QString &id, const QString &text) { desk->leaveField(id, text); });
        column->addWidget(editor);
        setTabOrder(m_editors.isEmpty() ? m_ui->formScrollArea : m_editors.last()->focusProxy(), editor->focusProxy());
        m_editors << editor;
    }
    column->addStretch();
}

void FormPane::present(const desk::CounterView &view)
{
    QStringList ids;
    for (const domain::PlannedField &planned : view.plan.fields)
        ids << planned.field.id;
    if (ids != m_ids || m_caseId != view.openCase.id) {
        const auto *focused = qobject_cast<QWidget *>(m_ui->formContents->focusWidget());
        const QString focusedId = focused && focused->hasFocus() ? focused->objectName().mid(6) : QString();
        m_ids = ids;
        m_caseId = view.openCase.id;
        rebuild(view.plan.fields);
        if (!focusedId.isEmpty())
            focusField(focusedId);
    }
    const bool draft = view.phase == desk::CounterPhase::Draft;
    for (qsizetype i = 0; i < m_editors.size(); ++i)
        m_editors.at(i)->present(view.plan.fields.at(i), draft);
    m_ui->formScrollArea->setVisible(!ids.isEmpty());
    m_ui->formStateView->setVisible(ids.isEmpty());
    if (view.items.isEmpty())
        m_ui->formStateView->setState(StateView::Kind::Empty, tr("Choose items first"), tr("One form over all items appears here, filled in as far as card and certificates tell."));
    else
        m_ui->formStateView->setState(StateView::Kind::Empty, tr("These items need no form"), {});
}

void FormPane::focusField(const QString &fieldId)
{
    const qsizetype place = m_ids.indexOf(fieldId);
    if (place < 0)
        return;
    m_editors.at(place)->setFocus(Qt::ShortcutFocusReason);
    m_ui->formScrollArea->ensureWidgetVisible(m_editors.at(place));
}

void FormPane::retranslate()
{
    m_ui->retranslateUi(this);
    if (m_desk)
        present(m_desk->view());
}

} // namespace yichuang::ui
