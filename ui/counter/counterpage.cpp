// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/counterpage.h"

#include "counter/placekeeper.h"
#include "counter/returnedwords.h"
#include "kit/stateview.h"
#include "kit/tokens.h"
#include "kit/words.h"
#include "ui_counterpage.h"

#include <QApplication>
#include <QScrollBar>
#include <QShortcut>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

CounterPage::CounterPage(desk::CounterDesk *desk, Prompter &prompter, QWidget *parent)
    : Pane(parent)
    , m_desk(desk)
    , m_ui(std::make_unique<Ui::CounterPage>())
{
    m_ui->setupUi(this);
    m_ui->leftColumn->setFixedWidth(token::leftColumn);
    m_ui->rightStack->setFixedWidth(token::rightColumn);
    // A scroll bar takes its room from the middle, not from the person's data.
    QScrollBar *bar = m_ui->leftColumn->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int most) {
        m_ui->leftColumn->setFixedWidth(token::leftColumn + (most > 0 ? bar->sizeHint().width() : 0));
    });
    for (int tab = Certificates; tab <= Timeline; ++tab)
        m_ui->tabBar->addTab(QString());
    // The tabs come first; the purpose takes what they leave, on two lines.
    m_ui->purposeBox->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_ui->purposeBox->setContentsMargins(0, 0, token::gapWide, 0);
    // A page that is not shown must not keep the window tall; the smallest sizes are tested by screenshot.
    for (QStackedWidget *stack : {m_ui->tabStack, m_ui->rightStack}) {
        for (int i = 0; i < stack->count(); ++i)
            stack->widget(i)->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
        connect(stack, &QStackedWidget::currentChanged, this, [this, stack] { presentTop(stack); });
    }
    connect(m_ui->tabBar, &QTabBar::currentChanged, m_ui->tabStack, &QStackedWidget::setCurrentIndex);
    // The open tab is bold and so wider; the toolkit does not ask for the room by itself.
    connect(m_ui->tabBar, &QTabBar::currentChanged, m_ui->tabBar, &QTabBar::updateGeometry);
    queuePanes(prompter);
}

CounterPage::~CounterPage() = default;

bool CounterPage::buildNext()
{
    if (isWhole())
        return false;
    const std::function<void()> build = m_unbuilt.takeFirst();
    build();
    return true;
}

void CounterPage::queuePanes(Prompter &prompter)
{
    const auto queue = [this](auto *pane) { m_unbuilt << [this, pane] { pane->bind(m_desk); }; };
    queue(m_ui->applicantCard);
    queue(m_ui->typedPanel);
    queue(m_ui->agentCard);
    queue(m_ui->hintsCard);
    queue(m_ui->newcomerBanner);
    queue(m_ui->certificatesPane);
    queue(m_ui->itemsPane);
    queue(m_ui->situationsPane);
    queue(m_ui->formPane);
    m_unbuilt << [this, &prompter] { m_ui->caseColumn->bind(m_desk, &prompter); };
    queue(m_ui->receiptPanel);
    m_unbuilt << [this] {
        connectPanes();
        namePlaces();
        buildShortcuts();
        orderFocus();
        retranslate();
    };
}

void CounterPage::connectPanes()
{
    connect(m_ui->applicantCard, &ApplicantCard::typingAsked, this, &CounterPage::openTyping);
    connect(m_ui->newcomerBanner, &NewcomerBanner::chosen, this, &CounterPage::onNewcomerChosen);
    connect(m_ui->agentCard, &AgentCard::typingAsked, this, &CounterPage::openAgentTyping);
    connect(m_ui->typedPanel, &TypedPanel::closed, this, [this](TypedPanel::Who who, bool hadFocus) {
        m_ui->hintsCard->show();
        if (who == TypedPanel::Who::Agent && hadFocus)
            m_ui->agentCard->takeFocus();
    });
    connect(m_ui->caseColumn, &CaseColumn::missingAsked, this, &CounterPage::goToMissing);
    connect(m_ui->caseColumn, &CaseColumn::guideAsked, this, [this](const QString &itemId) {
        showTab(Items);
        m_ui->itemsPane->showGuideOf(itemId);
    });
    connect(m_desk, &desk::CounterDesk::viewChanged, this, &CounterPage::refresh);
    connect(&m_idle, &QTimer::timeout, this, &CounterPage::prepareForm);
}

void CounterPage::orderFocus()
{
    // Person, parts, case: the order in which a clerk works. What a pane builds later goes after its scroll area.
    static constexpr const char16_t *order[] = {
        u"isApplicantPushButton", u"newCasePushButton", u"asAgentPushButton", u"ignorePushButton", u"revealPushButton", u"phoneLineEdit", u"typedPushButton",
        u"documentKindComboBox", u"nameLineEdit", u"idNumberLineEdit", u"secondNumberLineEdit", u"typedReasonLineEdit",
        u"takeTypedPushButton", u"closeTypedPushButton", u"agentPushButton", u"capacityComboBox", u"relationLineEdit", u"untilLineEdit",
        u"agentPhoneLineEdit", u"authorityCheckBox", u"agentTypedPushButton", u"hintsContents", u"tabBar", u"certificateFilterLineEdit", u"departmentComboBox",
        u"lookupsPushButton", u"lookupsTextBrowser", u"lookupsStateView", u"closeLookupsPushButton", u"listingConsentPushButton", u"certificatesListView",
        u"certificatesStateView", u"certificateTextBrowser", u"consentPushButton", u"revealContentsPushButton", u"openFilePushButton", u"closeCertificatePushButton",
        u"fileScrollArea", u"closeFilePushButton",
        u"itemSearchLineEdit", u"categoryComboBox", u"hitsListView", u"takeItemPushButton", u"guideTextBrowser",
        u"situationsScrollArea", u"formProblemPushButton", u"formScrollArea", u"timelineListView", u"discardPushButton", u"reasonLineEdit",
        u"reasonConfirmPushButton", u"reasonLeavePushButton", u"caseListView", u"certificateComboBox",
        u"filesListView", u"removeFilePushButton", u"useCertificatePushButton", u"originalPushButton", u"attachPushButton", u"statementPushButton",
        u"promisePushButton", u"deferPushButton", u"dueDateEdit", u"clearMaterialPushButton", u"showGuidePushButton",
        u"removeItemPushButton", u"correctionNoteLineEdit", u"correctionMissingPushButton", u"answerCorrectionPushButton", u"missingPushButton", u"savePushButton", u"receivePushButton", u"leaveCasePushButton", u"receiptListView",
        u"nextApplicantPushButton"};
    QWidget *before = nullptr;
    for (const char16_t *name : order) {
        auto *stop = findChild<QWidget *>(QString::fromUtf16(name));
        Q_ASSERT(stop);
        // A state's place is its step's: Qt orders nothing by what takes no focus itself.
        if (const auto *state = qobject_cast<const StateView *>(stop))
            stop = state->firstStop();
        if (before)
            setTabOrder(before, stop);
        before = stop;
    }
}

void CounterPage::addShortcut(const QKeySequence &keys, const std::function<void()> &action)
{
    connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
}

void CounterPage::buildShortcuts()
{
    addShortcut(Qt::Key_F4, [this] { openTyping(); });
    addShortcut(Qt::SHIFT | Qt::Key_F4, [this] { openAgentTyping(); });
    addShortcut(Qt::Key_F6, [this] {
        // Leaving the field first: what was just typed there is not missing any more.
        QWidget *focused = focusWidget();
        if (focused && focused->hasFocus())
            focused->clearFocus();
        goToMissing();
        if (focused && focused->isVisible() && !isAncestorOf(QApplication::focusWidget()))
            focused->setFocus(Qt::OtherFocusReason);
    });
    addShortcut(Qt::Key_F9, [this] {
        // Leaving the field first, so that its last letters are part of what is received.
        if (QWidget *focused = focusWidget(); focused && focused->hasFocus())
            m_ui->caseColumn->focusList();
        if (m_desk->view().phase == desk::CounterPhase::Draft && m_desk->view().plan.missing.isEmpty() && !m_desk->view().items.isEmpty())
            m_desk->receive();
        else
            goToMissing();
    });
    addShortcut(QKeySequence::Save, [this] { m_desk->saveNow(); });
    addShortcut(QKeySequence::Undo, [this] { m_desk->undo(); });
    addShortcut(Qt::CTRL | Qt::Key_Y, [this] { m_desk->redo(); });
    addShortcut(Qt::CTRL | Qt::Key_N, [this] { m_desk->newCase(); });
    addShortcut(Qt::CTRL | Qt::Key_3, [this] { m_ui->agentCard->toggle(); });
    addShortcut(Qt::ALT | Qt::Key_6, [this] { m_ui->caseColumn->focusList(); });
    for (int tab = Certificates; tab <= Timeline; ++tab)
        addShortcut(QKeySequence(Qt::ALT | Qt::Key(int(Qt::Key_1) + tab)), [this, tab] { showTab(tab); });
}

void CounterPage::showTab(int tab)
{
    m_ui->tabBar->setCurrentIndex(tab);
    focusTab();
}

void CounterPage::takeFocus()
{
    // Where the draft was left the keyboard comes once the form is made.
    m_places->comeIn([this] { focusTab(); });
    m_idle.start(0);
}

void CounterPage::focusTab()
{
    if (m_ui->tabBar->currentIndex() == Certificates)
        m_ui->certificatesPane->takeFocus();
    else
        qobject_cast<Pane *>(m_ui->tabStack->currentWidget())->takeFocus();
    // A tab in which there is nothing to do yet.
    const QWidget *now = QApplication::focusWidget();
    if (!now || !m_ui->tabStack->isAncestorOf(now))
        m_ui->tabBar->setFocus(Qt::ShortcutFocusReason);
}

void CounterPage::onNewcomerChosen(desk::NewcomerChoice choice)
{
    QWidget *before = m_ui->newcomerBanner->focusBefore();
    if (choice == desk::NewcomerChoice::AsAgent && m_desk->view().openCase.agency)
        m_ui->agentCard->focusMissing();
    else if (choice == desk::NewcomerChoice::Ignore && before && before->isVisible())
        before->setFocus(Qt::ShortcutFocusReason);
    else
        takeFocus();
}

void CounterPage::openTyping()
{
    const desk::CounterView &view = m_desk->view();
    if (view.openCase.applicant && view.openCase.applicant->method == domain::IdentityMethod::ChipRead)
        return; // what the chip says is never typed over
    m_ui->hintsCard->hide();
    m_ui->typedPanel->open(TypedPanel::Who::Applicant);
}

void CounterPage::openAgentTyping()
{
    if (!TypedPanel::mayTypeAgent(m_desk->view()))
        return;
    m_ui->hintsCard->hide();
    m_ui->typedPanel->open(TypedPanel::Who::Agent);
}

void CounterPage::goToMissing()
{
    const desk::CounterView &view = m_desk->view();
    if (view.newcomer) {
        m_ui->newcomerBanner->takeFocus();
        return;
    }
    // After receipt only what the answer needs is missing; when that is there, the answer is next.
    const bool handsIn = view.phase == desk::CounterPhase::HandingIn;
    const QList<desk::CorrectionView> &corrections = view.handIn.corrections;
    const QList<domain::Missing> missing = !handsIn ? view.plan.missing : corrections.isEmpty() ? QList<domain::Missing>() : corrections.first().missing;
    if (missing.isEmpty()) {
        if (handsIn)
            m_ui->caseColumn->goToHandIn();
        return;
    }
    using Kind = domain::Missing::Kind;
    const domain::Missing first = missing.first();
    switch (first.kind) {
    case Kind::Applicant: openTyping(); break;
    case Kind::Items: showTab(Items); break;
    case Kind::Answer:
    case Kind::Stopped:
        showTab(Situations);
        m_ui->situationsPane->focusQuestion(first.target);
        break;
    case Kind::Field:
        showTab(Form);
        m_ui->formPane->focusField(first.target);
        break;
    case Kind::Material: m_ui->caseColumn->showMaterial(first.target); break;
    case Kind::AgentAuthority: m_ui->agentCard->focusMissing(); break;
    }
}

void CounterPage::presentTabs(const desk::CounterView &view)
{
    int answered = 0;
    for (const domain::PlannedSituation &situation : view.plan.situations)
        answered += situation.answered ? 1 : 0;
    const auto [filled, fields] = FormPane::counts(view);
    const auto counted = [](const QString &name, const QString &count) { return count.isEmpty() ? name : name + u' ' + count; };
    const auto share = [](int part, qsizetype whole) { return whole == 0 ? QString() : u"%1/%2"_s.arg(part).arg(whole); };
    const QString certificates = view.certificates.isEmpty() ? QString() : QString::number(view.certificates.size());
    m_ui->tabBar->setTabText(Certificates, counted(tr("Certificates"), certificates));
    m_ui->tabBar->setTabText(Items, tr("Items"));
    m_ui->tabBar->setTabText(Situations, counted(tr("Situations"), share(answered, view.plan.situations.size())));
    m_ui->tabBar->setTabText(Form, counted(tr("Form"), share(filled, fields)));
    m_ui->tabBar->setTabText(Timeline, tr("Timeline"));
    m_ui->purposeBox->setVisible(view.lookedUpBy.has_value());
    const bool present = view.lookedUpBy == domain::UsePurpose::Consent::HolderPresent;
    m_ui->purposeLabel->setText(!view.lifeEventName.isEmpty() ? view.lifeEventName
                                : !view.items.isEmpty()       ? view.items.first().name
                                : present                     ? tr("listing with the holder present") : tr("listing with the holder's consent"));
}

void CounterPage::followCase(const desk::CounterView &view)
{
    // A new case starts at its certificates and an item just chosen leads on; within a case the clerk's tab stays.
    if (view.openCase.id != m_shownCase) {
        m_shownCase = view.openCase.id;
        // What was looked for was the applicant's before.
        m_ui->itemsPane->forgetSearch();
        m_ui->tabBar->setCurrentIndex(view.phase == desk::CounterPhase::Received ? int(Timeline) : int(Certificates));
    }
    QWidget *right = view.phase == desk::CounterPhase::Received || view.phase == desk::CounterPhase::Receiving
        ? static_cast<QWidget *>(m_ui->receiptPanel) : m_ui->caseColumn;
    if (m_ui->rightStack->currentWidget() == right)
        return;
    const bool leftReceipt = m_ui->receiptPanel->isAncestorOf(QApplication::focusWidget());
    m_ui->rightStack->setCurrentWidget(right);
    if (leftReceipt && right == m_ui->caseColumn)
        takeFocus();
    if (right == m_ui->receiptPanel) {
        m_ui->tabBar->setCurrentIndex(Timeline);
        m_ui->receiptPanel->takeFocus();
    }
}

void CounterPage::presentTop(QStackedWidget *stack)
{
    const QWidget *pane = stack->currentWidget();
    if (!isWhole() || m_current.contains(pane))
        return;
    m_current.insert(pane);
    presentPane(pane, m_desk->view());
}

void CounterPage::presentPane(const QWidget *pane, const desk::CounterView &view)
{
    if (pane == m_ui->certificatesPane)
        m_ui->certificatesPane->present(view);
    else if (pane == m_ui->itemsPane)
        m_ui->itemsPane->present(view);
    else if (pane == m_ui->situationsPane)
        m_ui->situationsPane->present(view);
    else if (pane == m_ui->formPane)
        m_ui->formPane->present(view);
    else if (pane == m_ui->timelinePane)
        m_ui->timelinePane->present(view.timeline);
    else if (pane == m_ui->caseColumn)
        m_ui->caseColumn->present(view);
    else
        m_ui->receiptPanel->present(view);
}

void CounterPage::refresh()
{
    // What is shown anew may take its place from under the keyboard: nobody went to work where that comes to then.
    m_places->quietly([this] { presentAll(m_desk->view()); });
    m_idle.start(0);
}

void CounterPage::presentAll(const desk::CounterView &view)
{
    m_current.clear();
    // A draft that is opened again has a place to go on at; a card has not.
    const bool isAnothers = view.openCase.id != m_shownCase && !view.resumeAt && view.phase == desk::CounterPhase::Draft && view.openCase.applicant
        && view.openCase.applicant->method == domain::IdentityMethod::ChipRead;
    const bool asks = view.newcomer && !m_hadNewcomer;
    m_hadNewcomer = view.newcomer.has_value();
    followCase(view);
    // A listing's failure is shown where the list would be.
    const std::optional<domain::Error> error = view.listing == desk::ListingState::Failed ? std::nullopt : view.error;
    if (!error && view.returned)
        m_ui->errorLine->setError(view.returned->error, ReturnedWords::text(*view.returned));
    else
        m_ui->errorLine->setError(error, error ? Words::refusedFiles(view.refusedFiles) : QString());
    m_ui->newcomerBanner->present(view);
    m_ui->applicantCard->present(view);
    m_ui->agentCard->present(view);
    m_ui->typedPanel->present(view);
    m_ui->hintsCard->present(view);
    presentTop(m_ui->tabStack);
    presentTop(m_ui->rightStack);
    presentTabs(view);
    if (isAnothers || asks)
        Q_EMIT cardCame();
}

void CounterPage::prepareForm()
{
    // A form of many fields takes longer to make than a key may take to be answered: a few fields at a time, while nothing
    // else is to do. Shown earlier, it makes the rest at once.
    const bool isShown = m_current.contains(m_ui->formPane);
    if (!isShown && m_ui->formPane->prepare(m_desk->view()))
        return;
    m_idle.stop();
    m_places->resume();
}

void CounterPage::retranslate()
{
    m_ui->retranslateUi(this);
    if (isWhole())
        refresh();
}

} // namespace yichuang::ui
