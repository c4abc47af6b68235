// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/sheetview.h"
#include "scenecatalogue.h"
#include "uiwindow.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTextBrowser>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;
using desk::FileState;

/** The annotated copy of a certificate on the counter: where it opens, what it says of itself, and how it goes. */
class CounterFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTestTheme(); }
    void contentsAreMaskedUntilRevealed();
    void onlyWhereContentsWerePulled();
    void byKeyboardAlone();
    void theSheetIsPainted();
    void statesInWords_data();
    void statesInWords();
    void consentOpensWhatWasRefused();
    void invalidCertificateIsToldSo();
    void nextApplicantSeesNothing();
    void focusWalksThroughIt();

private:
    /** Opens the detail of a certificate by mouse. */
    static void openDetail(UiWindow &ui, const QString &identifier);
    static void pull(UiWindow &ui, const QString &identifier);
};

void CounterFileTest::openDetail(UiWindow &ui, const QString &identifier)
{
    auto *list = ui.find<QListView>(u"certificatesListView"_s);
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        list->scrollTo(index);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
        if (ui.fakes.counter.calls.last() == u"openCertificate "_s + identifier)
            return;
    }
    qFatal("no certificate %s", qPrintable(identifier));
}

void CounterFileTest::pull(UiWindow &ui, const QString &identifier)
{
    openDetail(ui, identifier);
    ui.click(u"consentPushButton"_s);
}

void CounterFileTest::onlyWhereContentsWerePulled()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    openDetail(ui, u"id-licence"_s);
    QVERIFY(!ui.shows(u"openFilePushButton"_s));
    ui.press(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(!ui.fakes.counter.calls.contains(u"openFile id-licence"_s));
    ui.click(u"consentPushButton"_s);
    QVERIFY(ui.fakes.counter.calls.contains(u"pullWithConsent id-licence"_s));
    ui.click(u"openFilePushButton"_s);
    QCOMPARE(ui.fakes.counter.calls.last(), u"openFile id-licence"_s);
}

void CounterFileTest::byKeyboardAlone()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    pull(ui, u"id-licence"_s);
    ui.find(u"certificateTextBrowser"_s)->setFocus();
    ui.press(Qt::Key_O, Qt::ControlModifier);
    QCOMPARE(ui.fakes.counter.calls.last(), u"openFile id-licence"_s);
    QVERIFY(ui.shows(u"fileStateView"_s));
    QVERIFY(!ui.shows(u"certificatesListView"_s));
    QCOMPARE(QApplication::focusWidget(), ui.find(u"closeFilePushButton"_s));
    ui.fakes.counter.playFile(FileState::Ready);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"fileScrollArea"_s));
    auto *bar = ui.find<QScrollArea>(u"fileScrollArea"_s)->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    ui.press(Qt::Key_PageDown);
    QVERIFY(bar->value() > 0);
    ui.press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"fileScrollArea"_s));
    ui.press(Qt::Key_Escape);
    QCOMPARE(ui.fakes.counter.calls.last(), u"closeFile"_s);
    QVERIFY(ui.shows(u"certificatesListView"_s));
    QVERIFY(ui.shows(u"certificateDetail"_s));
    QCOMPARE(QApplication::focusWidget(), ui.find(u"openFilePushButton"_s));
}

/** Ink where a text stands, none where nothing stands, and less of it under the grey mark. */
void CounterFileTest::theSheetIsPainted()
{
    ui::SheetView view;
    view.resize(596, 842);
    const auto darkest = [&view](const QRect &part) {
        const QImage image = view.grab(part).toImage();
        int least = 255;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                least = qMin(least, qGray(image.pixel(x, y)));
        }
        return least;
    };
    const QRect title(72, 842 - 784, 120, 30);
    const QRect mark(80, 842 - 560, 200, 80);
    view.setSheets({{595, 842, {{u"结婚证"_s, 20, 0, {1, 0, 0, 1, 72, 760}}, {u"仅供示例"_s, 40, 0.75, {1, 0, 0, 1, 90, 500}}}}});
    QVERIFY2(darkest(title) < 60, "black where the title stands");
    QVERIFY2(darkest(mark) > 150 && darkest(mark) < 220, "grey where the mark stands");
    QVERIFY2(darkest(QRect(300, 600, 200, 100)) == 255, "white elsewhere");
    QVERIFY(view.accessibleDescription().contains(u"结婚证"_s));
    view.setSheets({});
    QVERIFY2(darkest(title) > 200, "nothing stays behind");
    QVERIFY(view.accessibleDescription().isEmpty());
}

void CounterFileTest::statesInWords_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("shown");
    const auto row = [](const char *name, FileState state, const char16_t *code, const char16_t *words, bool shown) {
        QTest::newRow(name) << int(state) << QString::fromUtf16(code) << QString::fromUtf16(words) << shown;
    };
    row("loading", FileState::Loading, u"", u"Asking for the annotated copy", false);
    row("fetched", FileState::Ready, u"", u"kept encrypted", true);
    row("fetched, not kept", FileState::Ready, u"STO-002", u"could not be kept on this computer", true);
    row("kept, offline", FileState::Kept, u"NET-001", u"The exchange does not answer. This copy was fetched", true);
    row("kept, no right to ask", FileState::Kept, u"", u"to ask for a newer one", true);
    row("offline", FileState::Offline, u"NET-001", u"no copy was fetched for this case", false);
    row("refused", FileState::Failed, u"SVC-009", u"SVC-009", false);
    row("gone", FileState::Failed, u"SVC-011", u"SVC-011", false);
    row("damaged", FileState::Failed, u"DOC-003", u"DOC-003", false);
    row("more than can be shown", FileState::Failed, u"DOC-004", u"DOC-004", false);
    row("too large", FileState::Failed, u"DOC-001", u"8 MiB", false);
    row("no PDF", FileState::Failed, u"DOC-002", u"no PDF", false);
}

void CounterFileTest::statesInWords()
{
    QFETCH(const int, state);
    QFETCH(const QString, code);
    QFETCH(const QString, words);
    QFETCH(const bool, shown);
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    pull(ui, u"id-licence"_s);
    ui.click(u"openFilePushButton"_s);
    std::optional<domain::Error> error;
    if (!code.isEmpty())
        error = domain::Error{domain::failureFromText(code), {}, code.startsWith(u"NET"_s)};
    ui.fakes.counter.playFile(FileState(state), error);
    QCOMPARE(ui.shows(u"fileSheetView"_s), shown);
    QCOMPARE(ui.shows(u"fileStateView"_s), !shown);
    QVERIFY2(ui.visibleTexts().join(u'\n').contains(words), qPrintable(words));
    QTest::qWait(0); // layouts take their turn of the event loop
    const QStringList faults = ui.layoutFaults();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    if (shown || FileState(state) == FileState::Loading || code == "SVC-009"_L1)
        return;
    ui.fakes.counter.calls.clear();
    ui.click(u"stateActionPushButton"_s);
    QCOMPARE(ui.fakes.counter.calls, QStringList{u"openFile id-licence"_s});
}

void CounterFileTest::consentOpensWhatWasRefused()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    pull(ui, u"id-licence"_s);
    ui.click(u"openFilePushButton"_s);
    ui.fakes.counter.playFile(FileState::Failed, domain::Error{domain::FailureCode::ConsentRequired, {}, false});
    ui.fakes.counter.calls.clear();
    ui.click(u"stateActionPushButton"_s);
    QCOMPARE(ui.fakes.counter.calls, (QStringList{u"closeFile"_s, u"pullWithConsent id-licence"_s}));
    QVERIFY(ui.shows(u"openFilePushButton"_s));
}

void CounterFileTest::invalidCertificateIsToldSo()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    pull(ui, u"id-licence"_s);
    ui.click(u"openFilePushButton"_s);
    ui.fakes.counter.playFile(FileState::Ready);
    QVERIFY(!ui.shows(u"fileWarningLabel"_s));
    for (desk::CertificateView &certificate : ui.fakes.counter.v.certificates) {
        if (certificate.summary.identifier == "id-licence"_L1)
            certificate.summary.status = domain::CertificateStatus::Revoked;
    }
    ui.fakes.counter.changed();
    QVERIFY(ui.find<QLabel>(u"fileWarningLabel"_s)->text().contains(u"Revoked"_s));
    for (desk::CertificateView &certificate : ui.fakes.counter.v.certificates) {
        certificate.summary.status = domain::CertificateStatus::Valid;
        certificate.summary.validTo = QDate(2020, 1, 1);
    }
    ui.fakes.counter.changed();
    QVERIFY(ui.find<QLabel>(u"fileWarningLabel"_s)->text().contains(u"Expired"_s));
}

void CounterFileTest::nextApplicantSeesNothing()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    pull(ui, u"id-licence"_s);
    ui.click(u"openFilePushButton"_s);
    ui.fakes.counter.playFile(FileState::Ready);
    auto *sheet = ui.find(u"fileSheetView"_s);
    QVERIFY(!sheet->accessibleDescription().isEmpty());
    ui.press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!ui.shows(u"filePane"_s));
    QVERIFY2(sheet->accessibleDescription().isEmpty(), "the sheet left the widget");
}

/** In the order of the focus: from the text of the detail to its copy and on; in the copy to its way out. */
void CounterFileTest::focusWalksThroughIt()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    pull(ui, u"id-licence"_s);
    ui.find(u"certificateTextBrowser"_s)->setFocus();
    ui.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"revealContentsPushButton"_s));
    ui.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"openFilePushButton"_s));
    ui.press(Qt::Key_Space);
    QCOMPARE(ui.fakes.counter.calls.last(), u"openFile id-licence"_s);
    ui.fakes.counter.playFile(FileState::Ready);
    ui.find(u"fileScrollArea"_s)->setFocus();
    ui.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"closeFilePushButton"_s));
    ui.press(Qt::Key_Space);
    QVERIFY(!ui.shows(u"filePane"_s));
    QCOMPARE(QApplication::focusWidget(), ui.find(u"openFilePushButton"_s));
    ui.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"closeCertificatePushButton"_s));
}

/** Whoever passes behind the clerk reads no number; showing it is a step of its own, on record, for this one opening. */
void CounterFileTest::contentsAreMaskedUntilRevealed()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    auto *list = ui.find<QListView>(u"certificatesListView"_s);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    ui.press(Qt::Key_Return);
    QVERIFY(ui.shows(u"certificateDetail"_s));
    QVERIFY(!ui.shows(u"revealContentsPushButton"_s));
    ui.press(Qt::Key_F2);
    ui.fakes.counter.pullWithConsent(ui.fakes.counter.v.openedCertificate->summary.identifier);
    const auto text = [&ui] { return ui.find<QTextBrowser>(u"certificateTextBrowser"_s)->toPlainText(); };
    const QStringList hidden{u"99000128"_s, u"990100199001010028"_s, u"6200000000000000123"_s, u"13900000001"_s, u"示例路1号"_s};
    QTRY_VERIFY(ui.shows(u"revealContentsPushButton"_s));
    QVERIFY(text().contains(u"李示例"_s));
    for (const QString &one : hidden)
        QVERIFY2(!text().contains(one), qPrintable(one));
    QVERIFY(text().contains(u"持有人 990100********0028，电话 139****0001"_s));
    QVERIFY(!ui.fakes.counter.calls.contains(u"revealCertificate"_s));
    ui.press(Qt::Key_F2);
    QCOMPARE(ui.fakes.counter.calls.count(u"revealCertificate"_s), 1);
    QTRY_VERIFY(!ui.find(u"revealContentsPushButton"_s)->isEnabled());
    for (const QString &one : hidden)
        QVERIFY2(text().contains(one), qPrintable(one));
}

QTEST_MAIN(CounterFileTest)
#include "tst_counterfile.moc"
