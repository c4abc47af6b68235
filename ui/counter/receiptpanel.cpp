// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/receiptpanel.h"

#include "kit/words.h"
#include "ui_receiptpanel.h"

#include <QApplication>
#include <algorithm>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

ReceiptPanel::ReceiptPanel(QWidget *parent)
    : Pane(parent)
    , m_model(new PartsModel(this))
    , m_ui(std::make_unique<Ui::ReceiptPanel>())
{
}

ReceiptPanel::~ReceiptPanel() = default;

void ReceiptPanel::bind(desk::CounterDesk *desk)
{
    m_desk = desk;
    m_ui->setupUi(this);
    m_ui->receiptListView->setModel(m_model);
    m_ui->receiptListView->setItemDelegate(new PartDelegate(this));
    connect(m_ui->nextApplicantPushButton, &QPushButton::clicked, desk, [desk] { desk->newCase(); });
    retranslate();
}

void ReceiptPanel::takeFocus()
{
    // While the case is being saved nobody can be next: the list waits with the keyboard.
    const bool opens = m_ui->nextApplicantPushButton->isEnabled();
    (opens ? static_cast<QWidget *>(m_ui->nextApplicantPushButton) : m_ui->receiptListView)->setFocus(Qt::ShortcutFocusReason);
}

void ReceiptPanel::present(const desk::CounterView &view)
{
    const bool receiving = view.phase == desk::CounterPhase::Receiving;
    const bool official = !view.openCase.number.isEmpty();
    m_ui->receiptTag->setTag(receiving ? TagText{Tone::Accent, tr("Saving"), Mark::Clock}
                             : official ? TagText{Tone::Ok, tr("At the exchange"), Mark::Tick} : TagText{Tone::Warn, tr("Provisional"), Mark::Clock});
    m_ui->receiptCaptionLabel->setText(official ? tr("Case number") : tr("Provisional receipt"));
    m_ui->receiptNumberLabel->setText(official ? view.openCase.number : receiving ? u"…"_s : view.openCase.provisionalReceipt);
    m_ui->receiptTextLabel->setText(official ? officialText(view.items) : provisionalText(view.items));
    m_model->setRows(view.items);
    const bool opens = !receiving && !m_ui->nextApplicantPushButton->isEnabled();
    m_ui->nextApplicantPushButton->setEnabled(!receiving);
    if (opens && isAncestorOf(QApplication::focusWidget()))
        takeFocus();
}

QString ReceiptPanel::officialText(const QList<desk::ItemView> &items)
{
    const auto awaiting = std::count_if(items.cbegin(), items.cend(), [](const desk::ItemView &item) {
        return item.departmentAccepts && item.state == domain::PartState::Received;
    });
    if (awaiting > 0)
        return tr("The exchange has the case. %n item(s) still wait for acceptance: the department answers by the day shown, or the item counts as accepted. What happens shows in the timeline.",
                  nullptr, int(awaiting));
    return tr("The exchange has the case. Each department decides its own item; what happens shows in the timeline.");
}

QString ReceiptPanel::provisionalText(const QList<desk::ItemView> &items)
{
    const QString text = tr("The materials are received and stored encrypted on this computer. Formal acceptance and numbers come from the exchange as soon as it is reached.");
    const auto examined = std::count_if(items.cbegin(), items.cend(), [](const desk::ItemView &item) { return item.departmentAccepts; });
    if (examined == 0)
        return text;
    //: follows a sentence about formal acceptance
    const QString more = tr("%n item(s) are examined by their department before acceptance.", nullptr, int(examined));
    //: two sentences, one after the other; Chinese has no space between them
    return tr("%1 %2").arg(text, more);
}

void ReceiptPanel::retranslate()
{
    m_ui->retranslateUi(this);
    m_model->retranslate();
    if (m_desk)
        present(m_desk->view());
}

} // namespace yichuang::ui
