// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/filepane.h"

#include "kit/failurehelp.h"
#include "kit/words.h"
#include "ui_filepane.h"

#include <QApplication>
#include <algorithm>

namespace yichuang::ui {

using namespace Qt::StringLiterals;
using desk::FileState;

FilePane::FilePane(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::FilePane>())
{
    m_ui->setupUi(this);
    hide();
}

FilePane::~FilePane() = default;

void FilePane::bind(desk::CounterDesk *desk)
{
    m_desk = desk;
    connect(m_ui->closeFilePushButton, &QPushButton::clicked, desk, [desk] { desk->closeFile(); });
    connect(m_ui->fileStateView, &StateView::actionTriggered, this, &FilePane::onAction);
}

void FilePane::onAction()
{
    const desk::CertificateFileView &file = m_desk->view().file;
    const QString identifier = file.identifier;
    if (file.error && file.error->code == domain::FailureCode::ConsentRequired) {
        // The contents come first: the clerk sees them before the copy is asked for.
        m_desk->closeFile();
        m_desk->pullWithConsent(identifier);
    } else {
        m_desk->openFile(identifier);
    }
}

void FilePane::takeFocus()
{
    const bool shown = !m_ui->fileScrollArea->isHidden();
    (shown ? static_cast<QWidget *>(m_ui->fileScrollArea) : m_ui->closeFilePushButton)->setFocus(Qt::OtherFocusReason);
}

void FilePane::presentHead(const desk::CounterView &view)
{
    const QList<desk::CertificateView> &listed = view.certificates;
    const auto found = std::find_if(listed.cbegin(), listed.cend(), [&view](const desk::CertificateView &one) { return one.summary.identifier == view.file.identifier; });
    m_ui->fileStatusTag->setVisible(found != listed.cend());
    m_ui->fileWarningLabel->setVisible(found != listed.cend() && !found->usable);
    if (found == listed.cend()) {
        m_ui->fileTitleLabel->setText(tr("Annotated copy"));
        return;
    }
    const TagText status = Words::certificate(found->summary, hallToday(), 0);
    m_ui->fileTitleLabel->setText(tr("Annotated copy: %1").arg(found->summary.typeName));
    m_ui->fileStatusTag->setTag(status);
    //: %1 status of a certificate, for example: revoked, expired
    m_ui->fileWarningLabel->setText(tr("The certificate does not hold today (%1): the copy shows what once was and proves nothing.").arg(status.text));
}

QString FilePane::noteFor(const desk::CertificateFileView &file)
{
    const QString fetched = shortTime(file.fetchedAt);
    const QString until = shortTime(file.usableUntil);
    if (file.state == FileState::Kept && file.error)
        return tr("The exchange does not answer. This copy was fetched %1 for this case and may be used until %2.").arg(fetched, until);
    if (file.state == FileState::Kept)
        return tr("Kept: fetched %1 for this case, may be used until %2. Put the holder's card on the reader to ask for a newer one.").arg(fetched, until);
    if (file.error)
        return tr("Fetched %1. It could not be kept on this computer: %2").arg(fetched, FailureHelp::line(*file.error));
    return tr("Fetched %1 for this case and kept encrypted; opens without the exchange until %2. Each opening is recorded.").arg(fetched, until);
}

void FilePane::presentState(const desk::CertificateFileView &file)
{
    using Kind = StateView::Kind;
    StateView *state = m_ui->fileStateView;
    if (file.state == FileState::Loading)
        state->setState(Kind::Loading, tr("Asking for the annotated copy"), {});
    else if (file.state == FileState::Offline)
        state->setState(Kind::Offline, tr("Offline, and no copy was fetched for this case"),
                        tr("Use the contents that are shown, or see the original; the copy can be asked for again later."), tr("Try again"));
    else if (file.error && file.error->code == domain::FailureCode::ConsentRequired)
        state->setError(*file.error, tr("Holder consents, pull"));
    else if (file.error)
        state->setError(*file.error, tr("Try again"));
}

void FilePane::present(const desk::CounterView &view)
{
    const desk::CertificateFileView &file = view.file;
    const bool shown = file.state == FileState::Ready || file.state == FileState::Kept;
    const bool held = isVisible() && isAncestorOf(QApplication::focusWidget());
    const bool turned = shown == m_ui->fileScrollArea->isHidden();
    // What was shown leaves the memory with the pane.
    m_ui->fileSheetView->setSheets(shown ? file.sheets : QList<document::Sheet>());
    setVisible(file.state != FileState::Closed);
    if (file.state == FileState::Closed)
        return;
    presentHead(view);
    m_ui->fileNoteLabel->setVisible(shown);
    m_ui->fileNoteLabel->setText(shown ? noteFor(file) : QString());
    m_ui->fileScrollArea->setVisible(shown);
    m_ui->fileStateView->setVisible(!shown);
    if (!shown)
        presentState(file);
    if (held && turned)
        takeFocus();
}

void FilePane::retranslate()
{
    m_ui->retranslateUi(this);
    if (m_desk)
        present(m_desk->view());
}

} // namespace yichuang::ui
