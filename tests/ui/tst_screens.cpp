// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "scenecatalogue.h"
#include "uiwindow.h"

#include <QDir>
#include <QTabBar>
#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

/** Every screen in both languages and at every size: a picture for people, and checks that nothing is cut or covered. */
class ScreensTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void screen_data();
    void screen();
    void switchingCutsNothing();

private:
    void play(UiWindow &ui, const QString &name);
    [[nodiscard]] static QStringList englishWords(const UiWindow &ui);
};

void ScreensTest::initTestCase()
{
    installTestTheme();
    QDir().mkpath(QStringLiteral(SCREENSHOT_FOLDER));
}

void ScreensTest::screen_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    const bool scaled = qEnvironmentVariable("QT_SCALE_FACTOR") == "1.5"_L1;
    const QList<QSize> sizes = scaled ? QList<QSize>{{1280, 720}} : QList<QSize>{{1440, 900}, {1366, 768}};
    const QStringList names{u"signin"_s, u"signin-refused"_s, u"signin-away"_s, u"keychain"_s, u"store-failure"_s, u"counter-empty"_s, u"counter"_s, u"card-permit"_s, u"card-2017"_s, u"card-2023"_s, u"counter-loading"_s, u"counter-offline"_s,
                            u"certificate"_s, u"contents"_s, u"file"_s, u"file-kept"_s, u"file-refused"_s, u"items"_s, u"situations"_s, u"form"_s, u"timeline"_s, u"material"_s, u"papers"_s, u"typed"_s, u"agent"_s, u"agent-typed"_s, u"newcomer"_s, u"newcomer-named"_s, u"returned"_s,
                            u"receipt"_s, u"accepted"_s, u"hand-in"_s, u"cases"_s, u"case"_s, u"case-failed"_s, u"cases-empty"_s, u"cases-failed"_s, u"sync"_s, u"sync-offline"_s, u"sync-catalogue"_s, u"sync-store"_s, u"help"_s, u"diagnostics"_s, u"readers"_s, u"tray"_s, u"update"_s, u"update-busy"_s, u"update-back"_s};
    for (const QString &name : names) {
        for (const QString &language : {u"zh_CN"_s, u"en"_s}) {
            for (const QSize size : sizes)
                QTest::addRow("%s %s %dx%d", qPrintable(name), qPrintable(language), size.width(), size.height()) << name << language << size;
        }
    }
}

static void playDoors(UiWindow &ui, const QString &name)
{
    using desk::EntryState;
    if (name == "signin"_L1)
        ui.fakes.signIn.enter(EntryState::SignedOut);
    if (name == "signin-refused"_L1)
        ui.fakes.signIn.enter(EntryState::SignInFailed, domain::Error{domain::FailureCode::SignInRefused, {}, false});
    if (name == "signin-away"_L1)
        ui.fakes.signIn.enter(EntryState::SignInFailed, domain::Error{domain::FailureCode::NetworkUnreachable, {}, true});
    if (name == "keychain"_L1)
        ui.fakes.signIn.enter(EntryState::WaitingForKeychain);
    if (name == "store-failure"_L1) {
        ui.fakes.signIn.enter(EntryState::StoreFailed, domain::Error{domain::FailureCode::VaultDamaged, {}, false});
        ui.click(u"asideToggleButton"_s);
    }
}

static void playPages(UiWindow &ui, const QString &name)
{
    using Page = ui::MainWindow::Page;
    if (name.startsWith("case"_L1)) {
        if (name == "cases-empty"_L1)
            ui.fakes.cases.rows.clear();
        if (name == "cases-failed"_L1) {
            ui.fakes.cases.rows.clear();
            ui.fakes.cases.failure = domain::Error{domain::FailureCode::StoreFailed, {}, true};
        }
        ui.window->showPage(Page::Cases);
        QTRY_VERIFY(ui.shows(u"casesTableView"_s) || name.startsWith("cases-"_L1));
    }
    if (name == "case"_L1 || name == "case-failed"_L1) {
        ui.fakes.counter.playReceived(true);
        ui.fakes.cases.detail.whole = ui.fakes.counter.v.openCase;
        ui.fakes.cases.detail.items = ui.fakes.counter.v.items;
        ui.fakes.cases.detail.items[1].state = domain::PartState::CorrectionAsked;
        ui.fakes.cases.detail.timeline = ui.fakes.counter.v.timeline;
        domain::CasePart part;
        part.id = ui.fakes.cases.detail.items.at(1).partId;
        part.itemName = ui.fakes.cases.detail.items.at(1).name;
        part.state = domain::PartState::CorrectionAsked;
        part.correction = domain::Correction{{u"户口簿首页不清晰"_s, u"缺父亲身份证明"_s}, sceneDay().addDays(5), {}, {}};
        ui.fakes.cases.detail.whole.parts = {part};
        ui.fakes.cases.detail.mayWithdraw = true;
        ui.fakes.cases.detail.files = {{u"户口簿"_s, {{u"a1"_s, u"户口簿首页"_s, 180'000, {}}, {u"a2"_s, u"户口簿本人页"_s, 210'000, {}}}}, {u"新生儿近照"_s, {{u"a3"_s, u"近照"_s, 90'000, {}}}}};
        ui.click(u"casesTableView"_s);
        QTRY_VERIFY(ui.shows(u"caseDetailPane"_s) || ui.shows(u"detailNumberLabel"_s));
        if (name == "case-failed"_L1) {
            ui.click(u"withdrawPushButton"_s);
            ui.type(u"9"_s);
            ui.press(Qt::Key_Return);
            Q_EMIT ui.fakes.cases.failed(desk::CaseDesk::noQuestion, {domain::FailureCode::CaseIllegalTransition, {}, false});
        }
    }
    if (name.startsWith("sync"_L1)) {
        if (name == "sync-offline"_L1)
            ui.fakes.sync.playOffline();
        if (name == "sync-catalogue"_L1) {
            ui.fakes.sync.v.catalogueError = domain::Error{domain::FailureCode::CatalogueBadData, {}, false};
            Q_EMIT ui.fakes.sync.viewChanged();
        }
        if (name == "sync-store"_L1) {
            ui.fakes.sync.v.storeError = domain::Error{domain::FailureCode::StoreFailed, {}, false};
            ui.fakes.sync.v.unread = true;
            Q_EMIT ui.fakes.sync.viewChanged();
        }
        ui.window->showPage(Page::Sync);
    }
}

static void playCounter(UiWindow &ui, const QString &name)
{
    FakeCounterDesk &counter = ui.fakes.counter;
    const QStringList tabs{u"certificates"_s, u"items"_s, u"situations"_s, u"form"_s, u"timeline"_s};
    if (const qsizetype tab = tabs.indexOf(name); tab >= 0)
        ui.press(Qt::Key(int(Qt::Key_1) + int(tab)), Qt::AltModifier);
    if (name == "items"_L1) {
        ui.type(u"户"_s);
        ui.press(Qt::Key_Return);
    }
    if (name == "certificate"_L1 || name == "contents"_L1) {
        ui.press(Qt::Key_1, Qt::AltModifier);
        ui.press(Qt::Key_Down);
        ui.press(Qt::Key_Return);
        QVERIFY(ui.shows(u"certificateDetail"_s));
    }
    if (name == "contents"_L1)
        counter.pullWithConsent(counter.v.openedCertificate->summary.identifier);
    if (name.startsWith("file"_L1)) {
        ui.press(Qt::Key_1, Qt::AltModifier);
        ui.press(Qt::Key_Down);
        ui.press(Qt::Key_Return);
        counter.pullWithConsent(counter.v.openedCertificate->summary.identifier);
        ui.press(Qt::Key_O, Qt::ControlModifier);
        if (name == "file-kept"_L1) {
            for (desk::CertificateView &certificate : counter.v.certificates)
                certificate.summary.status = domain::CertificateStatus::Revoked;
            counter.playFile(desk::FileState::Kept, domain::Error{domain::FailureCode::NetworkUnreachable, {}, true});
        } else if (name == "file-refused"_L1) {
            counter.playFile(desk::FileState::Failed, domain::Error{domain::FailureCode::ConsentRequired, {}, false});
        } else {
            counter.playFile(desk::FileState::Ready);
        }
        QVERIFY(ui.shows(u"filePane"_s));
    }
    if (name == "counter-loading"_L1 || name == "counter-offline"_L1) {
        counter.playCardRead();
        counter.v.certificates.clear();
        counter.v.hints.clear();
        counter.v.listing = name.endsWith("loading"_L1) ? desk::ListingState::Loading : desk::ListingState::Offline;
        counter.changed();
    }
    if (name.startsWith("card-"_L1)) {
        using domain::CardKind;
        counter.v.openCase.applicant = sceneHolder(name.endsWith("permit"_L1) ? CardKind::HkMoTwPermit
            : name.endsWith("2017"_L1)                                       ? CardKind::Foreigner2017 : CardKind::Foreigner2023);
        counter.changed();
    }
    if (name == "material"_L1)
        ui.press(Qt::Key_F6);
    if (name == "typed"_L1) {
        counter.newCase();
        ui.press(Qt::Key_F4);
        ui.type(u"Li 99010"_s);
        ui.press(Qt::Key_Return);
    }
    if (name == "agent"_L1)
        counter.setAgency(domain::Agency{sceneStranger(), u"配偶"_s, {}, sceneDay().addDays(30), false});
    if (name == "agent-typed"_L1) {
        domain::Agency agency{sceneStranger(), u"配偶"_s, {}, sceneDay().addDays(30), false};
        agency.agent.method = domain::IdentityMethod::Typed;
        counter.setAgency(agency);
        ui.press(Qt::Key_F4, Qt::ShiftModifier);
        ui.type(u"李"_s);
        ui.press(Qt::Key_Return);
    }
    if (name == "newcomer"_L1) {
        counter.v.newcomer = desk::Newcomer{sceneStranger()};
        counter.v.error = domain::Error{domain::FailureCode::StoreDiskFull, {}, true};
        counter.changed();
    }
    if (name == "newcomer-named"_L1) {
        counter.v.openCase.applicant->method = domain::IdentityMethod::Typed;
        domain::Party read = *counter.v.openCase.applicant;
        read.name = u"李四示例"_s;
        counter.v.newcomer = desk::Newcomer{read};
        counter.v.newcomer->namesApplicant = true;
        counter.changed();
    }
    if (name == "returned"_L1) {
        counter.playReturned();
        counter.v.returned->listedBefore = true;
        counter.changed();
    }
    if (name == "receipt"_L1 || name == "accepted"_L1)
        counter.playReceived(name == "accepted"_L1);
    if (name == "hand-in"_L1) {
        counter.playHandingIn();
        counter.v.cardAddress.printed = sceneApplicant().address;
        counter.changed();
        ui.press(Qt::Key_F6);
    }
}

/** Several files of one material, two of the choice refused. */
static void playPapers(UiWindow &ui)
{
    FakeCounterDesk &counter = ui.fakes.counter;
    ui.press(Qt::Key_F6);
    counter.attachFiles(u"baby-photo"_s, {u"正面"_s, u"反面"_s, u"第三页，名称很长很长很长很长很长的扫描件"_s, u"第四页"_s});
    counter.v.setError(domain::Error{domain::FailureCode::AttachmentTwice, {}, false});
    counter.v.refusedFiles = {{u"空白页"_s, *counter.v.error}, {u"第二十一页"_s, {domain::FailureCode::AttachmentsFull, {}, false}}};
    counter.changed();
}

void ScreensTest::play(UiWindow &ui, const QString &name)
{
    if (name != "counter-empty"_L1)
        ui.fakes.counter.playNewborn();
    playDoors(ui, name);
    playPages(ui, name);
    playCounter(ui, name);
    if (name == "papers"_L1)
        playPapers(ui);
    if (name == "help"_L1)
        ui.press(Qt::Key_F1);
    if (name == "diagnostics"_L1) {
        ui.press(Qt::Key_F1);
        ui.click(u"diagnosticsPushButton"_s);
        ui.fakes.diagnostics.playLooked();
        ui.fakes.diagnostics.v.exported = u"/home/clerk/Desktop/yichuang-diagnostics-20261123-093000.json"_s;
        ui.fakes.diagnostics.v.error = domain::Error{domain::FailureCode::ReportNotWritable, {}, true};
        ui.fakes.diagnostics.show();
    }
    if (name == "readers"_L1) {
        ui.fakes.readers.list[0].phase = desk::ReaderView::Phase::Fault;
        ui.fakes.readers.list[0].fault = domain::Error{domain::FailureCode::ReaderPortBusy, {}, true};
        Q_EMIT ui.fakes.readers.readersChanged();
        ui.click(u"readerPushButton"_s);
    }
    if (name.startsWith("update"_L1)) {
        name == "update-back"_L1 ? ui.fakes.updates.playRolledBack() : ui.fakes.updates.playReady(name == "update"_L1);
        ui.click(u"noticePushButton"_s);
    }
    if (name == "tray"_L1) {
        ui.fakes.readers.cards = {{u"a"_s, u"李*例"_s, u"citizen"_s, u"newborn"_s, true, u"0028"_s}, {u"b"_s, u"王*例"_s, u"hk-mo-tw-permit"_s, {}, false, u"0015"_s}};
        Q_EMIT ui.fakes.readers.trayChanged();
    }
    QCoreApplication::sendPostedEvents();
    QTest::qWait(0);
}

void ScreensTest::screen()
{
    QFETCH(const QString, name);
    QFETCH(const QString, language);
    QFETCH(const QSize, size);
    UiWindow ui(language, size);
    play(ui, name);
    const qreal scale = ui.window->devicePixelRatioF();
    const QString file = u"%1/%2-%3-%4x%5%6.png"_s.arg(QStringLiteral(SCREENSHOT_FOLDER), name, language).arg(size.width()).arg(size.height()).arg(scale > 1 ? u"@150"_s : QString());
    QVERIFY(ui.window->grab().save(file));
    QCOMPARE(ui.window->size(), size);
    const QStringList faults = ui.layoutFaults();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    if (language != "en"_L1 || size.height() == 900)
        return;
    // From English to Chinese while running: once for each screen is enough.
    ui.translator.setLanguage(u"zh_CN"_s);
    QTest::qWait(0);
    const QStringList english = englishWords(ui);
    QVERIFY2(english.isEmpty(), qPrintable(english.join(u'\n')));
}

QStringList ScreensTest::englishWords(const UiWindow &ui)
{
    static const QRegularExpression allowed(u"Debian GNU/Linux|bookworm|xcb|community|OpenSSL|Noto Sans CJK SC|https:\\S+|/home/\\S+|EXAMPLE, [A-Z ]+|F[1-9]|Ctrl|Alt|Shift|Esc|serial:\\S+|English|[A-Z]{2,5}-\\d{3}|[0-9A-Z*]{6,}|<[^>]*>|&nbsp;|Li |CAN|MiB|MB|KB|ms"_s);
    static const QRegularExpression word(u"[A-Za-z]{2,}"_s);
    QStringList english;
    for (const QString &text : ui.visibleTexts()) {
        QString rest = text.mid(text.indexOf(u": "_s) + 2);
        rest.remove(allowed);
        if (word.match(rest).hasMatch())
            english << text;
    }
    return english;
}

/** A window that was built for the short words of one language makes room for the longer ones of the other. */
void ScreensTest::switchingCutsNothing()
{
    UiWindow ui(u"zh_CN"_s, {1440, 900});
    ui.fakes.counter.playNewborn();
    ui.translator.setLanguage(u"en"_s);
    QStringList faults;
    // The new words are laid out in turns of the event loop.
    const bool fits = QTest::qWaitFor([&] { return (faults = ui.layoutFaults()).isEmpty(); }, 2000);
    QVERIFY2(fits, qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(ScreensTest)
#include "tst_screens.moc"
