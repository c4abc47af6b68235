// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "cases/casedetailpane.h"

#include "counter/handinpanel.h"
#include "counter/partsmodel.h"
#include "kit/words.h"
#include "ui_casedetailpane.h"

#include <domain/masking.h>

#include <QKeyEvent>
#include <QShortcut>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

CaseDetailPane::CaseDetailPane(QWidget *parent)
    : Pane(parent)
    , m_parts(new PartsModel(this))
    , m_ui(std::make_unique<Ui::CaseDetailPane>())
{
    m_ui->setupUi(this);
    m_ui->partsListView->setModel(m_parts);
    m_ui->partsListView->setItemDelegate(new PartDelegate(this));
    connect(m_ui->partsListView->selectionModel(), &QItemSelectionModel::currentChanged, this, &CaseDetailPane::presentHandIn);
    connect(m_ui->closeDetailPushButton, &QPushButton::clicked, this, &CaseDetailPane::leave);
    for (QPushButton *button : {m_ui->openDraftPushButton, m_ui->handInPushButton})
        connect(button, &QPushButton::clicked, this, [this] { Q_EMIT counterAsked(m_id); });
    connect(m_ui->withdrawPushButton, &QPushButton::clicked, this, [this] {
        m_ui->withdrawReasonLine->ask(tr("Why the case is withdrawn"), tr("Withdraw"));
    });
    const auto goToMissing = [this] {
        if (m_ui->handInPanel->isVisible() && m_ui->handInPanel->misses())
            Q_EMIT counterAsked(m_id);
    };
    connect(m_ui->handInPanel, &HandInPanel::missingAsked, this, goToMissing);
    connect(new QShortcut(Qt::Key_F6, this), &QShortcut::activated, this, goToMissing);
    hide();
}

CaseDetailPane::~CaseDetailPane() = default;

void CaseDetailPane::bind(desk::CaseDesk *desk)
{
    m_desk = desk;
    connect(desk, &desk::CaseDesk::caseOpened, this, [this](const desk::CaseDetail &detail) {
        if (detail.whole.id != m_id)
            return; // the answer to a case that is no longer the chosen one
        m_detail = detail;
        present();
    });
    connect(desk, &desk::CaseDesk::failed, this, [this](int token, const domain::Error &error) {
        if (token == desk::CaseDesk::noQuestion && !m_id.isNull())
            onFailed(error);
    });
    connect(m_ui->revealDetailPushButton, &QPushButton::clicked, this, [this] {
        begin();
        m_desk->reveal(u"number"_s);
    });
    connect(m_ui->withdrawReasonLine, &ReasonLine::reasonGiven, this, [this](const QString &reason) {
        begin();
        // The line is gone, and the keyboard must not leave the case with it.
        m_ui->partsListView->setFocus();
        m_withdrawing = true;
        m_desk->withdraw(reason);
    });
    connect(m_ui->handInPanel, &HandInPanel::typed, this, &CaseDetailPane::onTyped);
    connect(m_ui->handInPanel, &HandInPanel::answered, this, [this](const domain::PartId &partId, const QString &note) {
        begin();
        m_desk->answerCorrection(partId, note);
    });
}

void CaseDetailPane::begin()
{
    m_withdrawing = false;
    m_ui->detailErrorLine->setError({});
}

void CaseDetailPane::onFailed(const domain::Error &error)
{
    m_ui->detailErrorLine->setError(error);
    if (std::exchange(m_withdrawing, false))
        m_ui->withdrawReasonLine->askAgain();
    if (m_detail.whole.id != m_id) {
        // It could not even be opened: why stands in its place, and nothing of the case before.
        wipe();
        m_ui->detailStageTag->setTag({});
        for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->revealDetailPushButton, m_ui->detailActionFrame, m_ui->handInPanel})
            widget->hide();
    }
    show();
}

void CaseDetailPane::open(const domain::CaseId &id)
{
    m_id = id;
    begin();
    m_ui->handInPanel->clear();
    m_ui->withdrawReasonLine->hide();
    m_desk->openCase(id);
}

void CaseDetailPane::wipe()
{
    m_detail = {};
    for (QLabel *label : std::initializer_list<QLabel *>{m_ui->detailNumberLabel, m_ui->detailTitleLabel, m_ui->detailPersonLabel})
        label->clear();
    m_parts->setRows({});
    m_ui->detailFilesListView->setFiles({});
    m_ui->detailTimelinePane->present({});
}

void CaseDetailPane::forget()
{
    m_id = domain::CaseId();
    hide();
    m_desk->closeCase();
    wipe();
    m_ui->handInPanel->clear();
    begin();
    m_ui->withdrawReasonLine->forget();
}

void CaseDetailPane::leave()
{
    forget();
    Q_EMIT closed();
}

void CaseDetailPane::onTyped(const domain::PartId &partId, const QString &note)
{
    for (desk::CorrectionView &correction : m_detail.handIn.corrections) {
        if (correction.partId == partId)
            correction.note = note;
    }
    m_desk->typeAnswer(partId, note);
}

void CaseDetailPane::presentHandIn()
{
    const desk::ItemView *chosen = m_parts->row(m_ui->partsListView->currentIndex());
    m_ui->handInPanel->present(m_detail.handIn, chosen ? chosen->partId : domain::PartId());
}

void CaseDetailPane::present()
{
    const domain::Case &whole = m_detail.whole;
    const bool draft = whole.stage == domain::CaseStage::Draft;
    m_ui->detailNumberLabel->setText(!whole.number.isEmpty() ? whole.number : !whole.provisionalReceipt.isEmpty() ? whole.provisionalReceipt : tr("Draft"));
    QStringList names;
    for (const desk::ItemView &item : std::as_const(m_detail.items))
        names << item.name;
    m_ui->detailTitleLabel->setText(m_detail.lifeEventName.isEmpty() ? Words::listed(names) : m_detail.lifeEventName);
    QStringList person;
    if (whole.applicant) {
        const bool shown = m_detail.numberRevealed;
        person << (shown ? whole.applicant->name : domain::maskName(whole.applicant->name, whole.applicant->birth, hallToday())) << (shown ? whole.applicant->number : domain::maskNumber(whole.applicant->number));
    }
    m_ui->detailPersonLabel->setText(person.join(u" · "_s));
    m_ui->revealDetailPushButton->setVisible(whole.applicant.has_value());
    m_ui->revealDetailPushButton->setEnabled(!m_detail.numberRevealed);
    m_ui->detailStageTag->setTag(m_detail.refused ? Words::refusedCase() : Words::stage(whole.stage));
    m_parts->setRows(m_detail.items);
    QList<FileRow> files;
    for (const desk::MaterialFiles &material : std::as_const(m_detail.files)) {
        for (const domain::AttachedFile &file : material.files)
            files.append({file, material.name});
    }
    m_ui->detailFilesListView->setFiles(files);
    m_ui->detailTimelinePane->present(m_detail.timeline);
    const bool another = draft && !m_detail.draftOf.isEmpty();
    m_ui->draftOfLabel->setVisible(another);
    //: %1 the clerk who fills it
    m_ui->draftOfLabel->setText(tr("A draft of %1, who goes on with it.").arg(m_detail.draftOf));
    m_ui->openDraftPushButton->setVisible(draft && !another);
    m_ui->handInPushButton->setVisible(m_detail.handIn.isOpen());
    m_ui->withdrawPushButton->setVisible(m_detail.mayWithdraw);
    m_ui->detailActionFrame->setVisible(draft || m_detail.mayWithdraw || m_detail.handIn.isOpen());
    presentHandIn();
    show();
}

void CaseDetailPane::retranslate()
{
    m_ui->retranslateUi(this);
    m_parts->retranslate();
    m_ui->detailFilesListView->retranslate();
    if (!m_id.isNull() && m_detail.whole.id == m_id)
        present();
}

void CaseDetailPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        Pane::keyPressEvent(event);
}

} // namespace yichuang::ui
