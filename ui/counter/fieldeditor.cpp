// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/fieldeditor.h"

#include "kit/choicebox.h"
#include "kit/failurehelp.h"
#include "kit/tag.h"
#include "kit/styled.h"
#include "kit/tokens.h"
#include "kit/words.h"

#include <domain/bounds.h>

#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

/** Not typed by anybody, although the keyboard may be there. */
static void setText(QPlainTextEdit *edit, const QString &text)
{
    const QSignalBlocker quiet(edit);
    edit->setPlainText(text);
}

FieldEditor::FieldEditor(const domain::PlannedField &planned, QWidget *parent)
    : Pane(parent)
    , m_planned(planned)
    , m_label(new QLabel(this))
    , m_note(new QLabel(this))
    , m_source(new Tag(this))
{
    setProperty("panel", u"plain"_s);
    setProperty("gap", u"tiny"_s);
    m_label->setProperty("role", u"small"_s);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::RichText);
    m_label->setFixedWidth(token::labelColumn);
    m_note->setObjectName(u"fieldNoteLabel"_s);
    m_note->setWordWrap(true);
    buildEditor();
    m_editor->setObjectName(u"field_"_s + planned.field.id);
    m_label->setBuddy(m_editor);
    m_grid = new QGridLayout(this);
    m_grid->setHorizontalSpacing(token::gap);
    m_grid->addWidget(m_label, 0, 0);
    m_grid->addWidget(m_editor, 0, 1);
    m_grid->addWidget(m_source, 0, 2, Qt::AlignLeft | Qt::AlignVCenter);
    m_grid->addWidget(m_note, 1, 1);
    m_grid->setColumnStretch(1, 1);
    setFirstStop(m_editor);
    retranslate();
}

void FieldEditor::buildLineEdit()
{
    auto *edit = new QLineEdit(this);
    // What is longer than the field may be is marked and stays to be shortened: cut off, nobody would see what is missing.
    edit->setMaxLength(int(domain::longestFieldValue));
    if (m_planned.field.type == domain::FieldType::Date)
        edit->setPlaceholderText(u"2026-01-31"_s);
    connect(edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_dirty = m_wasTyped = true;
        presentNote();
        Q_EMIT typed(m_planned.field.id, text);
    });
    connect(edit, &QLineEdit::editingFinished, this, &FieldEditor::leave);
    edit->installEventFilter(this);
    m_editor = edit;
}

void FieldEditor::buildChoice()
{
    auto *box = new ChoiceBox(this);
    box->addItem(QString(), QString());
    for (const auto &[id, text] : std::as_const(m_planned.field.choices))
        box->addItem(text, id);
    connect(box, &QComboBox::activated, this, [this] {
        m_dirty = true;
        leave();
    });
    m_editor = box;
}

void FieldEditor::buildCheck()
{
    auto *check = new QCheckBox(this);
    connect(check, &QCheckBox::clicked, this, [this] {
        m_dirty = true;
        leave();
    });
    m_editor = check;
}

void FieldEditor::buildText()
{
    auto *edit = new QPlainTextEdit(this);
    edit->setTabChangesFocus(true);
    edit->setFocusPolicy(Qt::StrongFocus); // a wheel that passes over it leaves the keyboard where it is
    edit->setFixedHeight(token::railButtonHeight);
    connect(edit, &QPlainTextEdit::textChanged, this, [this, edit] {
        if (!edit->hasFocus())
            return;
        m_dirty = m_wasTyped = true;
        if (edit->toPlainText().size() > domain::longestFieldValue)
            setText(edit, edit->toPlainText().left(domain::longestFieldValue));
        presentNote();
        Q_EMIT typed(m_planned.field.id, edit->toPlainText());
    });
    edit->installEventFilter(this);
    m_editor = edit;
}

void FieldEditor::buildEditor()
{
    switch (m_planned.field.type) {
    case domain::FieldType::Choice: return buildChoice();
    case domain::FieldType::Boolean: return buildCheck();
    case domain::FieldType::MultilineText: return buildText();
    default: return buildLineEdit();
    }
}

QString FieldEditor::value() const
{
    if (const auto *edit = qobject_cast<const QLineEdit *>(m_editor))
        return edit->text();
    if (const auto *box = qobject_cast<const QComboBox *>(m_editor))
        return box->currentData().toString();
    if (const auto *check = qobject_cast<const QCheckBox *>(m_editor))
        return check->isChecked() ? u"true"_s : u"false"_s;
    return qobject_cast<const QPlainTextEdit *>(m_editor)->toPlainText();
}

void FieldEditor::setValue(const QString &value)
{
    if (this->value() == value)
        return;
    if (auto *edit = qobject_cast<QLineEdit *>(m_editor))
        edit->setText(value);
    else if (auto *box = qobject_cast<QComboBox *>(m_editor))
        box->setCurrentIndex(qMax(0, box->findData(value)));
    else if (auto *check = qobject_cast<QCheckBox *>(m_editor))
        check->setChecked(value == "true"_L1);
    else
        setText(qobject_cast<QPlainTextEdit *>(m_editor), value);
}

void FieldEditor::leave()
{
    if (!m_dirty)
        return;
    m_dirty = false;
    m_touched = true;
    setValue(domain::tidiedFieldValue(m_planned.field, value(), hallToday()));
    Q_EMIT left(m_planned.field.id, value());
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && watched == m_editor && !qobject_cast<QLineEdit *>(m_editor))
        leave();
    if (m_masked && event->type() == QEvent::KeyPress && keyAtMask(*static_cast<QKeyEvent *>(event)))
        return true;
    if (m_masked && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        m_refused = false;
        presentNote();
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto *edit = qobject_cast<QLineEdit *>(m_editor);
        const bool nothingTyped = edit && !m_dirty;
        // With nothing typed here, Ctrl+Z and Ctrl+Y take back steps of the case instead of letters.
        if (nothingTyped && (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))) {
            event->ignore();
            return true;
        }
    }
    return Pane::eventFilter(watched, event);
}

bool FieldEditor::keyAtMask(const QKeyEvent &key)
{
    if (key.key() == Qt::Key_F2) {
        Q_EMIT revealAsked(m_planned.field.id);
        return true;
    }
    const QString text = key.text();
    if (!text.isEmpty() && text.front().isPrint()) {
        m_refused = true;
        presentNote();
    }
    return false;
}

void FieldEditor::goOn()
{
    // Not as Tab does, which selects all: the next letter would take the place of everything.
    m_editor->setFocus(Qt::OtherFocusReason);
    if (auto *edit = qobject_cast<QLineEdit *>(m_editor))
        edit->end(false);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(m_editor))
        text->moveCursor(QTextCursor::End);
}

bool FieldEditor::holdsTyped(const domain::PlannedField &planned) const
{
    // What was left half typed, maybe before a restart, has no moment of its change yet.
    const bool halfTyped = !planned.value.changedAt.isValid();
    return m_dirty || (planned.value.source == domain::FieldSource::Operator && (m_wasTyped || halfTyped));
}

void FieldEditor::present(const domain::PlannedField &planned, bool editable, const QString &mask)
{
    m_planned = planned;
    m_editor->setEnabled(editable);
    m_masked = !mask.isEmpty();
    m_refused = m_refused && m_masked;
    if (auto *edit = qobject_cast<QLineEdit *>(m_editor))
        edit->setReadOnly(m_masked);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(m_editor))
        text->setReadOnly(m_masked);
    if (!m_dirty)
        setValue(m_masked ? mask : planned.value.value);
    m_touched = m_touched || (!planned.prefilled && !planned.value.value.isEmpty());
    presentSource();
    presentNote();
}

/** Width of the widest source word in the current language, so that every field's editor ends at the same place. */
static int sourceColumn()
{
    using domain::FieldSource;
    static QString measuredIn;
    static int width = 0;
    const QString language = QLocale().name();
    if (std::exchange(measuredIn, language) == language)
        return width;
    width = 0;
    for (const FieldSource source : {FieldSource::Card, FieldSource::Certificate, FieldSource::Answer, FieldSource::Operator, FieldSource::EarlierCase, FieldSource::None})
        width = qMax(width, tagSize({Tone::Mute, Words::source(source), Mark::None}).width());
    return width;
}

void FieldEditor::presentSource()
{
    const QString source = m_planned.value.value.isEmpty() ? QString() : Words::source(m_planned.value.source);
    // An empty tag keeps its place: the editors of all fields end at the same line.
    const bool given = m_planned.value.source == domain::FieldSource::Operator || m_planned.value.source == domain::FieldSource::None;
    m_source->setTag({given ? Tone::Mute : Tone::Ok, source, Mark::None});
    m_source->setToolTip(m_planned.value.changedAt.isValid() ? tr("Changed %1 by %2").arg(shortTime(m_planned.value.changedAt), m_planned.value.changedBy) : QString());
}

void FieldEditor::presentNote()
{
    // As the domain counts: a rare character of a name is one.
    const bool isText = qobject_cast<QLineEdit *>(m_editor) || qobject_cast<QPlainTextEdit *>(m_editor);
    const qsizetype length = isText ? value().toUcs4().size() : 0;
    const QString tooLong = Words::tooLong(length, m_planned.field.maxLength);
    const bool wasTooLong = m_planned.problem && m_planned.problem->code == domain::FailureCode::FormTooLong;
    // An empty required field is named in the missing line; in place only after the clerk was there.
    const bool wrong = !tooLong.isEmpty() || (m_planned.problem && !wasTooLong && (m_touched || !m_planned.value.value.isEmpty()));
    QString note = m_planned.field.help;
    if (!tooLong.isEmpty()) {
        note = tooLong;
    } else if (wrong) {
        const FailureWords words = FailureHelp::wordsFor(*m_planned.problem);
        note = words.cause + u' ' + (m_planned.field.help.isEmpty() ? words.next : m_planned.field.help);
    }
    if (m_masked && m_editor->hasFocus())
        note = tr("Hidden. F2 shows it to be changed; this is recorded.");
    const QString role = wrong || m_refused ? u"tinyBad"_s : u"tinyMute"_s;
    setStyled(m_note, "role", role);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    setStyled(m_editor, "problem", wrong);
}

void FieldEditor::retranslate()
{
    const domain::FormField &field = m_planned.field;
    const QString star = field.required ? u" <b style='color:%1'>*</b>"_s.arg(QColor(token::bad).name()) : QString();
    m_label->setText(field.label.toHtmlEscaped() + star);
    //: %1 label of a form field
    m_editor->setAccessibleName(field.required ? tr("%1, required").arg(field.label) : field.label);
    if (auto *check = qobject_cast<QCheckBox *>(m_editor))
        check->setText(tr("Yes"));
    m_grid->setColumnMinimumWidth(2, sourceColumn());
    presentSource();
    presentNote();
}

} // namespace yichuang::ui
