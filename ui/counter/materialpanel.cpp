// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/materialpanel.h"

#include "kit/words.h"
#include "ui_materialpanel.h"

namespace yichuang::ui {

using namespace Qt::StringLiterals;
using domain::MaterialWay;

MaterialPanel::MaterialPanel(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::MaterialPanel>())
{
    m_ui->setupUi(this);
    m_ui->dueDateEdit->setDate(hallToday().addDays(10));
    hide();
}

MaterialPanel::~MaterialPanel() = default;

void MaterialPanel::bind(desk::CounterDesk *desk, Prompter *prompter)
{
    m_desk = desk;
    m_prompter = prompter;
    const auto satisfy = [this](QPushButton *button, MaterialWay way) {
        connect(button, &QPushButton::clicked, this, [this, way] {
            m_desk->satisfyMaterial(m_material.key, way, {}, way == MaterialWay::Deferred ? m_ui->dueDateEdit->date() : QDate());
        });
    };
    satisfy(m_ui->originalPushButton, MaterialWay::OriginalSeen);
    satisfy(m_ui->statementPushButton, MaterialWay::SelfMade);
    satisfy(m_ui->promisePushButton, MaterialWay::Promise);
    satisfy(m_ui->deferPushButton, MaterialWay::Deferred);
    connect(m_ui->useCertificatePushButton, &QPushButton::clicked, this, [this] {
        m_desk->useCertificate(m_material.key, m_ui->certificateComboBox->currentData().toString());
    });
    connect(m_ui->attachPushButton, &QPushButton::clicked, this, &MaterialPanel::onAttach);
    connect(m_ui->removeFilePushButton, &QPushButton::clicked, this, &MaterialPanel::onRemoveFile);
    connect(m_ui->filesListView, &FilesListView::removeAsked, this, &MaterialPanel::onRemoveFile);
    connect(m_ui->clearMaterialPushButton, &QPushButton::clicked, this, [this] { m_desk->clearMaterial(m_material.key); });
}

void MaterialPanel::onAttach()
{
    m_prompter->chooseFiles(this, tr("Files for %1").arg(m_material.name), [this, key = m_material.key](const QStringList &paths) {
        m_desk->attachFiles(key, paths);
    });
}

void MaterialPanel::onRemoveFile()
{
    if (m_ui->removeFilePushButton->isEnabled())
        m_desk->removeFile(m_material.key, m_ui->filesListView->currentFile());
}

void MaterialPanel::presentFiles(const desk::CounterView &view, const domain::PlannedMaterial &material)
{
    QList<FileRow> rows;
    const QList<domain::AttachedFile> files = view.openCase.materials.value(material.key).files;
    for (const domain::AttachedFile &file : files)
        rows.append({file});
    const bool hadFocus = m_ui->filesListView->hasFocus() || m_ui->removeFilePushButton->hasFocus();
    const bool draft = view.phase == desk::CounterPhase::Draft;
    const bool open = view.edits.materials.contains(material.key);
    m_ui->filesListView->setFiles(rows);
    // What the button beside it would remove is always to be seen.
    if (!rows.isEmpty() && !m_ui->filesListView->currentIndex().isValid())
        m_ui->filesListView->setCurrentIndex(m_ui->filesListView->model()->index(0, 0));
    m_ui->removeFilePushButton->setVisible(!rows.isEmpty() && open);
    m_ui->removeFilePushButton->setEnabled(open && (draft || rows.size() > 1));
    m_ui->lastFileLabel->setVisible(rows.size() == 1 && open && !draft);
    // The keyboard stays in the material, with its files as long as there are any.
    if (hadFocus && rows.isEmpty())
        focusFirstWay();
    else if (hadFocus && !m_ui->removeFilePushButton->isEnabled())
        m_ui->filesListView->setFocus(Qt::OtherFocusReason);
}

void MaterialPanel::presentReasons(const desk::CounterView &view, const domain::PlannedMaterial &material)
{
    QStringList lines;
    const QDate day = view.openCase.rulesDay.isValid() ? view.openCase.rulesDay : hallToday();
    for (const domain::MaterialUse &use : material.uses) {
        const domain::ServiceItem *item = m_desk->catalogue().item(use.itemId, day);
        //: %1 item, %2 why it asks for the material
        lines << tr("%1: %2").arg(item ? item->name : use.itemId, use.reason);
    }
    if (!material.produces.isEmpty()) {
        const domain::ServiceItem *producer = m_desk->catalogue().item(material.produces, day);
        //: %1 an item of the same case
        lines << tr("Comes out of this case itself (%1); nobody has to bring it.").arg(producer ? producer->name : material.produces);
    }
    if (!material.unusable.isEmpty())
        lines << tr("%n certificate(s) would fit but are expired or revoked.", nullptr, int(material.unusable.size()));
    const auto taken = view.openCase.materials.constFind(material.key);
    if (taken != view.openCase.materials.constEnd()) {
        if (!taken->files.isEmpty())
            lines << tr("%n file(s), stored encrypted", nullptr, int(taken->files.size()));
        if (taken->due.isValid())
            lines << tr("Follows until %1").arg(dayText(taken->due));
    }
    if (!material.commonMistake.isEmpty())
        lines << tr("Common mistake: %1").arg(material.commonMistake);
    m_ui->materialReasonLabel->setText(lines.join(u'\n'));
}

void MaterialPanel::presentWays(const desk::CounterView &view, const domain::PlannedMaterial &material)
{
    const bool draft = view.phase == desk::CounterPhase::Draft;
    const bool open = view.edits.materials.contains(material.key);
    const auto offer = [&material, open](QPushButton *button, MaterialWay way) {
        button->setVisible(material.ways.contains(way));
        button->setEnabled(open);
    };
    offer(m_ui->originalPushButton, MaterialWay::OriginalSeen);
    offer(m_ui->attachPushButton, MaterialWay::FileAttached);
    offer(m_ui->statementPushButton, MaterialWay::SelfMade);
    offer(m_ui->promisePushButton, MaterialWay::Promise);
    offer(m_ui->deferPushButton, MaterialWay::Deferred);
    // What is handed in after receipt is not put off again.
    const bool defers = draft && material.ways.contains(MaterialWay::Deferred);
    m_ui->deferPushButton->setVisible(defers);
    m_ui->dueDateEdit->setVisible(defers);
    m_ui->dueDateEdit->setMinimumDate(hallToday().addDays(1)); // what follows comes on another day
    const bool fromCertificate = !material.candidates.isEmpty();
    m_ui->useCertificatePushButton->setVisible(fromCertificate);
    m_ui->useCertificatePushButton->setEnabled(open);
    m_ui->certificateComboBox->setVisible(material.candidates.size() > 1);
    const bool satisfied = material.status != domain::MaterialStatus::Missing && material.status != domain::MaterialStatus::NotNeeded;
    m_ui->clearMaterialPushButton->setVisible(satisfied && draft);
    placeWays();
}

void MaterialPanel::placeWays()
{
    constexpr int columns = 3;
    QWidget *all[] = {m_ui->useCertificatePushButton, m_ui->originalPushButton, m_ui->attachPushButton, m_ui->statementPushButton,
                      m_ui->promisePushButton, m_ui->deferPushButton, m_ui->dueDateEdit, m_ui->clearMaterialPushButton};
    QList<QWidget *> offered;
    for (QWidget *way : all) {
        if (!way->isHidden())
            offered << way;
    }
    if (offered == m_offered)
        return;
    m_offered = offered;
    for (QWidget *way : all)
        m_ui->waysLayout->removeWidget(way);
    // One after the other, so that a way that is not offered leaves no hole.
    for (qsizetype place = 0; place < offered.size(); ++place)
        m_ui->waysLayout->addWidget(offered.at(place), int(place) / columns, int(place) % columns);
}

void MaterialPanel::present(const desk::CounterView &view, const QString &key)
{
    const auto found = std::find_if(view.plan.materials.cbegin(), view.plan.materials.cend(), [&key](const domain::PlannedMaterial &material) { return material.key == key; });
    const bool any = !key.isEmpty() && found != view.plan.materials.cend();
    setVisible(any);
    if (!any)
        return;
    m_material = *found;
    m_ui->materialNameLabel->setText(found->name + u" · "_s + Words::necessity(found->necessity));
    m_ui->materialStatusTag->setTag(Words::material(*found));
    presentReasons(view, *found);
    m_ui->certificateComboBox->clear();
    for (const QString &identifier : found->candidates) {
        for (const desk::CertificateView &certificate : view.certificates) {
            const domain::CertificateSummary &summary = certificate.summary;
            if (summary.identifier == identifier)
                m_ui->certificateComboBox->addItem(summary.typeName + u" · "_s + summary.maskedNumber + u" · "_s + Words::relation(summary.relation), identifier);
        }
    }
    m_ui->certificateComboBox->setCurrentIndex(qMax(0, m_ui->certificateComboBox->findData(found->certificateIdentifier)));
    presentWays(view, *found);
    presentFiles(view, *found);
}

void MaterialPanel::focusFirstWay()
{
    for (QPushButton *button : {m_ui->useCertificatePushButton, m_ui->originalPushButton, m_ui->attachPushButton, m_ui->statementPushButton, m_ui->promisePushButton, m_ui->deferPushButton}) {
        if (button->isVisible() && button->isEnabled()) {
            button->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void MaterialPanel::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->filesListView->retranslate();
    if (m_desk && isVisible())
        present(m_desk->view(), m_material.key);
}

} // namespace yichuang::ui
