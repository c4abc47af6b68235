// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/certificatespane.h"

#include "counter/certificatedelegate.h"
#include "kit/downkey.h"
#include "kit/words.h"
#include "ui_certificatespane.h"

#include <QApplication>
#include <QShortcut>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

CertificatesPane::CertificatesPane(QWidget *parent)
    : Pane(parent)
    , m_model(new CertificatesModel(this))
    , m_filter(new CertificatesFilter(this))
    , m_ui(std::make_unique<Ui::CertificatesPane>())
{
}

CertificatesPane::~CertificatesPane() = default;

void CertificatesPane::bind(desk::CounterDesk *desk)
{
    m_desk = desk;
    m_ui->setupUi(this);
    m_filter->setSourceModel(m_model);
    m_ui->certificatesListView->setModel(m_filter);
    m_ui->certificatesListView->setItemDelegate(new CertificateDelegate(this));
    connect(m_ui->certificateFilterLineEdit, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter->setWords(words);
        presentState(m_desk->view());
    });
    connect(m_ui->departmentComboBox, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setDepartment(m_ui->departmentComboBox->currentData().toString());
        presentState(m_desk->view());
    });
    connect(m_ui->certificatesListView, &QListView::clicked, this, &CertificatesPane::onActivated);
    connect(m_ui->certificatesListView, &QListView::activated, this, &CertificatesPane::onActivated);
    connect(m_ui->certificateFilterLineEdit, &QLineEdit::returnPressed, m_ui->certificatesListView, [view = m_ui->certificatesListView] { DownKey::goInto(view); });
    connect(new DownKey(m_ui->certificateFilterLineEdit), &DownKey::pressed, m_ui->certificatesListView, [view = m_ui->certificatesListView] { DownKey::goInto(view); });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, &CertificatesPane::focusFilter);
    // Also while the focus is still on what opened the panel.
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &CertificatesPane::closePanel);
    // In the form the same key is a field's own.
    auto *reveal = new QShortcut(Qt::Key_F2, this);
    reveal->setContext(Qt::WidgetWithChildrenShortcut);
    connect(reveal, &QShortcut::activated, m_ui->certificateDetail, &CertificateDetail::reveal);
    m_ui->certificateDetail->bind(desk);
    m_ui->filePane->bind(desk);
    m_ui->lookupsPane->bind(desk);
    connect(m_ui->lookupsPushButton, &QPushButton::clicked, desk, [desk] {
        if (desk->view().lookupsState == desk::LookupsState::Closed)
            desk->openLookups();
        else
            desk->closeLookups();
    });
    connect(m_ui->lookupsPane, &LookupsPane::closed, m_ui->lookupsPushButton, qOverload<>(&QWidget::setFocus));
    connect(m_ui->certificatesStateView, &StateView::actionTriggered, desk, [desk] {
        if (desk->view().listing == desk::ListingState::AwaitsHolder)
            desk->listWithConsent();
        else
            desk->refreshCertificates();
    });
    connect(m_ui->listingConsentPushButton, &QPushButton::clicked, desk, [desk] { desk->listWithConsent(); });
    connect(new QShortcut(Qt::Key_F5, this), &QShortcut::activated, desk, [desk] { desk->refreshCertificates(); });
    connect(new QShortcut(Qt::CTRL | Qt::Key_H, this), &QShortcut::activated, this, &CertificatesPane::giveConsent);
    connect(m_ui->certificateDetail, &CertificateDetail::closed, m_ui->certificatesListView, qOverload<>(&QWidget::setFocus));
    retranslate();
}

void CertificatesPane::forget()
{
    m_ui->certificateFilterLineEdit->clear();
    m_ui->departmentComboBox->setCurrentIndex(0);
}

void CertificatesPane::giveConsent()
{
    const bool listing = m_ui->listingConsentPushButton->isVisible() || m_desk->view().listing == desk::ListingState::AwaitsHolder;
    // What is open in front asks first; where nobody is asked for consent there is none to give.
    if (!m_ui->certificateDetail->giveConsent() && listing)
        m_desk->listWithConsent();
}

void CertificatesPane::closePanel()
{
    if (!m_ui->filePane->isHidden())
        return m_desk->closeFile();
    const bool inLookups = m_ui->lookupsPane->isAncestorOf(QApplication::focusWidget()) || m_ui->lookupsPushButton->hasFocus();
    const bool lookups = m_ui->lookupsPane->isVisible() && (inLookups || !m_ui->certificateDetail->isVisible());
    if (lookups)
        m_ui->lookupsPane->leave();
    else if (m_ui->certificateDetail->isVisible())
        m_ui->certificateDetail->leave();
}

void CertificatesPane::takeFocus()
{
    if (!m_ui->filePane->isHidden())
        return m_ui->filePane->takeFocus();
    takeListFocus();
}

void CertificatesPane::takeListFocus()
{
    const bool listed = !m_ui->certificatesListView->isHidden();
    (listed ? static_cast<QWidget *>(m_ui->certificatesListView) : m_ui->certificateFilterLineEdit)->setFocus(Qt::ShortcutFocusReason);
}

void CertificatesPane::focusFilter()
{
    m_ui->certificateFilterLineEdit->setFocus();
    m_ui->certificateFilterLineEdit->selectAll();
}

void CertificatesPane::onActivated(const QModelIndex &index)
{
    const CertificateCardRow *row = m_filter->row(index);
    if (!row)
        return;
    const QString identifier = row->view.summary.identifier;
    m_ui->certificateDetail->open(identifier);
    m_desk->openCertificate(identifier);
}

void CertificatesPane::fillDepartments()
{
    QStringList ids;
    for (const CertificateCardRow &row : m_model->rows()) {
        if (!ids.contains(row.view.summary.departmentId))
            ids << row.view.summary.departmentId;
    }
    if (ids == m_departmentIds && m_ui->departmentComboBox->count() > 0)
        return;
    m_departmentIds = ids;
    const QString chosen = m_ui->departmentComboBox->currentData().toString();
    const QSignalBlocker quiet(m_ui->departmentComboBox);
    m_ui->departmentComboBox->clear();
    m_ui->departmentComboBox->addItem(tr("All departments"), QString());
    for (const QString &id : std::as_const(ids)) {
        const domain::Department *department = m_desk->catalogue().department(id);
        m_ui->departmentComboBox->addItem(department ? department->shortName.isEmpty() ? department->name : department->shortName : id, id);
    }
    m_ui->departmentComboBox->setCurrentIndex(qMax(0, m_ui->departmentComboBox->findData(chosen)));
    m_filter->setDepartment(m_ui->departmentComboBox->currentData().toString());
}

void CertificatesPane::presentState(const desk::CounterView &view)
{
    using desk::ListingState;
    using Kind = StateView::Kind;
    StateView *state = m_ui->certificatesStateView;
    const bool shown = m_filter->rowCount() > 0;
    // A list that goes while the keyboard is in it hands it to the filter, not to whatever comes next in the window.
    if (!shown && m_ui->certificatesListView->hasFocus())
        m_ui->certificateFilterLineEdit->setFocus();
    m_ui->certificatesListView->setVisible(shown);
    state->setVisible(!shown);
    const bool stale = view.listing == ListingState::Cached || view.listing == ListingState::Offline;
    const bool kept = stale && view.holderAbsent;
    m_ui->asOfLabel->setVisible(shown && stale);
    m_ui->listingConsentPushButton->setVisible(shown && kept);
    if (kept)
        m_ui->asOfLabel->setText(tr("Kept: the list of %1, usable until %2. Put the holder's card on the reader to ask again, or ask the holder.")
                                     .arg(shortTime(view.listedAt), shortTime(view.listingUsableUntil)));
    else
        m_ui->asOfLabel->setText(view.listingUsableUntil.isValid()
            ? tr("Offline: the list of %1, usable until %2").arg(shortTime(view.listedAt), shortTime(view.listingUsableUntil))
            : tr("Offline: the list of %1").arg(shortTime(view.listedAt)));
    if (shown)
        return;
    if (m_model->rowCount() > 0) {
        state->setState(Kind::Empty, tr("No certificate matches"), tr("Clear the filter or choose all departments."));
        return;
    }
    switch (view.listing) {
    case ListingState::Loading:
        state->setState(Kind::Loading, tr("Asking for the certificates"), {});
        break;
    case ListingState::Offline:
        state->setState(Kind::Offline, tr("Offline, and nothing kept for this person"), tr("Take originals or files now; certificates can be asked for again later."), tr("Try again F5"));
        break;
    case ListingState::Failed:
        if (view.error)
            state->setError(*view.error, tr("Try again F5"));
        else
            state->setState(Kind::Error, tr("The certificates could not be listed"), {}, tr("Try again F5"));
        break;
    case ListingState::AwaitsHolder:
        state->setState(Kind::Empty, tr("The holder's card was not read here"),
                        tr("Put it on the reader, or ask the holder: a look-up without the card is recorded with the consent."), tr("Holder consents, list now Ctrl+H"));
        break;
    case ListingState::None:
        state->setState(Kind::Empty, tr("Certificates appear after the card is read"), tr("Each look-up is recorded with its purpose."));
        break;
    case ListingState::Ready:
    case ListingState::Cached:
        state->setState(Kind::Empty, tr("No certificate is linked to this person"), tr("Take originals or files for the materials."));
        break;
    }
}

void CertificatesPane::presentFile(const desk::CounterView &view)
{
    const bool open = view.file.state != desk::FileState::Closed;
    const bool turns = open == m_ui->filePane->isHidden();
    const bool held = turns && isAncestorOf(QApplication::focusWidget());
    if (!open)
        m_ui->listFrame->show();
    // The keyboard changes over before its widget goes; the toolkit would give it to whatever comes next in the window.
    if (held && !open) {
        if (m_ui->certificateDetail->isHidden())
            takeListFocus();
        else
            m_ui->certificateDetail->focusFile();
    }
    m_ui->filePane->present(view);
    if (held && open)
        m_ui->filePane->takeFocus();
    if (open)
        m_ui->listFrame->hide();
}

void CertificatesPane::present(const desk::CounterView &view)
{
    // What was looked for among one person's certificates would hide the next one's.
    const QString number = view.openCase.applicant ? view.openCase.applicant->number : QString();
    if (std::exchange(m_shownNumber, number) != number)
        forget();
    QList<CertificateCardRow> rows;
    rows.reserve(view.certificates.size());
    for (const desk::CertificateView &certificate : view.certificates) {
        const domain::CertificateType *type = m_desk->catalogue().certificateType(certificate.summary.typeId);
        rows << CertificateCardRow{certificate, type ? type->expiryNoticeDays : 30, view.listing == desk::ListingState::Cached};
    }
    m_model->setToday(hallToday());
    m_model->setRows(rows);
    fillDepartments();
    presentState(view);
    m_ui->certificateDetail->present(view);
    m_ui->lookupsPushButton->setEnabled(view.openCase.applicant.has_value());
    m_ui->lookupsPane->present(view);
    presentFile(view);
}

void CertificatesPane::retranslate()
{
    m_ui->retranslateUi(this);
    m_model->retranslate();
    m_departmentIds.clear();
    const QSignalBlocker quiet(m_ui->departmentComboBox);
    m_ui->departmentComboBox->clear();
    if (m_desk)
        present(m_desk->view());
}

} // namespace yichuang::ui
