// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "entry/signinpage.h"

#include "ui_signinpage.h"

#include <QLocale>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

SignInPage::SignInPage(desk::SignInDesk *desk, QWidget *parent)
    : Pane(parent)
    , m_desk(desk)
    , m_ui(std::make_unique<Ui::SignInPage>())
{
    m_ui->setupUi(this);
    offerLastLogin();
    connect(m_ui->signInPushButton, &QPushButton::clicked, this, &SignInPage::onSignIn);
    connect(m_ui->loginLineEdit, &QLineEdit::returnPressed, m_ui->passwordLineEdit, qOverload<>(&QWidget::setFocus));
    connect(m_ui->passwordLineEdit, &QLineEdit::returnPressed, this, &SignInPage::onSignIn);
    connect(m_ui->languagePushButton, &QPushButton::clicked, this, &SignInPage::languageAsked);
    connect(m_desk, &desk::SignInDesk::stateChanged, this, &SignInPage::refresh);
    retranslate();
}

SignInPage::~SignInPage() = default;

void SignInPage::offerLastLogin()
{
    m_ui->loginLineEdit->setText(m_desk->lastLogin());
    m_ui->loginLineEdit->selectAll();
}

void SignInPage::takeFocus()
{
    (m_desk->lastLogin().isEmpty() ? m_ui->loginLineEdit : m_ui->passwordLineEdit)->setFocus(Qt::ShortcutFocusReason);
}

void SignInPage::onSignIn()
{
    const QString login = m_ui->loginLineEdit->text().trimmed();
    if (login.isEmpty() || m_ui->passwordLineEdit->text().isEmpty()) {
        (login.isEmpty() ? m_ui->loginLineEdit : m_ui->passwordLineEdit)->setFocus();
        return;
    }
    m_desk->signIn(login, m_ui->passwordLineEdit->text());
}

void SignInPage::refresh()
{
    const desk::EntryState state = m_desk->state();
    // Who worked here last is known once the store is open.
    if (std::exchange(m_before, state) != state && state == desk::EntryState::SignedOut)
        offerLastLogin();
    const bool busy = state == desk::EntryState::SigningIn;
    if (state == desk::EntryState::SignedIn || state == desk::EntryState::SignInFailed)
        m_ui->passwordLineEdit->clear();
    m_ui->signInPushButton->setEnabled(!busy);
    m_ui->signInPushButton->setText(busy ? tr("Signing in…") : tr("Sign in"));
    // A session that ran out and a store that lost its end are told before anybody signs in.
    const bool tells = state == desk::EntryState::SignInFailed || state == desk::EntryState::SignedOut;
    const std::optional<domain::Error> error = tells ? m_desk->error() : std::nullopt;
    m_ui->errorLine->setError(error, {}, error ? nextStep(*error, state) : QString());
    if (state == desk::EntryState::SignInFailed)
        m_ui->passwordLineEdit->setFocus();
}

QString SignInPage::nextStep(const domain::Error &error, desk::EntryState state) const
{
    using domain::FailureCode;
    // What a certificate or a page in the exchange's place asks of hall IT has words of its own.
    const bool away = desk::isAway(error) && error.code != FailureCode::NetworkTls && error.code != FailureCode::NetworkProtocol;
    const int days = m_desk->offlineEntryDays();
    // At the counter the same failure lets the work go on; here only who is known comes in without the exchange.
    if (away && days > 0)
        return tr("Without it only those can come in whom it let in at this computer within the last %n days, with the same password. Everybody else: try again when it is back. What was saved here is kept and is sent then.", nullptr, days);
    if (away)
        return tr("Nobody can sign in until the exchange is back; try again then. What was saved on this computer is kept and is sent after that.");
    if (error.code == FailureCode::SignInRefused && state == desk::EntryState::SignedOut)
        return tr("The exchange is back and does not accept the password you came in with: sign in with the one that holds now. What was entered is kept.");
    return {};
}

void SignInPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->languagePushButton->setText(QLocale().language() == QLocale::Chinese ? u"English"_s : u"中文"_s);
    refresh();
}

} // namespace yichuang::ui
