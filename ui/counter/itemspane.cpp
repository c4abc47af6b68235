// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/itemspane.h"

#include "counter/hitdelegate.h"
#include "kit/downkey.h"
#include "kit/keepcurrent.h"
#include "kit/words.h"
#include "ui_itemspane.h"

#include <QShortcut>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

ItemsPane::ItemsPane(QWidget *parent)
    : Pane(parent)
    , m_model(new HitsModel(this))
    , m_ui(std::make_unique<Ui::ItemsPane>())
{
}

ItemsPane::~ItemsPane() = default;

void ItemsPane::bind(desk::CounterDesk *desk)
{
    m_desk = desk;
    m_ui->setupUi(this);
    m_ui->hitsListView->setModel(m_model);
    m_ui->hitsListView->setItemDelegate(new HitDelegate(this));
    m_ui->hitsListView->setUniformItemSizes(true);
    new KeepCurrent(m_ui->hitsListView);
    m_ui->guideFrame->hide();
    setFirstStop(m_ui->itemSearchLineEdit);
    connect(m_ui->itemSearchLineEdit, &QLineEdit::textChanged, this, &ItemsPane::search);
    connect(m_ui->categoryComboBox, &QComboBox::currentIndexChanged, this, &ItemsPane::search);
    connect(m_ui->itemSearchLineEdit, &QLineEdit::returnPressed, this, &ItemsPane::goToHits);
    connect(new DownKey(m_ui->itemSearchLineEdit), &DownKey::pressed, this, &ItemsPane::goToHits);
    connect(m_ui->hitsListView->selectionModel(), &QItemSelectionModel::currentChanged, this, &ItemsPane::onChosen);
    connect(m_ui->hitsListView, &QListView::activated, this, &ItemsPane::onTake);
    connect(m_ui->takeItemPushButton, &QPushButton::clicked, this, &ItemsPane::onTake);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, &ItemsPane::takeFocus);
    retranslate();
}

void ItemsPane::takeFocus()
{
    m_ui->itemSearchLineEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->itemSearchLineEdit->selectAll();
}

void ItemsPane::goToHits()
{
    m_ui->hitsListView->setFocus();
    m_ui->hitsListView->setCurrentIndex(m_model->index(0, 0));
}

void ItemsPane::forgetSearch()
{
    m_ui->itemSearchLineEdit->clear();
    m_ui->categoryComboBox->setCurrentIndex(0);
}

void ItemsPane::forget()
{
    forgetSearch();
    m_ui->hitsListView->setCurrentIndex({});
}

QDate ItemsPane::day() const
{
    const QDate rules = m_desk->view().openCase.rulesDay;
    return rules.isValid() ? rules : hallToday();
}

void ItemsPane::fillCategories()
{
    const QString chosen = m_ui->categoryComboBox->currentData().toString();
    const QSignalBlocker quiet(m_ui->categoryComboBox);
    m_ui->categoryComboBox->clear();
    m_ui->categoryComboBox->addItem(tr("All categories"), QString());
    for (const domain::Category &category : m_desk->catalogue().content().categories)
        m_ui->categoryComboBox->addItem(category.name, category.id);
    m_ui->categoryComboBox->setCurrentIndex(qMax(0, m_ui->categoryComboBox->findData(chosen)));
}

void ItemsPane::search()
{
    if (!m_desk)
        return;
    const QList<desk::ItemHit> hits = m_desk->search(m_ui->itemSearchLineEdit->text(), m_ui->categoryComboBox->currentData().toString());
    m_model->setRows(hits);
    const bool found = !hits.isEmpty();
    m_ui->hitsListView->setVisible(found);
    m_ui->hitsStateView->setVisible(!found);
    if (m_desk->catalogue().content().items.isEmpty())
        m_ui->hitsStateView->setState(StateView::Kind::Offline, tr("No catalogue on this computer yet"), tr("It comes with the first connection to the exchange; if it does not, the page Sync says why."));
    else
        m_ui->hitsStateView->setState(StateView::Kind::Empty, tr("No item found"), tr("Try fewer characters or the initials of the pinyin."));
    onChosen();
}

bool ItemsPane::isTaken(const desk::ItemHit &hit) const
{
    const desk::CounterView &view = m_desk->view();
    if (hit.lifeEvent)
        return view.openCase.lifeEventId == hit.id;
    return std::any_of(view.items.cbegin(), view.items.cend(), [&hit](const desk::ItemView &item) { return item.itemId == hit.id; });
}

void ItemsPane::onChosen()
{
    const desk::ItemHit *hit = m_model->row(m_ui->hitsListView->currentIndex());
    m_ui->guideFrame->setVisible(hit != nullptr);
    if (!hit)
        return;
    m_ui->guideTitleLabel->setText(hit->name);
    const bool taken = isTaken(*hit);
    m_ui->takeItemPushButton->setEnabled(!taken && !hit->suspension && m_desk->view().phase == desk::CounterPhase::Draft);
    m_ui->takeItemPushButton->setText(taken ? tr("In the case") : hit->suspension ? tr("Suspended") : hit->lifeEvent ? tr("Choose life event") : tr("Add to case"));
    const QString key = hit->id + QString::number(m_desk->catalogue().version()) + QLocale().name();
    if (m_ui->guideTextBrowser->property("shown").toString() == key)
        return;
    m_ui->guideTextBrowser->setProperty("shown", key);
    if (hit->lifeEvent) {
        if (const domain::LifeEvent *event = m_desk->catalogue().lifeEvent(hit->id, day()))
            m_ui->guideTextBrowser->showLifeEvent(m_desk->catalogue(), *event, day());
    } else if (const domain::ServiceItem *item = m_desk->catalogue().item(hit->id, day())) {
        m_ui->guideTextBrowser->showItem(m_desk->catalogue(), *item);
    }
}

void ItemsPane::onTake()
{
    const desk::ItemHit *hit = m_model->row(m_ui->hitsListView->currentIndex());
    if (!hit || hit->suspension || isTaken(*hit) || m_desk->view().phase != desk::CounterPhase::Draft)
        return;
    hit->lifeEvent ? m_desk->chooseLifeEvent(hit->id) : m_desk->addItem(hit->id);
}

void ItemsPane::showGuideOf(const QString &itemId)
{
    m_ui->categoryComboBox->setCurrentIndex(0);
    // By its name: of a great catalogue an empty search shows the beginning only.
    const domain::ServiceItem *item = m_desk->catalogue().item(itemId, day());
    m_ui->itemSearchLineEdit->setText(item ? item->name : QString());
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (m_model->rows().at(i).id == itemId && !m_model->rows().at(i).lifeEvent)
            m_ui->hitsListView->setCurrentIndex(m_model->index(i, 0));
    }
    m_ui->guideTextBrowser->setFocus();
}

void ItemsPane::present(const desk::CounterView &)
{
    if (m_catalogueVersion != m_desk->catalogue().version()) {
        m_catalogueVersion = m_desk->catalogue().version();
        fillCategories();
        search();
    }
    onChosen();
}

void ItemsPane::retranslate()
{
    m_ui->retranslateUi(this);
    m_model->retranslate();
    m_catalogueVersion = -1;
    if (m_desk)
        present(m_desk->view());
}

} // namespace yichuang::ui
