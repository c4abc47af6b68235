// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/certificatedetail.h"

#include "counter/fieldmask.h"
#include "kit/html.h"
#include "kit/words.h"
#include "ui_certificatedetail.h"

#include <QShortcut>
#include <domain/masking.h>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

CertificateDetail::CertificateDetail(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::CertificateDetail>())
{
    m_ui->setupUi(this);
    m_ui->certificateTextBrowser->document()->setDefaultStyleSheet(htmlStyle());
    connect(m_ui->closeCertificatePushButton, &QPushButton::clicked, this, &CertificateDetail::leave);
    hide();
}

CertificateDetail::~CertificateDetail() = default;

void CertificateDetail::bind(desk::CounterDesk *desk)
{
    m_desk = desk;
    connect(m_ui->consentPushButton, &QPushButton::clicked, this, [this] { m_desk->pullWithConsent(m_identifier); });
    connect(m_ui->revealContentsPushButton, &QPushButton::clicked, this, &CertificateDetail::reveal);
    connect(m_ui->openFilePushButton, &QPushButton::clicked, this, &CertificateDetail::openFile);
    connect(new QShortcut(QKeySequence::Open, this), &QShortcut::activated, this, &CertificateDetail::openFile);
}

void CertificateDetail::openFile()
{
    if (!m_ui->openFilePushButton->isHidden())
        m_desk->openFile(m_identifier);
}

void CertificateDetail::reveal()
{
    if (!isVisible() || m_ui->revealContentsPushButton->isHidden() || !m_ui->revealContentsPushButton->isEnabled())
        return;
    // The keyboard stays in the certificate when its button goes.
    if (m_ui->revealContentsPushButton->hasFocus())
        m_ui->certificateTextBrowser->setFocus(Qt::OtherFocusReason);
    m_desk->revealCertificate();
}

void CertificateDetail::focusFile()
{
    const bool there = isVisible() && !m_ui->openFilePushButton->isHidden();
    (there ? m_ui->openFilePushButton : m_ui->closeCertificatePushButton)->setFocus(Qt::OtherFocusReason);
}

void CertificateDetail::forget()
{
    m_identifier.clear();
    m_ui->certificateTextBrowser->clear();
    m_ui->certificateTextBrowser->setProperty("shown", {});
    hide();
}

void CertificateDetail::open(const QString &identifier)
{
    m_identifier = identifier;
    present(m_desk->view());
}

bool CertificateDetail::giveConsent()
{
    const bool asks = m_ui->consentPushButton->isVisible();
    if (asks)
        m_ui->consentPushButton->click();
    return asks;
}

void CertificateDetail::leave()
{
    m_identifier.clear();
    hide();
    m_desk->closeCertificate();
    Q_EMIT closed();
}

/** The certificate with its face data, when it is this one and its face data was pulled. */
static const domain::ECertificate *pulledOf(const desk::CounterView &view, const QString &identifier)
{
    const auto &opened = view.openedCertificate;
    return opened && opened->summary.identifier == identifier && opened->fetchedAt.isValid() ? &*opened : nullptr;
}

static QString reasonsFor(const desk::CounterView &view, const QString &identifier, const domain::Catalogue &catalogue)
{
    QString reasons;
    for (const domain::PlannedMaterial &material : view.plan.materials) {
        if (material.certificateIdentifier != identifier && !material.candidates.contains(identifier))
            continue;
        for (const domain::MaterialUse &use : material.uses) {
            const domain::ServiceItem *item = catalogue.item(use.itemId, view.openCase.rulesDay.isValid() ? view.openCase.rulesDay : hallToday());
            reasons += htmlRow(item ? item->name : material.name, use.reason);
        }
    }
    return reasons;
}

QString CertificateDetail::faceHtml(const domain::ECertificate &opened, bool revealed) const
{
    const domain::CertificateType *type = m_desk->catalogue().certificateType(opened.summary.typeId);
    QString face = htmlRow(tr("Full number"), revealed ? opened.number : domain::maskCertificateNumber(opened.number));
    for (auto it = opened.face.cbegin(); it != opened.face.cend(); ++it) {
        QString label = it.key();
        for (const auto &[id, text] : type ? type->faceFields : QList<std::pair<QString, QString>>()) {
            if (id == it.key())
                label = text;
        }
        const QString mask = revealed ? QString() : faceMask(it.key(), it.value());
        face += htmlRow(label, mask.isEmpty() ? it.value() : mask);
    }
    QString html = htmlHeading(tr("Contents as of %1").arg(shortTime(opened.fetchedAt))) + htmlTable(face);
    if (opened.usableUntil.isValid())
        html += htmlText(tr("Usable offline until %1").arg(shortTime(opened.usableUntil)));
    return html;
}

QString CertificateDetail::contentsHtml(const desk::CounterView &view, const desk::CertificateView &certificate, bool *asked) const
{
    const domain::CertificateSummary &summary = certificate.summary;
    QString facts = htmlRow(tr("Issuer"), summary.issuerName) + htmlRow(tr("Number"), summary.maskedNumber)
        + htmlRow(tr("Holder"), summary.holderName + u" · "_s + Words::relation(summary.relation))
        + htmlRow(tr("Issued"), dayText(summary.issueDate))
        + htmlRow(tr("Valid until"), summary.validTo ? dayText(*summary.validTo) : tr("unlimited"));
    const QString reasons = reasonsFor(view, summary.identifier, m_desk->catalogue());
    *asked = !reasons.isEmpty();
    QString html = htmlTable(facts);
    if (const domain::ECertificate *opened = pulledOf(view, summary.identifier))
        html += faceHtml(*opened, view.contentsRevealed);
    if (*asked)
        html += htmlHeading(tr("Why it is asked for")) + htmlTable(reasons);
    return html;
}

void CertificateDetail::presentActions(const desk::CounterView &view, bool asked, bool pulled)
{
    const bool needsConsent = !asked && !pulled;
    m_ui->consentLabel->setVisible(needsConsent);
    m_ui->consentPushButton->setVisible(needsConsent);
    m_ui->consentPushButton->setEnabled(view.phase == desk::CounterPhase::Draft || view.phase == desk::CounterPhase::HandingIn);
    m_ui->openFilePushButton->setVisible(pulled);
    m_ui->revealContentsPushButton->setVisible(pulled);
    m_ui->revealContentsPushButton->setEnabled(!view.contentsRevealed);
}

void CertificateDetail::present(const desk::CounterView &view)
{
    if (m_identifier.isEmpty())
        return;
    for (const desk::CertificateView &certificate : view.certificates) {
        if (certificate.summary.identifier != m_identifier)
            continue;
        bool asked = false;
        const QString html = contentsHtml(view, certificate, &asked);
        if (m_ui->certificateTextBrowser->property("shown").toString() != html) {
            m_ui->certificateTextBrowser->setProperty("shown", html);
            m_ui->certificateTextBrowser->setHtml(html);
        }
        m_ui->certificateTitleLabel->setText(certificate.summary.typeName);
        m_ui->certificateStatusTag->setTag(Words::certificate(certificate.summary, hallToday(), 0));
        m_ui->trustTag->setTag({Tone::Mute, Words::trust(certificate.summary.trust), Mark::None});
        presentActions(view, asked || certificate.hasFace, pulledOf(view, m_identifier));
        show();
        return;
    }
    m_identifier.clear(); // the next applicant's list no longer holds it
    hide();
}

void CertificateDetail::retranslate()
{
    m_ui->retranslateUi(this);
    if (m_desk)
        present(m_desk->view());
}

} // namespace yichuang::ui
