// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "scenecatalogue.h"
#include "uiwindow.h"

#include <QLineEdit>
#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

/** What is typed in the cards of applicant and agent: kept while it is typed, and nobody else's. */
class CounterEntriesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTestTheme(); }
    void entriesAreKeptWithEachLetter();
    void halfTypedEntriesComeBack();
    void nobodyGetsAnothersPhone();
    void halfTypedIdentityStays();
};

/** Before a field is left, and never by writing under whoever types. */
void CounterEntriesTest::entriesAreKeptWithEachLetter()
{
    using Entry = desk::PartyEntry;
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    domain::Agency agency;
    agency.agent = sceneStranger();
    ui.fakes.counter.setAgency(agency);
    ui.fakes.counter.calls.clear();
    const std::tuple<QString, Entry, QString, QString> rows[] = {{u"phoneLineEdit"_s, Entry::ApplicantPhone, u"1390000"_s, u"0001"_s},
        {u"agentPhoneLineEdit"_s, Entry::AgentPhone, u"1390000"_s, u"0002"_s}, {u"relationLineEdit"_s, Entry::AgentRelation, u"spo"_s, u"use"_s},
        {u"untilLineEdit"_s, Entry::AgentUntil, u"2027-0"_s, u"2-03"_s}};
    for (const auto &[name, entry, begun, rest] : rows) {
        auto *line = ui.find<QLineEdit>(name);
        ui.click(name);
        line->selectAll();
        ui.type(begun);
        QCOMPARE(ui.fakes.counter.v.entries.value(entry), begun);
        line->setCursorPosition(2);
        ui.fakes.counter.changed();
        QCOMPARE(line->text(), begun);
        QCOMPARE(line->cursorPosition(), 2);
        line->end(false);
        ui.type(rest);
        QCOMPARE(ui.fakes.counter.v.entries.value(entry), begun + rest);
        QVERIFY2(ui.fakes.counter.calls.isEmpty(), "letters are no steps to take back");
        ui.press(Qt::Key_Return);
        QCOMPARE(ui.fakes.counter.calls.size(), 1);
        QVERIFY(ui.fakes.counter.v.entries.isEmpty());
        ui.fakes.counter.calls.clear();
        ui.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(std::exchange(ui.fakes.counter.calls, {}), QStringList{u"undo"_s});
    }
    QCOMPARE(ui.fakes.counter.v.openCase.applicant->phone, u"13900000001"_s);
    QCOMPARE(ui.fakes.counter.v.openCase.agency->agent.phone, u"13900000002"_s);
    QCOMPARE(ui.fakes.counter.v.openCase.agency->relation, u"spouse"_s);
    QCOMPARE(ui.fakes.counter.v.openCase.agency->validUntil, QDate(2027, 2, 3));
}

/** What was not whole when the program ended stands there to be mended. */
void CounterEntriesTest::halfTypedEntriesComeBack()
{
    using Entry = desk::PartyEntry;
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    domain::Agency agency;
    agency.agent = sceneStranger();
    ui.fakes.counter.v.openCase.agency = agency;
    ui.fakes.counter.v.entries = {{Entry::ApplicantPhone, u"1390"_s}, {Entry::AgentPhone, u"1391"_s}, {Entry::AgentUntil, u"2027-0"_s}};
    ui.fakes.counter.changed();
    QCOMPARE(ui.find<QLineEdit>(u"phoneLineEdit"_s)->text(), u"1390"_s);
    QCOMPARE(ui.find<QLineEdit>(u"agentPhoneLineEdit"_s)->text(), u"1391"_s);
    QCOMPARE(ui.find<QLineEdit>(u"untilLineEdit"_s)->text(), u"2027-0"_s);
    for (const QString &name : {u"phoneProblemLabel"_s, u"agentPhoneProblemLabel"_s, u"untilProblemLabel"_s})
        QVERIFY2(ui.shows(name), qPrintable(name));
    ui.click(u"phoneLineEdit"_s);
    ui.press(Qt::Key_End);
    ui.type(u"0000001"_s);
    ui.press(Qt::Key_Tab);
    QCOMPARE(ui.fakes.counter.v.openCase.applicant->phone, u"13900000001"_s);
    QVERIFY(!ui.shows(u"phoneProblemLabel"_s) && ui.shows(u"agentPhoneProblemLabel"_s));
}

void CounterEntriesTest::nobodyGetsAnothersPhone()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    ui.click(u"phoneLineEdit"_s);
    ui.find<QLineEdit>(u"phoneLineEdit"_s)->selectAll();
    ui.type(u"13900000001"_s);
    desk::CounterView &view = ui.fakes.counter.v;
    view.entries.clear();
    view.openCase.id = QUuid::createUuid();
    view.openCase.applicant = sceneStranger();
    ui.fakes.counter.changed();
    ui.press(Qt::Key_Tab);
    QCOMPARE(view.openCase.applicant->phone, sceneStranger().phone);
    QVERIFY(ui.fakes.counter.calls.isEmpty());
}

/** The page is left and comes back, a card is read meanwhile, and the key that opens the panel is pressed once more. */
void CounterEntriesTest::halfTypedIdentityStays()
{
    UiWindow ui;
    ui.press(Qt::Key_F4);
    ui.type(u"Li"_s);
    const auto typed = [&ui] { return ui.shows(u"typedBodyFrame"_s) ? ui.find<QLineEdit>(u"nameLineEdit"_s)->text() : QString(); };
    ui.press(Qt::Key_8, Qt::ControlModifier);
    ui.window->showPage(ui::MainWindow::Page::Counter);
    QCOMPARE(typed(), u"Li"_s);
    ui.press(Qt::Key_F4);
    QCOMPARE(typed(), u"Li"_s);
    ui.press(Qt::Key_F6); // the applicant is what is missing
    QCOMPARE(typed(), u"Li"_s);
    ui.fakes.counter.playCardRead();
    QCOMPARE(typed(), u"Li"_s);
    ui.fakes.counter.v.newcomer = desk::Newcomer{sceneStranger()};
    ui.fakes.counter.changed();
    QCOMPARE(typed(), u"Li"_s);
    ui.find(u"nameLineEdit"_s)->setFocus();
    ui.press(Qt::Key_Escape);
    ui.fakes.counter.newCase();
    ui.press(Qt::Key_F4);
    QCOMPARE(typed(), QString());
}

QTEST_MAIN(CounterEntriesTest)
#include "tst_counterentries.moc"
