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
    connect(m_ui->clearMaterialPushButton, &QPushButton::clicked, this, [this] { m_desk->clearMaterial(m_material.key); });
}

void MaterialPanel::onAttach()
{
    m_prompter->chooseFile(this, tr("File for %1").arg(m_material.name), [this, key = m_material.key](const QString &path) {
        m_desk->attachFile(key, path);
    });
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
        if (!taken->fileName.isEmpty())
            lines << tr("File %1, %2 KB, stored encrypted").arg(taken->fileName).arg((taken->fileSize + 1023) / 1024);
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
    if (m_desk && isVisible())
        present(m_desk->view(), m_material.key);
}

} // namespace yichuang::ui
