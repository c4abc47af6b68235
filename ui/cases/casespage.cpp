// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "cases/casespage.h"

#include "cases/casesmodel.h"
#include "kit/downkey.h"
#include "kit/tokens.h"
#include "kit/words.h"
#include "ui_casespage.h"

#include <QPushButton>
#include <QShortcut>
#include <algorithm>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

static constexpr int pageRows = 50;
static constexpr desk::CaseFilter queues[] = {desk::CaseFilter::All, desk::CaseFilter::Drafts, desk::CaseFilter::Waiting, desk::CaseFilter::Refused,
                                              desk::CaseFilter::InProgress, desk::CaseFilter::Corrections, desk::CaseFilter::DueSoon, desk::CaseFilter::Ended};

CasesPage::CasesPage(desk::CaseDesk *desk, QWidget *parent)
    : Pane(parent)
    , m_desk(desk)
    , m_model(new CasesModel(this))
    , m_ui(std::make_unique<Ui::CasesPage>())
{
    m_ui->setupUi(this);
    m_ui->queueCard->setFixedWidth(token::queueColumn);
    m_ui->caseDetailPane->setFixedWidth(token::detailColumn);
    m_ui->caseDetailPane->bind(desk);
    setFirstStop(m_ui->caseSearchLineEdit);
    buildQueues();
    buildTable();
    connect(m_ui->caseSearchLineEdit, &QLineEdit::textChanged, this, &CasesPage::ask);
    connect(m_ui->caseSearchLineEdit, &QLineEdit::returnPressed, m_ui->casesTableView, [view = m_ui->casesTableView] { DownKey::goInto(view); });
    connect(new DownKey(m_ui->caseSearchLineEdit), &DownKey::pressed, m_ui->casesTableView, [view = m_ui->casesTableView] { DownKey::goInto(view); });
    connect(m_model, &CasesModel::moreAsked, this, &CasesPage::onMoreAsked);
    connect(m_ui->casesStateView, &StateView::actionTriggered, this, &CasesPage::ask);
    connect(desk, &desk::CaseDesk::pageReady, this, &CasesPage::onPage);
    connect(desk, &desk::CaseDesk::failed, this, &CasesPage::onFailed);
    connect(desk, &desk::CaseDesk::countersChanged, this, &CasesPage::presentCounters);
    connect(desk, &desk::CaseDesk::rowsChanged, this, [this] {
        if (isVisible())
            ask();
        else
            m_loaded = false;
    });
    connect(m_ui->caseDetailPane, &CaseDetailPane::counterAsked, this, &CasesPage::counterAsked);
    connect(m_ui->caseDetailPane, &CaseDetailPane::closed, m_ui->casesTableView, qOverload<>(&QWidget::setFocus));
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        m_ui->caseSearchLineEdit->setFocus();
        m_ui->caseSearchLineEdit->selectAll();
    });
    connect(new QShortcut(Qt::Key_F5, this), &QShortcut::activated, this, &CasesPage::ask);
    retranslate();
}

CasesPage::~CasesPage() = default;

void CasesPage::forget()
{
    m_firstToken = -1;
    m_moreToken = -1;
    m_loaded = false;
    m_filter = desk::CaseFilter::All;
    m_queues.first()->setChecked(true);
    const QSignalBlocker quiet(m_ui->caseSearchLineEdit);
    m_ui->caseSearchLineEdit->clear();
    m_model->setFirstPage({});
    m_total = -1;
    presentFoot(0);
}

void CasesPage::showQueue(desk::CaseFilter filter)
{
    {
        // The whole queue was asked for, not what a search of before leaves of it.
        const QSignalBlocker quiet(m_ui->caseSearchLineEdit);
        m_ui->caseSearchLineEdit->clear();
    }
    choose(filter);
}

void CasesPage::choose(desk::CaseFilter filter)
{
    m_filter = filter;
    m_queues.at(std::distance(std::begin(queues), std::find(std::begin(queues), std::end(queues), filter)))->setChecked(true);
    ask();
}

void CasesPage::buildQueues()
{
    for (const desk::CaseFilter filter : queues) {
        auto *button = new QPushButton(m_ui->queueWidget);
        button->setObjectName(u"queue%1PushButton"_s.arg(int(filter)));
        button->setProperty("kind", u"queue"_s);
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setChecked(filter == m_filter);
        connect(button, &QPushButton::clicked, this, [this, filter] { choose(filter); });
        m_ui->queueLayout->addWidget(button);
        m_queues << button;
    }
    // Made after the form, they lead it all the same: they stand at its left.
    QWidget *before = m_queues.last();
    QList<QWidget *> stops;
    for (QWidget *stop = m_ui->caseSearchLineEdit; stop != m_queues.first(); stop = stop->nextInFocusChain()) {
        if (stop->focusPolicy() & Qt::TabFocus)
            stops << stop;
    }
    for (QWidget *stop : std::as_const(stops)) {
        setTabOrder(before, stop);
        before = stop;
    }
}

void CasesPage::buildTable()
{
    QTableView *table = m_ui->casesTableView;
    table->setModel(m_model);
    table->setItemDelegate(new CasesDelegate(this));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(token::rowHeight);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(CasesModel::Title, QHeaderView::Stretch);
    header->resizeSection(CasesModel::Number, token::queueColumn - token::gapWide);
    header->resizeSection(CasesModel::Applicant, token::railWidth + token::gap);
    header->resizeSection(CasesModel::State, token::railWidth + token::railButtonHeight);
    header->resizeSection(CasesModel::Due, token::railWidth + token::rowHeight + token::gapSmall);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CasesPage::onChosen);
    connect(table, &QTableView::activated, this, &CasesPage::onChosen);
    connect(table, &QTableView::clicked, this, &CasesPage::onChosen);
}

void CasesPage::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    if (!m_loaded)
        ask();
}

void CasesPage::ask()
{
    if (m_model->rowCount() == 0) {
        m_ui->casesTableView->hide();
        m_ui->casesStateView->show();
        m_ui->casesStateView->setState(StateView::Kind::Loading, tr("Looking into the store"), {});
    }
    m_loaded = true;
    m_moreToken = -1;
    // What was paged in stays in view when something in the list changed.
    m_firstToken = m_desk->requestPage(m_filter, m_ui->caseSearchLineEdit->text().trimmed(), {}, qMax(pageRows, qMin(m_model->rowCount(), 4 * pageRows)));
}

void CasesPage::onMoreAsked(const QByteArray &after)
{
    m_moreToken = m_desk->requestPage(m_filter, m_ui->caseSearchLineEdit->text().trimmed(), after, pageRows);
}

void CasesPage::onPage(int token, const desk::CasePage &page)
{
    // An answer to an older question is dropped: the newest keystroke wins.
    if (token != m_firstToken && token != m_moreToken)
        return;
    m_model->setToday(hallToday());
    token == m_firstToken ? m_model->setFirstPage(page) : m_model->appendPage(page);
    m_total = page.total;
    m_microseconds = page.queryMicroseconds;
    const bool any = m_model->rowCount() > 0;
    m_ui->casesTableView->setVisible(any);
    m_ui->casesStateView->setVisible(!any);
    presentEmpty(page.shortSearch);
    presentFoot(m_microseconds);
}

static QString wordsFor(const desk::ShortSearch &tooShort)
{
    switch (tooShort.meant) {
    case desk::ShortSearch::For::Number:
        //: %1 and %2 how many characters of a number
        return CasesPage::tr("Of a number, type at least its first %1 or its last %2 digits or letters.").arg(tooShort.leastAtStart).arg(tooShort.least);
    case desk::ShortSearch::For::Initials:
        //: pinyin initials of a name or an item
        return CasesPage::tr("Fewer than %1 letters are looked for only at the beginning of initials.").arg(tooShort.least);
    case desk::ShortSearch::For::Title:
        return CasesPage::tr("Of an item, type at least %1 characters; of a name one is enough.").arg(tooShort.least);
    }
    return {};
}

void CasesPage::presentEmpty(const std::optional<desk::ShortSearch> &tooShort)
{
    if (m_ui->caseSearchLineEdit->text().trimmed().isEmpty()) {
        m_ui->casesStateView->setState(StateView::Kind::Empty, tr("No case here"), tr("Cases of this queue appear here."));
        return;
    }
    const QString where = tr("Search looks at name, number, item and initials on this computer, offline too.");
    m_ui->casesStateView->setState(StateView::Kind::Empty, tr("No case found"), tooShort ? wordsFor(*tooShort) + u'\n' + where : where);
}

void CasesPage::onFailed(int token, const domain::Error &error)
{
    if (token != m_firstToken && token != m_moreToken)
        return;
    m_ui->casesTableView->hide();
    m_ui->casesStateView->show();
    m_ui->casesStateView->setError(error, tr("Try again F5"));
}

void CasesPage::onChosen()
{
    const desk::CaseRow *row = m_model->row(m_ui->casesTableView->currentIndex());
    if (row && m_ui->caseDetailPane->caseId() != row->id)
        m_ui->caseDetailPane->open(row->id);
}

void CasesPage::presentCounters()
{
    const QHash<desk::CaseFilter, qint64> counters = m_desk->counters();
    for (qsizetype i = 0; i < m_queues.size(); ++i) {
        const QString name = Words::filter(queues[i]);
        const auto count = counters.constFind(queues[i]);
        m_queues.at(i)->setText(count == counters.constEnd() ? name : name + u"  "_s + QLocale().toString(*count));
    }
}

void CasesPage::presentFoot(qint64 microseconds)
{
    const QString shown = m_total >= 0 ? tr("1–%1 of %2").arg(m_model->rowCount()).arg(m_total) : tr("%n found", nullptr, m_model->rowCount());
    m_ui->pageLabel->setText(tr("%1 · local index %2 ms").arg(shown, QString::number(double(microseconds) / 1000.0, 'f', 1)));
}

void CasesPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_model->retranslate();
    presentCounters();
    presentFoot(m_microseconds);
    if (m_loaded)
        ask();
}

} // namespace yichuang::ui
