// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/formpane.h"

#include "counter/fieldmask.h"
#include "kit/failurehelp.h"
#include "kit/tokens.h"
#include "ui_formpane.h"

#include <domain/masking.h>

#include <QApplication>
#include <QLabel>
#include <QStyle>
#include <QTimer>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

static bool isDone(const domain::PlannedField &planned)
{
    return !planned.problem && (!planned.field.required || !planned.value.value.isEmpty());
}

FormPane::FormPane(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::FormPane>())
{
}

FormPane::~FormPane() = default;

void FormPane::bind(desk::CounterDesk *desk)
{
    m_desk = desk;
    m_ui->setupUi(this);
    auto *column = new QVBoxLayout(m_ui->formContents);
    // The scroll bar stands beside the tags, never on them.
    column->setContentsMargins(0, 0, token::gapWide, 0);
    column->addStretch();
    connect(qApp, &QApplication::focusChanged, this, &FormPane::onFocusChanged);
    connect(m_ui->formProblemPushButton, &QPushButton::clicked, this, [this] { focusField(m_problemField); });
    retranslate();
}

void FormPane::forget()
{
    follow({});
    m_fields.clear();
    m_caseId = QUuid();
}

std::pair<int, int> FormPane::counts(const desk::CounterView &view)
{
    const auto done = std::count_if(view.plan.fields.cbegin(), view.plan.fields.cend(), isDone);
    return {int(done), int(view.plan.fields.size())};
}

FieldEditor *FormPane::editorFor(const domain::PlannedField &planned)
{
    auto *editor = new FieldEditor(planned, m_ui->formContents);
    connect(editor, &FieldEditor::typed, m_desk, [desk = m_desk](const QString &id, const QString &text) { desk->typeField(id, text); });
    connect(editor, &FieldEditor::revealAsked, m_desk, [desk = m_desk](const QString &id) { desk->revealField(id); });
    connect(editor, &FieldEditor::left, m_desk, [desk = m_desk](const QString &id, const QString &text) { desk->leaveField(id, text); });
    return editor;
}

void FormPane::drop(FieldEditor *editor)
{
    editor->hide();
    editor->deleteLater();
}

QList<FieldEditor *> FormPane::inOrder() const
{
    QList<FieldEditor *> all;
    for (const Section &section : m_sections)
        all << section.editors;
    return all;
}

void FormPane::follow(const QList<domain::PlannedField> &fields)
{
    QHash<QString, FieldEditor *> before = std::exchange(m_prepared, {});
    QString focusedId;
    const QList<FieldEditor *> shown = inOrder();
    for (FieldEditor *editor : shown) {
        before.insert(editor->field().id, editor);
        if (editor->firstStop()->hasFocus())
            focusedId = editor->field().id;
    }
    auto *column = qobject_cast<QVBoxLayout *>(m_ui->formContents->layout());
    for (const Section &section : std::as_const(m_sections)) {
        section.heading->hide();
        section.heading->deleteLater();
    }
    m_sections.clear();
    for (const domain::PlannedField &planned : fields) {
        FieldEditor *editor = before.value(planned.field.id);
        if (editor && editor->field() == planned.field)
            before.remove(planned.field.id);
        else
            editor = editorFor(planned);
        // Two items may ask for the same section; it stands once.
        auto section = std::find_if(m_sections.begin(), m_sections.end(), [&planned](const Section &one) { return one.title == planned.field.section; });
        if (section == m_sections.end()) {
            auto *heading = new QLabel(m_ui->formContents);
            heading->setProperty("role", u"section"_s);
            heading->setIndent(0);
            heading->setTextFormat(Qt::RichText);
            section = m_sections.insert(m_sections.end(), {planned.field.section, heading, {}});
        }
        section->editors << editor;
    }
    while (column->count() > 0)
        delete column->takeAt(0);
    QWidget *last = m_ui->formScrollArea;
    for (const Section &section : std::as_const(m_sections)) {
        section.heading->setVisible(!section.title.isEmpty());
        column->addWidget(section.heading);
        for (FieldEditor *editor : section.editors) {
            column->addWidget(editor);
            setTabOrder(last, editor->firstStop());
            last = editor->firstStop();
        }
    }
    column->addStretch(1);
    for (FieldEditor *gone : std::as_const(before))
        drop(gone);
    // The field with the keyboard may have been made anew.
    if (before.contains(focusedId))
        focusField(focusedId);
}

void FormPane::presentSections(const QHash<QString, const domain::PlannedField *> &byId)
{
    for (const Section &section : std::as_const(m_sections)) {
        const auto done = std::count_if(section.editors.cbegin(), section.editors.cend(), [&byId](const FieldEditor *editor) { return isDone(*byId.value(editor->field().id)); });
        section.heading->setText(u"%1  <span style='color:%2;font-weight:400'>%3/%4</span>"_s
                                     .arg(section.title.toHtmlEscaped(), QColor(token::mute).name())
                                     .arg(done)
                                     .arg(section.editors.size()));
    }
}

void FormPane::presentProblem(const QHash<QString, const domain::PlannedField *> &byId)
{
    const QList<FieldEditor *> all = inOrder();
    const domain::PlannedField *wrong = nullptr;
    const domain::PlannedField *empty = nullptr;
    int left = 0;
    for (const FieldEditor *editor : all) {
        const domain::PlannedField *planned = byId.value(editor->field().id);
        if (isDone(*planned))
            continue;
        ++left;
        if (!planned->value.value.isEmpty() && !wrong)
            wrong = planned;
        else if (planned->value.value.isEmpty() && !empty)
            empty = planned;
    }
    const domain::PlannedField *first = wrong ? wrong : empty;
    m_problemField = first ? first->field.id : QString();
    m_ui->formProblemPushButton->setVisible(first);
    m_ui->formDoneLabel->setVisible(!first && !all.isEmpty());
    m_ui->requiredLabel->setVisible(!all.isEmpty());
    if (wrong) {
        //: %1 label of a form field, %2 what is wrong with its value
        m_ui->formProblemPushButton->setFullText(tr("%1: %2").arg(wrong->field.label, FailureHelp::wordsFor(*wrong->problem).cause));
    } else if (empty) {
        //: %1 label of the first empty form field
        m_ui->formProblemPushButton->setFullText(tr("%n field(s) to fill, next: %1", nullptr, left).arg(empty->field.label));
    }
}

void FormPane::forget(const desk::CounterView &view)
{
    if (std::exchange(m_caseId, view.openCase.id) == view.openCase.id)
        return;
    // What was half typed for one person must not show for the next.
    follow({});
    m_fields.clear();
}

void FormPane::presentField(FieldEditor *editor, const domain::PlannedField &planned, const desk::CounterView &view) const
{
    // What tells how to reach or to pass for a person is one secret with the number of the open case's: its reveal is recorded.
    // What the clerk types stays in sight, except that number.
    const std::optional<domain::Party> &person = view.openCase.applicant;
    const QString &value = planned.value.value;
    QString mask;
    const bool inClear = view.numberRevealed || view.fieldInClear == planned.field.id;
    if (person && !inClear && !value.isEmpty()) {
        if (value == person->number)
            mask = domain::maskNumber(value);
        else if (!planned.problem && !editor->holdsTyped(planned)) // what is wrong must be seen to be mended
            mask = fieldMask(planned.field, value);
    }
    editor->present(planned, view.edits.fields, mask);
}

bool FormPane::prepare(const desk::CounterView &view)
{
    constexpr int atATime = 4;
    forget(view);
    QHash<QString, FieldEditor *> made = m_prepared;
    const QList<FieldEditor *> shown = inOrder();
    for (FieldEditor *editor : shown)
        made.insert(editor->field().id, editor);
    int more = 0;
    for (const domain::PlannedField &planned : view.plan.fields) {
        if (made.contains(planned.field.id))
            continue;
        if (more++ == atATime)
            return true;
        FieldEditor *editor = editorFor(planned);
        presentField(editor, planned, view);
        editor->ensurePolished();
        (void)editor->sizeHint(); // its layout remembers it
        m_prepared.insert(planned.field.id, editor);
    }
    return false;
}

void FormPane::present(const desk::CounterView &view)
{
    QList<domain::FormField> fields;
    QHash<QString, const domain::PlannedField *> byId;
    for (const domain::PlannedField &planned : view.plan.fields) {
        fields << planned.field;
        byId.insert(planned.field.id, &planned);
    }
    forget(view);
    if (fields != m_fields) {
        m_fields = fields;
        follow(view.plan.fields);
    }
    // Made for fields that are not asked for any more.
    const QHash<QString, FieldEditor *> useless = std::exchange(m_prepared, {});
    for (FieldEditor *editor : useless)
        drop(editor);
    const QList<FieldEditor *> all = inOrder();
    for (FieldEditor *editor : all)
        presentField(editor, *byId.value(editor->field().id), view);
    presentSections(byId);
    presentProblem(byId);
    m_ui->formScrollArea->setVisible(!fields.isEmpty());
    m_ui->formStateView->setVisible(fields.isEmpty());
    if (view.items.isEmpty())
        m_ui->formStateView->setState(StateView::Kind::Empty, tr("Choose items first"), tr("One form over all items appears here, filled in as far as card and certificates tell."));
    else
        m_ui->formStateView->setState(StateView::Kind::Empty, tr("These items need no form"), {});
}

static const FieldEditor *editorAround(const QWidget *widget)
{
    while (widget && !qobject_cast<const FieldEditor *>(widget))
        widget = widget->parentWidget();
    return qobject_cast<const FieldEditor *>(widget);
}

QString FormPane::fieldAt(const QWidget *widget)
{
    const FieldEditor *editor = editorAround(widget);
    return editor ? editor->field().id : QString();
}

void FormPane::onFocusChanged(const QWidget *, QWidget *now)
{
    const FieldEditor *around = now && isAncestorOf(now) ? editorAround(now) : nullptr;
    FieldEditor *editor = around ? editorOf(around->field().id) : nullptr;
    if (!editor)
        return;
    // The scroll area looks after the line that is typed into; what is said under it belongs to it.
    m_ui->formScrollArea->ensureWidgetVisible(editor);
    // It may be said only now, and in a form just made nothing stands at its place yet.
    QTimer::singleShot(0, editor, [this, editor] { m_ui->formScrollArea->ensureWidgetVisible(editor); });
}

FieldEditor *FormPane::editorOf(const QString &fieldId) const
{
    const QList<FieldEditor *> all = inOrder();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&fieldId](const FieldEditor *one) { return one->field().id == fieldId; });
    return found == all.cend() ? nullptr : *found;
}

void FormPane::focusField(const QString &fieldId)
{
    if (FieldEditor *editor = editorOf(fieldId)) {
        editor->takeFocus();
        m_ui->formScrollArea->ensureWidgetVisible(editor);
    }
}

void FormPane::takeFocus()
{
    const QList<FieldEditor *> all = inOrder();
    // Nothing of a filled field is selected: who only came to look would type over it.
    if (!m_problemField.isEmpty())
        focusField(m_problemField);
    else if (!all.isEmpty())
        goOn(all.first()->field().id);
}

void FormPane::goOn(const QString &fieldId)
{
    if (FieldEditor *editor = editorOf(fieldId))
        editor->goOn();
    else
        takeFocus();
}

void FormPane::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->requiredLabel->setText(u"<b style='color:%1'>*</b> %2"_s.arg(QColor(token::bad).name(), tr("required")));
    if (m_desk)
        present(m_desk->view());
}

} // namespace yichuang::ui
