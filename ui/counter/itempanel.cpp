// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/itempanel.h"

#include "counter/caselistmodel.h"
#include "kit/words.h"
#include "ui_itempanel.h"

namespace yichuang::ui {

using namespace Qt::StringLiterals;

ItemPanel::ItemPanel(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::ItemPanel>())
{
    m_ui->setupUi(this);
    hide();
}

ItemPanel::~ItemPanel() = default;

void ItemPanel::bind(desk::CounterDesk *desk)
{
    m_desk = desk;
    connect(m_ui->removeItemPushButton, &QPushButton::clicked, this, [this] { m_desk->removeItem(m_item.partId); });
    connect(m_ui->showGuidePushButton, &QPushButton::clicked, this, [this] { Q_EMIT guideAsked(m_item.itemId); });
}

void ItemPanel::present(const desk::CounterView &view, const QString &partId)
{
    const auto found = std::find_if(view.items.cbegin(), view.items.cend(), [&partId](const desk::ItemView &item) {
        return item.partId.toString(QUuid::WithoutBraces) == partId;
    });
    const bool any = !partId.isEmpty() && found != view.items.cend();
    setVisible(any);
    if (!any)
        return;
    m_item = *found;
    m_ui->itemNameLabel->setText(found->name);
    m_ui->itemStatusTag->setTag(CaseListModel::tagOf({CaseListRow::Kind::Item, partId, found->name, *found, {}, 0}));
    QStringList lines{found->departmentName + u" · "_s + CaseListModel::limitText(*found)};
    const domain::ServiceItem *item = m_desk->catalogue().item(found->itemId, view.openCase.rulesDay.isValid() ? view.openCase.rulesDay : hallToday());
    if (item) {
        lines << tr("Statutory limit %1").arg(Words::limit(item->statutory, domain::CaseKind::Promised));
        if (item->fees.isEmpty())
            lines << tr("No fee");
        for (const domain::Fee &fee : item->fees)
            lines << tr("%1: %2 yuan").arg(fee.name, QString::number(double(fee.fen) / 100.0, 'f', 2));
    }
    if (found->dueProvisional)
        lines << tr("The due day is provisional: the public holidays of its year are not published yet, so only weekends are left out.");
    if (!found->number.isEmpty())
        lines << tr("Number %1").arg(found->number);
    m_ui->itemTextLabel->setText(lines.join(u'\n'));
    m_ui->removeItemPushButton->setEnabled(view.phase == desk::CounterPhase::Draft);
}

void ItemPanel::retranslate()
{
    m_ui->retranslateUi(this);
    if (m_desk && isVisible())
        present(m_desk->view(), m_item.partId.toString(QUuid::WithoutBraces));
}

} // namespace yichuang::ui
