// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/casecolumn.h"

#include "counter/caselistdelegate.h"
#include "kit/keepcurrent.h"
#include "kit/tokens.h"
#include "kit/words.h"
#include "ui_casecolumn.h"

namespace yichuang::ui {

using namespace Qt::StringLiterals;

CaseColumn::CaseColumn(QWidget *parent)
    : Pane(parent)
    , m_model(new CaseListModel(this))
    , m_ui(std::make_unique<Ui::CaseColumn>())
{
}

CaseColumn::~CaseColumn() = default;

void CaseColumn::bind(desk::CounterDesk *desk, Prompter *prompter)
{
    m_desk = desk;
    m_ui->setupUi(this);
    m_ui->caseListView->setModel(m_model);
    m_ui->caseListView->setItemDelegate(new CaseListDelegate(this));
    m_ui->caseListView->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    new KeepCurrent(m_ui->caseListView);
    connect(m_ui->caseListView->selectionModel(), &QItemSelectionModel::currentChanged, this, &CaseColumn::presentPanels);
    connect(m_ui->caseListView, &QListView::activated, this, [this] { m_ui->materialPanel->focusFirstWay(); });
    connect(m_ui->missingPushButton, &QPushButton::clicked, this, &CaseColumn::missingAsked);
    connect(m_ui->itemPanel, &ItemPanel::guideAsked, this, &CaseColumn::guideAsked);
    connect(m_ui->discardPushButton, &QPushButton::clicked, this, [this] {
        m_ui->discardReasonLine->ask(tr("Why the draft is discarded"), tr("Discard"));
    });
    m_ui->materialPanel->bind(desk, prompter);
    m_ui->itemPanel->bind(desk);
    connect(m_ui->savePushButton, &QPushButton::clicked, desk, [desk] { desk->saveNow(); });
    connect(m_ui->receivePushButton, &QPushButton::clicked, desk, [desk] { desk->receive(); });
    connect(m_ui->leaveCasePushButton, &QPushButton::clicked, desk, [desk] { desk->newCase(); });
    connect(m_ui->handInPanel, &HandInPanel::answered, desk, [desk](const domain::PartId &partId, const QString &note) { desk->answerCorrection(partId, note); });
    connect(m_ui->handInPanel, &HandInPanel::missingAsked, this, &CaseColumn::missingAsked);
    connect(m_ui->handInPanel, &HandInPanel::typed, desk, [desk](const domain::PartId &partId, const QString &note) { desk->typeAnswer(partId, note); });
    connect(m_ui->discardReasonLine, &ReasonLine::reasonGiven, desk, [desk](const QString &reason) { desk->discardDraft(reason); });
    retranslate();
}

bool CaseColumn::isListed(const desk::CounterView &view)
{
    switch (view.listing) {
    case desk::ListingState::Loading:
    case desk::ListingState::Offline:
    case desk::ListingState::Failed:
    case desk::ListingState::AwaitsHolder: return false;
    case desk::ListingState::None:
    case desk::ListingState::Ready:
    case desk::ListingState::Cached: break;
    }
    return true;
}

int CaseColumn::stepOf(const desk::CounterView &view)
{
    if (view.phase == desk::CounterPhase::Received)
        return 5;
    if (view.phase == desk::CounterPhase::HandingIn)
        return 3;
    if (!view.openCase.applicant)
        return 0;
    if (view.items.isEmpty())
        return isListed(view) ? 2 : 1;
    return view.plan.missing.isEmpty() ? 4 : 3;
}

static bool isTyped(const desk::CounterView &view)
{
    return view.openCase.applicant && view.openCase.applicant->method == domain::IdentityMethod::Typed;
}

QSet<int> CaseColumn::stepsUndone(const desk::CounterView &view)
{
    QSet<int> undone;
    if (isTyped(view))
        undone.insert(0);
    if (!isListed(view))
        undone.insert(1);
    return undone;
}

static MaterialCounts countsOf(const domain::CasePlan &plan)
{
    using Status = domain::MaterialStatus;
    MaterialCounts counts;
    for (const domain::PlannedMaterial &material : plan.materials) {
        const bool optional = material.necessity == domain::Necessity::Optional;
        switch (material.status) {
        case Status::FromCertificate: ++counts.exempt; break;
        case Status::OriginalSeen:
        case Status::Attached:
        case Status::SelfMade: ++counts.taken; break;
        case Status::Promised:
        case Status::Deferred: ++counts.later; break;
        case Status::Missing: ++(optional ? counts.optional : counts.missing); break;
        case Status::NotNeeded: ++(material.produces.isEmpty() ? counts.optional : counts.exempt); break;
        }
    }
    return counts;
}

void CaseColumn::presentMaterialCounts(const MaterialCounts &counts)
{
    m_ui->materialBar->setCounts(counts);
    const auto strong = [](QRgb colour, const QString &text) { return u"<b style='color:%1'>%2</b>"_s.arg(QColor(colour).name(), text); };
    QStringList parts;
    if (counts.exempt > 0)
        parts << strong(token::ok, tr("%n exempt", nullptr, counts.exempt));
    if (counts.taken > 0)
        parts << strong(token::accent, tr("%n taken", nullptr, counts.taken));
    if (counts.later > 0)
        parts << strong(token::warn, tr("%n later", nullptr, counts.later));
    if (counts.missing > 0)
        parts << strong(token::bad, tr("%n missing", nullptr, counts.missing));
    if (counts.optional > 0) {
        //: materials that may be left out and are
        parts << strong(token::mute, tr("%n optional", nullptr, counts.optional));
    }
    //: %1 counts of materials by how they are satisfied
    m_ui->materialSummaryLabel->setText(tr("Materials %n: %1", nullptr, counts.total()).arg(parts.join(u" · "_s)));
    m_ui->materialSummaryLabel->setVisible(counts.total() > 0);
    m_ui->materialBar->setVisible(counts.total() > 0);
}

void CaseColumn::presentSummary(const desk::CounterView &view)
{
    QSet<QString> departments;
    for (const desk::ItemView &item : view.items)
        departments << item.departmentId;
    QStringList summary;
    if (!view.lifeEventName.isEmpty())
        summary << view.lifeEventName;
    if (!view.items.isEmpty()) {
        //: %1 "n departments", %2 "n items"
        summary << tr("%1, %2").arg(tr("%n department(s)", nullptr, int(departments.size())), tr("%n item(s)", nullptr, int(view.items.size())));
    }
    m_ui->caseSummaryLabel->setText(summary.join(u" · "_s));
    presentMaterialCounts(countsOf(view.plan));
}

QString CaseColumn::missingOfAgent(const std::optional<domain::Agency> &agency)
{
    const bool entrusted = agency && agency->capacity == domain::AgentCapacity::EntrustedAgent;
    if (entrusted && agency->relation.isEmpty())
        return tr("the agent's relation to the applicant");
    if (entrusted && !agency->validUntil.isValid())
        return tr("the day until which the agent is authorised");
    return tr("the agent's authority");
}

void CaseColumn::presentMissing(const desk::CounterView &view)
{
    const QList<domain::Missing> &missing = view.plan.missing;
    const bool draft = view.phase == desk::CounterPhase::Draft;
    m_ui->receivePushButton->setEnabled(draft && missing.isEmpty() && !view.items.isEmpty());
    m_ui->savePushButton->setEnabled(draft);
    m_ui->discardPushButton->setVisible(draft);
    m_ui->missingPushButton->setVisible(draft && !missing.isEmpty());
    const bool handsIn = view.phase == desk::CounterPhase::HandingIn;
    m_ui->savePushButton->setVisible(!handsIn);
    m_ui->receivePushButton->setVisible(!handsIn);
    m_ui->leaveCasePushButton->setVisible(handsIn);
    m_ui->handInPanel->present(handsIn ? view.handIn : desk::HandInView());
    if (missing.isEmpty())
        return;
    const domain::Missing &first = missing.first();
    const QDate day = view.openCase.rulesDay.isValid() ? view.openCase.rulesDay : hallToday();
    const domain::ServiceItem *item = m_desk->catalogue().item(first.itemId, day);
    QString what = first.text;
    using Kind = domain::Missing::Kind;
    if (first.kind == Kind::Applicant)
        what = tr("the applicant");
    else if (first.kind == Kind::Items)
        what = tr("an item or life event");
    else if (first.kind == Kind::AgentAuthority)
        what = missingOfAgent(view.openCase.agency);
    const QString line = item ? tr("%n missing: %1 (%2)", nullptr, int(missing.size())).arg(what, item->name) : tr("%n missing: %1", nullptr, int(missing.size())).arg(what);
    QString shown = first.kind == Kind::Stopped ? tr("Cannot go on: %1").arg(what) : line;
    shown += u"  F6"_s;
    m_ui->missingPushButton->setFullText(shown);
}

void CaseColumn::presentPanels()
{
    const CaseListRow *row = m_model->row(m_ui->caseListView->currentIndex());
    const desk::CounterView &view = m_desk->view();
    m_ui->materialPanel->present(view, row && row->kind == CaseListRow::Kind::Material ? row->key : QString());
    m_ui->itemPanel->present(view, row && row->kind == CaseListRow::Kind::Item ? row->key : QString());
}

void CaseColumn::present(const desk::CounterView &view)
{
    //: the five steps of a case, as short as can be: read the card, list certificates, choose items, check materials, confirm
    const QString read = tr("Read");
    //: in place of "Read": the applicant was typed in without a card; as short as the other steps
    const QString typed = tr("Type");
    m_ui->stepLine->setSteps({isTyped(view) ? typed : read, tr("List"), tr("Choose"), tr("Check"), tr("Confirm")}, stepOf(view), stepsUndone(view));
    if (view.openCase.id != m_shownCase) {
        m_shownCase = view.openCase.id;
        m_ui->handInPanel->clear();
    }
    m_model->setView(view, m_desk->catalogue());
    const bool any = m_model->rowCount() > 0;
    m_ui->caseListView->setVisible(any);
    m_ui->caseStateView->setVisible(!any);
    if (view.phase == desk::CounterPhase::Idle)
        m_ui->caseStateView->setState(StateView::Kind::Empty, tr("No case open"), tr("A card on the reader opens one."));
    else
        m_ui->caseStateView->setState(StateView::Kind::Empty, tr("No item chosen"), tr("Choose a life event or items: Alt+2."));
    presentSummary(view);
    presentMissing(view);
    presentPanels();
}

void CaseColumn::showMaterial(const QString &key)
{
    const QModelIndex index = m_model->indexOfMaterial(key);
    m_ui->caseListView->setCurrentIndex(index);
    m_ui->caseListView->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_ui->materialPanel->focusFirstWay();
}

void CaseColumn::goToHandIn()
{
    const desk::HandInView &handIn = m_desk->view().handIn;
    if (!handIn.corrections.isEmpty())
        m_ui->handInPanel->focusNote();
    else if (!handIn.deferred.isEmpty())
        showMaterial(handIn.deferred.first().key);
}

void CaseColumn::focusList()
{
    m_ui->caseListView->setFocus(Qt::ShortcutFocusReason);
}

std::optional<QString> CaseColumn::materialAt(const QWidget *widget) const
{
    if (widget != m_ui->caseListView && !m_ui->materialPanel->isAncestorOf(widget))
        return std::nullopt;
    const CaseListRow *row = m_model->row(m_ui->caseListView->currentIndex());
    return row && row->kind == CaseListRow::Kind::Material ? row->key : QString();
}

void CaseColumn::retranslate()
{
    m_ui->retranslateUi(this);
    m_model->retranslate();
    if (m_desk)
        present(m_desk->view());
}

} // namespace yichuang::ui
