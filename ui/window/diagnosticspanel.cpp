// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "window/diagnosticspanel.h"

#include "kit/diagnosticswords.h"
#include "kit/elidedlabel.h"
#include "kit/errorline.h"
#include "kit/tag.h"
#include "kit/words.h"
#include "ui_diagnosticspanel.h"

#include <QKeyEvent>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

DiagnosticsPanel::DiagnosticsPanel(desk::DiagnosticsDesk *desk, QWidget *parent)
    : Pane(parent)
    , m_desk(desk)
    , m_ui(std::make_unique<Ui::DiagnosticsPanel>())
{
    m_ui->setupUi(this);
    setFocusPolicy(Qt::ClickFocus);
    setFirstStop(m_ui->closeDiagnosticsPushButton);
    connect(m_ui->closeDiagnosticsPushButton, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_ui->exportDiagnosticsPushButton, &QPushButton::clicked, m_desk, [this] { m_desk->exportReport(); });
    connect(m_ui->lookAgainPushButton, &QPushButton::clicked, m_desk, [this] { m_desk->look(); });
    connect(m_desk, &desk::DiagnosticsDesk::viewChanged, this, &DiagnosticsPanel::refresh);
    hide();
    refresh();
}

DiagnosticsPanel::~DiagnosticsPanel() = default;

void DiagnosticsPanel::addRow(int row, const desk::DiagnosticsPart &part)
{
    auto *tag = new Tag(m_ui->partsWidget);
    const TagText tags[] = {{Tone::Ok, tr("Good"), Mark::Tick}, {Tone::Warn, tr("Note"), Mark::Warning}, {Tone::Bad, tr("Missing"), Mark::Cross}};
    tag->setTag(tags[int(part.state)]);
    auto *name = new QLabel(DiagnosticsWords::part(part.name), m_ui->partsWidget);
    name->setProperty("role", u"small"_s);
    // What is wrong is told in full; versions and names say little then.
    QLabel *facts = part.words.isEmpty() ? new ElidedLabel(m_ui->partsWidget) : new QLabel(m_ui->partsWidget);
    facts->setObjectName(u"facts_"_s + part.name);
    facts->setProperty("role", u"smallMute"_s);
    QStringList meanings;
    for (const QString &word : part.words)
        meanings << DiagnosticsWords::meaning(word);
    facts->setText(meanings.isEmpty() ? part.facts : meanings.join(u'\n'));
    QWidget *cells[] = {tag, name, facts};
    for (int column = 0; column < int(std::size(cells)); ++column) {
        m_ui->partsLayout->addWidget(cells[column], row, column, Qt::AlignTop);
        // Now, not when the queue is empty: the panel is measured at once.
        cells[column]->show();
    }
}

void DiagnosticsPanel::refreshParts()
{
    m_shown = m_desk->view().parts;
    while (QLayoutItem *item = m_ui->partsLayout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int row = 0; row < m_shown.size(); ++row)
        addRow(row, m_shown.at(row));
    m_ui->partsLayout->setColumnStretch(2, 1);
}

void DiagnosticsPanel::refresh()
{
    const desk::DiagnosticsView &view = m_desk->view();
    if (m_shown != view.parts)
        refreshParts();
    m_ui->lookedLabel->setText(view.looking ? tr("Version %1 · looking…").arg(view.version)
                               : view.lookedAt.isValid() ? tr("Version %1 · %2").arg(view.version, clockTime(view.lookedAt)) : tr("Version %1").arg(view.version));
    m_ui->lookAgainPushButton->setEnabled(!view.looking);
    m_ui->exportDiagnosticsPushButton->setEnabled(!view.looking);
    m_ui->exportedLabel->setText(DiagnosticsWords::exported(view));
    m_ui->exportedLabel->setVisible(!view.exported.isEmpty());
    m_ui->diagnosticsErrorLine->setError(view.error);
    m_ui->partsLayout->activate();
    layout()->activate();
    adjustSize();
    Q_EMIT grown();
}

void DiagnosticsPanel::retranslate()
{
    m_ui->retranslateUi(this);
    refreshParts();
    refresh();
}

void DiagnosticsPanel::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    if (!event->spontaneous())
        m_desk->look();
}

void DiagnosticsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        Pane::keyPressEvent(event);
}

} // namespace yichuang::ui
