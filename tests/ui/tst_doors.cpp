// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "uiwindow.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;
using desk::EntryState;

/** From program start to a usable counter: keychain, store failures with their ways out, sign-in. */
class DoorsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTestTheme(); }
    void signInByKeyboardAlone();
    void emptyPasswordIsNotSent();
    void refusalIsExplainedInPlace();
    void withoutTheExchangeWhoComesIn_data();
    void withoutTheExchangeWhoComesIn();
    void passwordThatHoldsNoLonger();
    void notConfirmedYetIsSaid();
    void whoMayNotWorkHereAnyMoreSeesNoCase();
    void refusalLeavesTheKeyboardAtThePassword();
    void storeThatLostItsEndIsToldAtTheDoor();
    void storeFailureOffersItsWaysOut_data();
    void storeFailureOffersItsWaysOut();
    void storeIsPutAsideOnlyAfterExplicitConsent();
    void storeFailureIsExportedForSupport();
    void signOutLeadsBackToTheDoor();
    void theLastAccountStandsThereToBeTypedOver();
    void pagesAreBuiltBehindTheDoor();
};

void DoorsTest::signInByKeyboardAlone()
{
    UiWindow ui;
    ui.fakes.signIn.enter(EntryState::SignedOut);
    QTRY_COMPARE(QApplication::focusWidget(), ui.find(u"loginLineEdit"_s));
    ui.type(u"clerk"_s);
    ui.press(Qt::Key_Tab);
    ui.type(u"secret"_s);
    ui.press(Qt::Key_Return);
    QCOMPARE(ui.fakes.signIn.calls, QStringList{u"signIn clerk secret"_s});
    QVERIFY(ui.shows(u"headerBar"_s));
}

void DoorsTest::theLastAccountStandsThereToBeTypedOver()
{
    UiWindow ui;
    ui.fakes.signIn.last = u"clerk02"_s;
    ui.fakes.signIn.enter(EntryState::SignedOut);
    QTRY_COMPARE(QApplication::focusWidget(), ui.find(u"passwordLineEdit"_s));
    QCOMPARE(ui.find<QLineEdit>(u"loginLineEdit"_s)->text(), u"clerk02"_s);
    ui.press(Qt::Key_Backtab, Qt::ShiftModifier);
    ui.type(u"clerk03"_s);
    QCOMPARE(ui.find<QLineEdit>(u"loginLineEdit"_s)->text(), u"clerk03"_s);
}

void DoorsTest::emptyPasswordIsNotSent()
{
    UiWindow ui;
    ui.fakes.signIn.enter(EntryState::SignedOut);
    QTRY_COMPARE(QApplication::focusWidget(), ui.find(u"loginLineEdit"_s));
    ui.type(u"clerk"_s);
    ui.click(u"signInPushButton"_s);
    QVERIFY(ui.fakes.signIn.calls.isEmpty());
    QCOMPARE(QApplication::focusWidget(), ui.find(u"passwordLineEdit"_s));
}

void DoorsTest::refusalIsExplainedInPlace()
{
    UiWindow ui;
    ui.fakes.signIn.enter(EntryState::SignedOut);
    QVERIFY(!ui.shows(u"errorCauseLabel"_s));
    ui.find<QLineEdit>(u"passwordLineEdit"_s)->setText(u"wrong"_s);
    ui.fakes.signIn.enter(EntryState::SignInFailed, domain::Error{domain::FailureCode::SignInRefused, u"401"_s, false});
    QVERIFY(ui.find<QLabel>(u"errorNextLabel"_s)->text().contains("AUTH-001"_L1));
    QVERIFY(ui.find<QLineEdit>(u"passwordLineEdit"_s)->text().isEmpty());
    QVERIFY(!ui.find<QLabel>(u"errorCauseLabel"_s)->text().contains("401"_L1));
}

void DoorsTest::withoutTheExchangeWhoComesIn_data()
{
    QTest::addColumn<domain::FailureCode>("code");
    for (const domain::FailureCode code : {domain::FailureCode::NetworkUnreachable, domain::FailureCode::ExchangeFault, domain::FailureCode::ExchangeBusy})
        QTest::newRow(qPrintable(domain::failureText(code))) << code;
}

/** At the counter the same failure says that the work can go on. */
void DoorsTest::withoutTheExchangeWhoComesIn()
{
    QFETCH(const domain::FailureCode, code);
    UiWindow ui;
    const domain::Error away{code, {}, true};
    ui.fakes.signIn.enter(EntryState::SignInFailed, away);
    const QString known = ui.find<QLabel>(u"errorNextLabel"_s)->text();
    QVERIFY2(known.contains(u"within the last 7 days"_s) && known.contains(domain::failureText(code)) && !known.contains(u"Go on working"_s), qPrintable(known));
    ui.fakes.signIn.offlineDays = 0;
    ui.fakes.signIn.enter(EntryState::SignInFailed, domain::Error{code, {}, true});
    const QString next = ui.find<QLabel>(u"errorNextLabel"_s)->text();
    QVERIFY2(next.contains(u"Nobody can sign in"_s) && next.contains(domain::failureText(code)) && !next.contains(u"Go on working"_s), qPrintable(next));
}

void DoorsTest::passwordThatHoldsNoLonger()
{
    UiWindow ui;
    ui.fakes.signIn.enter(EntryState::SignedOut, domain::Error{domain::FailureCode::SignInRefused, {}, false});
    const QString next = ui.find<QLabel>(u"errorNextLabel"_s)->text();
    QVERIFY2(next.contains(u"What was entered is kept"_s) && next.contains(u"AUTH-001"_s), qPrintable(next));
}

void DoorsTest::notConfirmedYetIsSaid()
{
    UiWindow ui;
    ui.fakes.signIn.confirmed = false;
    ui.fakes.signIn.enter(EntryState::SignedIn);
    const auto *label = ui.find<QLabel>(u"operatorLabel"_s);
    QVERIFY2(label->text().contains(u"not confirmed"_s) && !label->toolTip().isEmpty(), qPrintable(label->text()));
    ui.press(Qt::Key_9, Qt::ControlModifier);
    QWidget *before = QApplication::focusWidget();
    ui.fakes.signIn.confirmed = true;
    Q_EMIT ui.fakes.signIn.whoChanged();
    QVERIFY(!label->text().contains(u"not confirmed"_s) && label->toolTip().isEmpty());
    QCOMPARE(QApplication::focusWidget(), before);
}

void DoorsTest::whoMayNotWorkHereAnyMoreSeesNoCase()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    QVERIFY(ui.shows(u"nameLabel"_s));
    ui.fakes.signIn.role = domain::Role::Reviewer;
    Q_EMIT ui.fakes.signIn.whoChanged();
    QVERIFY(ui.shows(u"forbiddenStateView"_s));
    QVERIFY(!ui.shows(u"nameLabel"_s));
    ui.fakes.signIn.role = domain::Role::Clerk;
    Q_EMIT ui.fakes.signIn.whoChanged();
    QVERIFY(ui.shows(u"nameLabel"_s));
}

void DoorsTest::refusalLeavesTheKeyboardAtThePassword()
{
    UiWindow ui;
    ui.fakes.signIn.enter(EntryState::SignedOut);
    QTRY_COMPARE(QApplication::focusWidget(), ui.find(u"loginLineEdit"_s));
    ui.type(u"clerk01"_s);
    ui.press(Qt::Key_Tab);
    ui.type(u"wrong"_s);
    ui.fakes.signIn.enter(EntryState::SigningIn);
    ui.fakes.signIn.enter(EntryState::SignInFailed, domain::Error{domain::FailureCode::SignInRefused, {}, false});
    // What is typed next is the password again: it must not stand in clear after the account's name.
    ui.type(u"secret"_s);
    QCOMPARE(ui.find<QLineEdit>(u"loginLineEdit"_s)->text(), u"clerk01"_s);
    QCOMPARE(ui.find<QLineEdit>(u"passwordLineEdit"_s)->text(), u"secret"_s);
}

void DoorsTest::storeThatLostItsEndIsToldAtTheDoor()
{
    UiWindow ui;
    ui.fakes.signIn.enter(EntryState::SignedOut, domain::Error{domain::FailureCode::VaultCutShort, {}, false});
    QVERIFY(ui.find<QLabel>(u"errorNextLabel"_s)->text().contains("VLT-012"_L1));
    QVERIFY(ui.shows(u"loginLineEdit"_s));
    QCOMPARE(ui.layoutFaults(), QStringList());
    ui.fakes.signIn.enter(EntryState::SignedIn);
    ui.press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!ui.shows(u"errorNextLabel"_s));
}

void DoorsTest::storeFailureOffersItsWaysOut_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("mayPutAside");
    QTest::newRow("damaged") << int(domain::FailureCode::VaultDamaged) << true;
    QTest::newRow("key missing") << int(domain::FailureCode::KeyMissing) << true;
    QTest::newRow("wrong key") << int(domain::FailureCode::KeyWrong) << true;
    QTest::newRow("gone") << int(domain::FailureCode::VaultGone) << true;
    QTest::newRow("newer") << int(domain::FailureCode::VaultNewer) << true;
    QTest::newRow("no keychain") << int(domain::FailureCode::KeychainUnavailable) << false;
    QTest::newRow("in use") << int(domain::FailureCode::VaultInUse) << false;
}

void DoorsTest::storeFailureOffersItsWaysOut()
{
    QFETCH(const int, code);
    QFETCH(const bool, mayPutAside);
    UiWindow ui;
    ui.fakes.signIn.enter(EntryState::StoreFailed, domain::Error{domain::FailureCode(code), {}, false});
    QVERIFY(ui.shows(u"retryPushButton"_s));
    QVERIFY(ui.shows(u"quitPushButton"_s));
    QCOMPARE(ui.shows(u"asideToggleButton"_s), mayPutAside);
    QVERIFY(!ui.find<QLabel>(u"causeLabel"_s)->text().isEmpty());
    ui.press(Qt::Key_F5);
    QCOMPARE(ui.fakes.signIn.calls, QStringList{u"retryStore"_s});
}

void DoorsTest::storeFailureIsExportedForSupport()
{
    UiWindow ui;
    ui.fakes.signIn.enter(EntryState::StoreFailed, domain::Error{domain::FailureCode::VaultDamaged, {}, false});
    ui.click(u"exportReportPushButton"_s);
    QCOMPARE(ui.fakes.diagnostics.exports, 1);
    ui.fakes.diagnostics.v.exported = u"/home/clerk/Desktop/report.json"_s;
    ui.fakes.diagnostics.show();
    QCOMPARE(ui.find<QLabel>(u"reportLabel"_s)->text(), u"Report for support, without personal data: /home/clerk/Desktop/report.json"_s);
}

void DoorsTest::storeIsPutAsideOnlyAfterExplicitConsent()
{
    UiWindow ui;
    ui.fakes.signIn.enter(EntryState::StoreFailed, domain::Error{domain::FailureCode::VaultDamaged, {}, false});
    QVERIFY(!ui.shows(u"asideConfirmPushButton"_s));
    ui.click(u"asideToggleButton"_s);
    QVERIFY(!ui.find<QPushButton>(u"asideConfirmPushButton"_s)->isEnabled());
    ui.click(u"asideConfirmPushButton"_s);
    QVERIFY(ui.fakes.signIn.calls.isEmpty());
    ui.find<QCheckBox>(u"asideCheckBox"_s)->setFocus();
    ui.press(Qt::Key_Space);
    ui.click(u"asideConfirmPushButton"_s);
    QCOMPARE(ui.fakes.signIn.calls, QStringList{u"setStoreAside"_s});
}

void DoorsTest::signOutLeadsBackToTheDoor()
{
    UiWindow ui;
    ui.press(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(ui.fakes.signIn.calls, QStringList{u"signOut"_s});
    QVERIFY(ui.shows(u"loginLineEdit"_s));
    QVERIFY(!ui.shows(u"headerBar"_s));
}

void DoorsTest::pagesAreBuiltBehindTheDoor()
{
    FakeDesks fakes;
    fakes.signIn.entry = EntryState::OpeningStore;
    ui::MainWindow window(fakes.desks());
    const auto shows = [&window](const QString &name) {
        const auto *widget = window.findChild<QWidget *>(name);
        return widget && widget->isVisible();
    };
    // Somebody is signed in as soon as the door was painted: it stays until what is behind it can be used.
    bool doorStood = false;
    connect(&window, &ui::MainWindow::painted, &window, [&] {
        fakes.signIn.enter(EntryState::SignedIn);
        doorStood = shows(u"waitingStateView"_s) && !shows(u"headerBar"_s);
    });
    int wholePages = 0;
    int looks = 0;
    QTimer look;
    connect(&look, &QTimer::timeout, &window, [&] {
        ++looks;
        if (shows(u"headerBar"_s))
            wholePages += shows(u"certificateFilterLineEdit"_s) && shows(u"savePushButton"_s) && window.findChild<QWidget *>(u"closeHelpPushButton"_s) ? 1 : -looks;
    });
    look.start(0);
    window.resize(1440, 900);
    window.show();
    QTRY_VERIFY(shows(u"headerBar"_s));
    QTRY_VERIFY(wholePages != 0);
    QVERIFY(doorStood);
    QVERIFY(wholePages > 0);
}

QTEST_MAIN(DoorsTest)
#include "tst_doors.moc"
