// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "window/headerbar.h"

#include "kit/failurehelp.h"
#include "kit/styled.h"
#include "kit/tokens.h"
#include "kit/words.h"
#include "ui_headerbar.h"

#include <QLocale>
#include <QTimer>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

HeaderBar::HeaderBar(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::HeaderBar>())
    , m_countdown(new QTimer(this))
{
    setFixedHeight(token::headerHeight);
    m_countdown->setInterval(1000); // the retry's seconds are counted down in the pill
    connect(m_countdown, &QTimer::timeout, this, &HeaderBar::refreshExchange);
}

HeaderBar::~HeaderBar() = default;

void HeaderBar::bind(const desk::Desks &desks)
{
    m_desks = desks;
    m_ui->setupUi(this);
    connect(m_ui->readerPushButton, &QPushButton::clicked, this, &HeaderBar::readersAsked);
    connect(m_ui->exchangePushButton, &QPushButton::clicked, this, &HeaderBar::exchangeAsked);
    connect(m_ui->languagePushButton, &QPushButton::clicked, this, &HeaderBar::languageAsked);
    connect(desks.readers, &desk::ReaderDesk::readersChanged, this, &HeaderBar::refreshReader);
    connect(desks.sync, &desk::SyncDesk::viewChanged, this, &HeaderBar::refreshExchange);
    connect(desks.signIn, &desk::SignInDesk::stateChanged, this, &HeaderBar::refreshOperator);
    connect(desks.signIn, &desk::SignInDesk::whoChanged, this, &HeaderBar::refreshOperator);
    connect(m_ui->signOutPushButton, &QPushButton::clicked, desks.signIn, [signIn = desks.signIn] { signIn->signOut(); });
    retranslate();
}

void HeaderBar::setPill(QPushButton *pill, Tone tone, const QString &text, const QString &tip)
{
    // The shape says the same as the colour: a dot for fine, a triangle for a warning, a square for a fault.
    const QChar shape = tone == Tone::Bad ? u'■' : tone == Tone::Warn ? u'▲' : tone == Tone::Ok ? u'●' : u'○';
    pill->setText(shape + u' ' + text);
    pill->setToolTip(tip);
    setStyled(pill, "tone", toneName(tone));
}

void HeaderBar::refreshReader()
{
    const QList<desk::ReaderView> readers = m_desks.readers->readers();
    QPushButton *pill = m_ui->readerPushButton;
    if (readers.isEmpty()) {
        setPill(pill, Tone::Warn, tr("No reader"), tr("No ID card reader is connected."));
        return;
    }
    desk::ReaderView shown = readers.first();
    for (const desk::ReaderView &reader : readers) {
        if (reader.preferred)
            shown = reader;
    }
    const QString code = shown.fault ? domain::failureText(shown.fault->code) : QString();
    const QString help = shown.fault ? FailureHelp::line(*shown.fault) + u'\n' + FailureHelp::wordsFor(*shown.fault).next : QString();
    using Phase = desk::ReaderView::Phase;
    switch (shown.phase) {
    case Phase::Opening: setPill(pill, Tone::Mute, tr("Reader opening"), shown.name); break;
    case Phase::Ready:
        if (shown.fault)
            //: a card lay on the reader and could not be read; %1 the failure's code
            setPill(pill, Tone::Warn, tr("Card not read %1").arg(code), help);
        else
            setPill(pill, Tone::Ok, tr("Reader ready"), shown.name);
        break;
    case Phase::Reading: setPill(pill, Tone::Accent, tr("Reading card"), shown.name); break;
    case Phase::CardRead: setPill(pill, Tone::Ok, tr("Card read"), shown.name); break;
    case Phase::Missing: setPill(pill, Tone::Warn, tr("No reader %1", "the failure's code").arg(code), help); break;
    case Phase::Fault: setPill(pill, Tone::Bad, tr("Reader fault %1").arg(code), help); break;
    }
}

void HeaderBar::refreshExchange()
{
    const desk::SyncView &view = m_desks.sync->view();
    if (view.storeError) {
        // Said first of all: what waits cannot be told, or does not get any further, whatever the exchange does.
        m_countdown->stop();
        const FailureWords words = FailureHelp::wordsFor(*view.storeError);
        //: %1 the failure's code
        setPill(m_ui->exchangePushButton, Tone::Bad, tr("This computer's store fails %1").arg(words.code), words.cause + u'\n' + words.next);
        return;
    }
    QStringList words;
    const int own = view.waiting - view.waitingForOthers;
    Tone tone = Tone::Warn;
    switch (view.connection) {
    case desk::Connection::Online:
        tone = Tone::Ok;
        words << tr("Online");
        if (view.lastSync.isValid() && own == 0)
            words << tr("synchronised %1").arg(clockTime(view.lastSync));
        if (view.catalogueError) {
            tone = Tone::Warn;
            words << tr("catalogue not taken");
        }
        break;
    case desk::Connection::Connecting:
        tone = Tone::Mute;
        words << tr("Connecting");
        break;
    case desk::Connection::SignedOut:
        words << tr("Signed out of the exchange");
        break;
    case desk::Connection::Offline:
        words << tr("Offline");
        break;
    }
    if (view.refusedCases > 0 && view.connection != desk::Connection::Connecting) {
        // Not all that was handed over is there.
        tone = Tone::Warn;
        words << tr("%n returned", nullptr, view.refusedCases);
    }
    if (own > 0)
        words << tr("%n waiting", nullptr, own);
    if (view.waitingForOthers > 0)
        //: commands that colleagues made at this computer
        words << tr("%n of others", nullptr, view.waitingForOthers);
    const bool counting = view.connection == desk::Connection::Offline && view.nextTry.isValid();
    if (counting) {
        const qint64 seconds = qMax<qint64>(0, QDateTime::currentDateTimeUtc().secsTo(view.nextTry));
        if (seconds > 0)
            words << tr("next try %1").arg(QTime(0, 0).addSecs(int(qMin<qint64>(seconds, 3599))).toString(u"mm:ss"_s));
        else
            //: the exchange is being called at this moment, and has not answered yet
            words << tr("trying now");
    }
    counting ? m_countdown->start() : m_countdown->stop();
    QStringList tips;
    if (view.reason)
        tips << FailureHelp::line(*view.reason);
    if (view.waitingForOthers > 0)
        tips << tr("What colleagues made at this computer goes as soon as they sign in here.");
    setPill(m_ui->exchangePushButton, tone, words.join(u" · "_s), tips.join(u'\n'));
}

void HeaderBar::refreshOperator()
{
    const desk::OperatorView who = m_desks.signIn->who();
    const QString named = who.name.isEmpty() ? QString() : tr("%1 · %2", "operator and role").arg(who.name, Words::role(who.role));
    m_ui->operatorLabel->setText(who.confirmed ? named : tr("%1 · not confirmed", "operator and role").arg(named));
    m_ui->operatorLabel->setToolTip(who.confirmed ? QString() : tr("Signed in on this computer while the exchange is away; it confirms as soon as it is back."));
    m_ui->hallLabel->setText(who.windowName.isEmpty() ? who.hallName : tr("%1 · %2", "hall and window").arg(who.hallName, who.windowName));
}

void HeaderBar::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->languagePushButton->setText(QLocale().language() == QLocale::Chinese ? u"English"_s : u"中文"_s);
    refreshReader();
    refreshExchange();
    refreshOperator();
}

} // namespace yichuang::ui
