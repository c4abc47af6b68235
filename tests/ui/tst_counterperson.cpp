// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "scenecatalogue.h"
#include "uiwindow.h"

#include "kit/tag.h"
#include "kit/words.h"

#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

/** The person's side of the counter: card, typing, agent, hints, the newcomer, certificates. */
class CounterPersonTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTestTheme(); }
    void maskedUntilRevealed();
    void phoneIsCheckedInPlace();
    void typedIdentity_data();
    void typedIdentity();
    void theSecondNumberIsTyped();
    void chipDataIsNeverTypedOver();
    void newestAddressIsToldApart();
    void agentByKey();
    void longTextsAreNotCut();
    void agentIsTypedByKey();
    void typedAgentIsChecked_data();
    void typedAgentIsChecked();
    void typedAgentGivesWay();
    void agentsPhoneIsCheckedInPlace();
    void agentsCapacityAsksForItsProof();
    void agentsTermIsNeverInvented();
    void hintAddsItsProposal();
    void hintTellsWhatIsMissing();
    void hintsOfAKeptListSaySo();
    void newcomerAsksAndKeepsTheFocus();
    void cardOfTheTypedApplicantAsks();
    void newcomerHandsTheFocusOn();
    void focusOutlivesTheList();
    void certificatesFilterAndOpen();
    void faceDataOnlyWithConsent();
    void listingStates_data();
    void listingStates();
    void absentHolder_data();
    void absentHolder();
    void consentByKey();
    void lookupsAreShown();
    void escapeClosesFromWhereItWasOpened();
};

/** The number with the check character that belongs to it. */
static QString checked(const QString &number)
{
    return number.left(17) + domain::CitizenNumber::checkCharacter(number.left(17));
}

void CounterPersonTest::maskedUntilRevealed()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    QCOMPARE(ui.find<QLabel>(u"numberLabel"_s)->text(), u"990100********0028"_s);
    QVERIFY(!ui.visibleTexts().join(u' ').contains(sceneApplicant().number));
    QVERIFY(!ui.window->windowTitle().contains(sceneApplicant().name));
    ui.click(u"revealPushButton"_s);
    QCOMPARE(ui.fakes.counter.calls, QStringList{u"reveal number"_s});
    QCOMPARE(ui.find<QLabel>(u"numberLabel"_s)->text(), sceneApplicant().number);
}

void CounterPersonTest::phoneIsCheckedInPlace()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    auto *phone = ui.find<QLineEdit>(u"phoneLineEdit"_s);
    QCOMPARE(phone->text(), u"138****0000"_s);
    ui.click(u"phoneLineEdit"_s);
    phone->selectAll();
    ui.type(u"12"_s);
    ui.press(Qt::Key_Return);
    QVERIFY(ui.shows(u"phoneProblemLabel"_s));
    QVERIFY(ui.fakes.counter.calls.isEmpty());
    phone->selectAll();
    ui.type(u"13900000001"_s);
    ui.press(Qt::Key_Return);
    QCOMPARE(ui.fakes.counter.calls, QStringList{u"setApplicantPhone 13900000001"_s});
    QVERIFY(!ui.shows(u"phoneProblemLabel"_s));
}

void CounterPersonTest::typedIdentity_data()
{
    QTest::addColumn<QStringList>("fields"); // name, number, number again, reason
    QTest::addColumn<bool>("taken");
    const QString number = u"990100199704120028"_s;
    const QString good = u"99010019970412002"_s + domain::CitizenNumber::checkCharacter(u"99010019970412002");
    QTest::newRow("all well") << QStringList{u"Li"_s, good, good, u"chip broken"_s} << true;
    QTest::newRow("no name") << QStringList{QString(), good, good, u"chip broken"_s} << false;
    QTest::newRow("wrong check character") << QStringList{u"Li"_s, good.left(17) + (good.endsWith(u'1') ? u'2' : u'1'), number, u"chip broken"_s} << false;
    QTest::newRow("second number differs") << QStringList{u"Li"_s, good, good.left(16) + u"00"_s, u"chip broken"_s} << false;
    QTest::newRow("no reason") << QStringList{u"Li"_s, good, good, QString()} << false;
}

void CounterPersonTest::typedIdentity()
{
    QFETCH(const QStringList, fields);
    QFETCH(const bool, taken);
    UiWindow ui;
    ui.press(Qt::Key_F4);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"nameLineEdit"_s));
    for (const QString &text : fields) {
        ui.type(text);
        ui.press(Qt::Key_Tab);
    }
    ui.press(Qt::Key_Space); // the focus has arrived at the button
    QCOMPARE(ui.fakes.counter.calls.size(), taken ? 1 : 0);
    QCOMPARE(ui.shows(u"typedProblemLabel"_s), !taken);
    QCOMPARE(ui.shows(u"typedBodyFrame"_s), !taken);
}

void CounterPersonTest::theSecondNumberIsTyped()
{
    UiWindow ui;
    ui.press(Qt::Key_F4);
    QClipboard *clipboard = QApplication::clipboard();
    clipboard->setText(u"990100199704120028"_s);
    if (clipboard->supportsSelection())
        clipboard->setText(u"990100199704120028"_s, QClipboard::Selection);
    auto *first = ui.find<QLineEdit>(u"idNumberLineEdit"_s);
    first->setFocus();
    ui.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(first->text(), u"990100199704120028"_s); // what a scanner or another window gives may stand here
    auto *second = ui.find<QLineEdit>(u"secondNumberLineEdit"_s);
    second->setFocus();
    ui.press(Qt::Key_V, Qt::ControlModifier);
    ui.press(Qt::Key_Insert, Qt::ShiftModifier);
    QTest::mouseClick(second, Qt::MiddleButton);
    QMimeData dragged;
    dragged.setText(clipboard->text());
    QDragEnterEvent enters(second->rect().center(), Qt::CopyAction, &dragged, Qt::LeftButton, {});
    QApplication::sendEvent(second, &enters);
    QDropEvent drops(QPointF(second->rect().center()), Qt::CopyAction, &dragged, Qt::LeftButton, {});
    QApplication::sendEvent(second, &drops);
    QCOMPARE(second->text(), QString());
    ui.type(u"9901"_s);
    QCOMPARE(second->text(), u"9901"_s);
}

void CounterPersonTest::chipDataIsNeverTypedOver()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    ui.press(Qt::Key_F4);
    QVERIFY(!ui.shows(u"typedBodyFrame"_s));
    QVERIFY(!ui.shows(u"typedPushButton"_s));
}

void CounterPersonTest::newestAddressIsToldApart()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    QVERIFY(!ui.shows(u"cardAddressLabel"_s));
    ui.fakes.counter.v.cardAddress.printed = u"示范省示范市示范区旧城路8号"_s;
    ui.fakes.counter.changed();
    QVERIFY(!ui.find<QLabel>(u"cardAddressLabel"_s)->text().contains(u"旧城路8号"_s));
    ui.fakes.counter.reveal(u"number"_s);
    QVERIFY(ui.find<QLabel>(u"cardAddressLabel"_s)->text().contains(u"旧城路8号"_s));
    ui.fakes.counter.v.cardAddress = {{}, true};
    ui.fakes.counter.changed();
    QVERIFY(ui.find<QLabel>(u"cardAddressLabel"_s)->text().contains(u"Place it again"_s));
}

void CounterPersonTest::agentByKey()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    ui.press(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(ui.fakes.counter.calls, QStringList{u"expectAgentCard true"_s});
    domain::Agency agency;
    agency.agent = sceneStranger();
    ui.fakes.counter.setAgency(agency);
    ui.fakes.counter.calls.clear();
    ui.click(u"relationLineEdit"_s);
    ui.type(u"spouse"_s);
    ui.press(Qt::Key_Return);
    QVERIFY(ui.fakes.counter.calls.contains(u"setAgency spouse unchecked"_s));
    ui.click(u"authorityCheckBox"_s);
    QVERIFY(ui.fakes.counter.calls.contains(u"setAgency spouse checked"_s));
    ui.press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(ui.fakes.counter.calls.contains(u"setAgency none"_s));
}

void CounterPersonTest::longTextsAreNotCut()
{
    UiWindow ui;
    ui.press(Qt::Key_F4);
    QGuiApplication::clipboard()->setText(QString(201, u'示'));
    ui.press(Qt::Key_V, Qt::ControlModifier); // the keyboard stands in the name
    QCOMPARE(ui.find<QLineEdit>(u"nameLineEdit"_s)->text().size(), 201);
    QCOMPARE(ui.find<QLabel>(u"typedProblemLabel"_s)->text(), u"Name: At most 200 characters; these are 201."_s);
    ui.press(Qt::Key_Return);
    QVERIFY(ui.shows(u"typedProblemLabel"_s) && ui.fakes.counter.calls.isEmpty());
    ui.press(Qt::Key_Backspace);
    QVERIFY(!ui.shows(u"typedProblemLabel"_s));
    ui.press(Qt::Key_Escape);
    ui.fakes.counter.playCardRead();
    domain::Agency agency;
    agency.agent = sceneStranger();
    agency.relation = u"spouse"_s;
    ui.fakes.counter.setAgency(agency);
    ui.fakes.counter.calls.clear();
    auto *relation = ui.find<QLineEdit>(u"relationLineEdit"_s);
    ui.click(u"relationLineEdit"_s);
    relation->selectAll();
    ui.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(relation->text().size(), 201);
    QCOMPARE(ui.find<QLabel>(u"relationProblemLabel"_s)->text(), u"At most 200 characters; these are 201."_s);
    ui.press(Qt::Key_Tab);
    ui.fakes.counter.changed();
    QCOMPARE(relation->text().size(), 201);
    QCOMPARE(ui.fakes.counter.v.openCase.agency->relation, u"spouse"_s);
    relation->setFocus();
    ui.press(Qt::Key_End);
    ui.press(Qt::Key_Backspace);
    QVERIFY(!ui.shows(u"relationProblemLabel"_s));
    ui.press(Qt::Key_Tab);
    QCOMPARE(ui.fakes.counter.v.openCase.agency->relation.size(), 200);
}

/** From the key that adds an agent to the relation that is missing of them, without a mouse. */
void CounterPersonTest::agentIsTypedByKey()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    QVERIFY(!ui.shows(u"agentTypedPushButton"_s));
    ui.find(u"agentPushButton"_s)->setFocus();
    ui.press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(ui.shows(u"agentTypedPushButton"_s));
    ui.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"agentTypedPushButton"_s));
    ui.press(Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"nameLineEdit"_s));
    QCOMPARE(ui.find<QLabel>(u"typedTitleLabel"_s)->text(), u"Typed identity of the agent"_s);
    ui.press(Qt::Key_Escape);
    QVERIFY(!ui.shows(u"typedBodyFrame"_s));
    QCOMPARE(QApplication::focusWidget(), ui.find(u"agentPushButton"_s));
    ui.fakes.counter.calls.clear();
    ui.press(Qt::Key_F4, Qt::ShiftModifier);
    const QString name = sceneStranger().name;
    const QString number = checked(sceneStranger().number);
    for (const QString &text : {name, number, number, u"chip broken"_s}) {
        ui.type(text);
        ui.press(Qt::Key_Tab);
    }
    ui.press(Qt::Key_Space);
    QCOMPARE(ui.fakes.counter.calls, QStringList{u"setTypedAgent %1 %2 %2 chip broken"_s.arg(name, number)});
    QVERIFY(!ui.shows(u"typedBodyFrame"_s));
    const domain::Agency agency = *ui.fakes.counter.v.openCase.agency;
    QCOMPARE(agency.agent.method, domain::IdentityMethod::Typed);
    QCOMPARE(ui.find<ui::Tag>(u"agentMethodTag"_s)->text(), u"Typed"_s);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"relationLineEdit"_s));
    QVERIFY(!ui.visibleTexts().join(u' ').contains(number));
    ui.type(u"spouse"_s);
    ui.press(Qt::Key_Tab);
    QCOMPARE(ui.fakes.counter.v.openCase.agency->agent, agency.agent);
    QCOMPARE(ui.fakes.counter.v.openCase.agency->relation, u"spouse"_s);
}

void CounterPersonTest::typedAgentIsChecked_data()
{
    QTest::addColumn<QStringList>("fields"); // name, number, number again, reason
    QTest::addColumn<QString>("problem");
    const QString good = checked(sceneStranger().number);
    const QString own = checked(sceneApplicant().number);
    const QString wrong = good.left(17) + (good.endsWith(u'1') ? u'2' : u'1');
    QTest::newRow("no name") << QStringList{QString(), good, good, u"chip broken"_s} << u"The name is missing."_s;
    QTest::newRow("wrong check character") << QStringList{u"Li"_s, wrong, wrong, u"chip broken"_s} << u"ID-"_s;
    QTest::newRow("second number differs") << QStringList{u"Li"_s, good, own, u"chip broken"_s} << u"The two numbers are not the same."_s;
    QTest::newRow("no reason") << QStringList{u"Li"_s, good, good, QString()} << u"Say why"_s;
    QTest::newRow("the applicant") << QStringList{u"Li"_s, own, own, u"chip broken"_s} << u"This is the applicant"_s;
}

void CounterPersonTest::typedAgentIsChecked()
{
    QFETCH(const QStringList, fields);
    QFETCH(const QString, problem);
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    ui.fakes.counter.v.openCase.applicant->number = checked(sceneApplicant().number);
    ui.press(Qt::Key_F4, Qt::ShiftModifier);
    for (const QString &text : fields) {
        ui.type(text);
        ui.press(Qt::Key_Tab);
    }
    ui.press(Qt::Key_Space);
    QCOMPARE(ui.fakes.counter.calls, QStringList());
    const QString said = ui.find<QLabel>(u"typedProblemLabel"_s)->text();
    QVERIFY2(said.contains(problem), qPrintable(said));
    QVERIFY(!ui.fakes.counter.v.openCase.agency);
}

/** To the card that was read after all, to another case, and never over what a chip said. */
void CounterPersonTest::typedAgentGivesWay()
{
    UiWindow ui;
    ui.press(Qt::Key_F4, Qt::ShiftModifier);
    QVERIFY2(!ui.shows(u"typedBodyFrame"_s), "there is nobody to act for");
    ui.fakes.counter.playCardRead();
    ui.press(Qt::Key_F4, Qt::ShiftModifier);
    ui.type(u"Li"_s);
    ui.fakes.counter.changed();
    QVERIFY(ui.shows(u"typedBodyFrame"_s));
    domain::Agency agency;
    agency.agent = sceneStranger();
    ui.fakes.counter.setAgency(agency);
    QVERIFY(!ui.shows(u"typedBodyFrame"_s));
    QCOMPARE(QApplication::focusWidget(), ui.find(u"relationLineEdit"_s));
    QCOMPARE(ui.find<ui::Tag>(u"agentMethodTag"_s)->text(), u"Chip read"_s);
    ui.press(Qt::Key_F4, Qt::ShiftModifier);
    QVERIFY(!ui.shows(u"typedBodyFrame"_s));
    QVERIFY(!ui.shows(u"agentTypedPushButton"_s));
    ui.fakes.counter.setAgency(std::nullopt);
    ui.press(Qt::Key_F4, Qt::ShiftModifier);
    QVERIFY(ui.find<QLineEdit>(u"nameLineEdit"_s)->text().isEmpty());
    ui.press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!ui.shows(u"typedBodyFrame"_s));
}

void CounterPersonTest::agentsPhoneIsCheckedInPlace()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    domain::Agency agency;
    agency.agent = sceneStranger();
    ui.fakes.counter.setAgency(agency);
    const auto stored = [&ui] { return ui.fakes.counter.v.openCase.agency->agent.phone; };
    ui.click(u"agentPhoneLineEdit"_s);
    ui.type(u"12"_s);
    ui.press(Qt::Key_Tab);
    QVERIFY(ui.shows(u"agentPhoneProblemLabel"_s));
    QVERIFY(stored().isEmpty());
    ui.click(u"authorityCheckBox"_s);
    QVERIFY2(ui.shows(u"agentPhoneProblemLabel"_s), "another edit neither takes it nor clears it away");
    auto *phone = ui.find<QLineEdit>(u"agentPhoneLineEdit"_s);
    QCOMPARE(phone->text(), u"12"_s);
    phone->setFocus();
    phone->selectAll();
    ui.type(u"13900000001"_s);
    ui.press(Qt::Key_Tab);
    QCOMPARE(stored(), u"13900000001"_s);
    QVERIFY(!ui.shows(u"agentPhoneProblemLabel"_s));
    QCOMPARE(phone->text(), u"139****0001"_s);
    ui.click(u"authorityCheckBox"_s);
    QCOMPARE(stored(), u"13900000001"_s);
}

void CounterPersonTest::agentsCapacityAsksForItsProof()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    const auto asks = [&ui](const QString &key) {
        const QList<domain::PlannedMaterial> &materials = ui.fakes.counter.v.plan.materials;
        return std::any_of(materials.cbegin(), materials.cend(), [&key](const domain::PlannedMaterial &one) { return one.key == key; });
    };
    domain::Agency agency;
    agency.agent = sceneStranger();
    agency.relation = u"配偶"_s;
    agency.validUntil = sceneDay().addDays(10);
    agency.authorityChecked = true;
    ui.fakes.counter.setAgency(agency);
    QVERIFY(asks(u"power-of-attorney"_s));
    QVERIFY(ui.shows(u"untilLineEdit"_s));
    ui.find(u"capacityComboBox"_s)->setFocus();
    ui.press(Qt::Key_Down);
    const domain::Agency chosen = *ui.fakes.counter.v.openCase.agency;
    QCOMPARE(chosen.capacity, domain::AgentCapacity::Guardian);
    QVERIFY2(!chosen.authorityChecked, "another proof was not compared yet");
    QVERIFY(!chosen.validUntil.isValid());
    QVERIFY(asks(u"guardianship-proof"_s) && !asks(u"power-of-attorney"_s));
    QVERIFY(!ui.shows(u"untilLineEdit"_s));
    ui.click(u"authorityCheckBox"_s);
    QVERIFY(ui.fakes.counter.v.openCase.agency->authorityChecked);
    QCOMPARE(ui.fakes.counter.v.openCase.agency->capacity, domain::AgentCapacity::Guardian);
}

void CounterPersonTest::agentsTermIsNeverInvented()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    domain::Agency agency;
    agency.agent = sceneStranger();
    agency.authority = u"power-of-attorney"_s;
    ui.fakes.counter.setAgency(agency);
    const auto stored = [&ui] { return *ui.fakes.counter.v.openCase.agency; };
    ui.click(u"authorityCheckBox"_s);
    QVERIFY(stored().authorityChecked);
    QVERIFY2(!stored().validUntil.isValid(), "a tick says nothing of a day");
    QVERIFY(ui.find<QLineEdit>(u"untilLineEdit"_s)->text().isEmpty());
    const auto asked = [&ui] {
        const QList<domain::Missing> &all = ui.fakes.counter.v.plan.missing;
        return std::any_of(all.cbegin(), all.cend(), [](const domain::Missing &one) { return one.kind == domain::Missing::Kind::AgentAuthority; });
    };
    QVERIFY(asked());
    ui.click(u"relationLineEdit"_s);
    ui.type(u"spouse"_s);
    ui.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"untilLineEdit"_s));
    ui.type(u"2026-13-40"_s);
    ui.press(Qt::Key_Tab);
    QVERIFY(!stored().validUntil.isValid());
    QVERIFY2(ui.find(u"untilLineEdit"_s)->property("problem").toBool(), "what is no day is marked and stays");
    QVERIFY(asked());
    ui.find<QLineEdit>(u"untilLineEdit"_s)->setFocus();
    ui.find<QLineEdit>(u"untilLineEdit"_s)->selectAll();
    ui.type(u"2027/1/5"_s);
    ui.press(Qt::Key_Tab);
    QCOMPARE(stored().validUntil, QDate(2027, 1, 5));
    QCOMPARE(ui.find<QLineEdit>(u"untilLineEdit"_s)->text(), u"2027-01-05"_s);
    QVERIFY(!asked());
}

void CounterPersonTest::hintAddsItsProposal()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    ui.click(u"hint_licence-renewal"_s);
    QVERIFY(ui.fakes.counter.calls.contains(u"addItem licence-renewal"_s));
    ui.click(u"hint_vaccination"_s);
    QVERIFY(ui.fakes.counter.calls.contains(u"addItem vaccination"_s));
    ui.click(u"hint_newborn"_s);
    QVERIFY(ui.fakes.counter.calls.contains(u"chooseLifeEvent newborn"_s));
}

void CounterPersonTest::hintTellsWhatIsMissing()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    const auto said = [&ui](const QString &words) {
        const QStringList texts = ui.visibleTexts();
        return std::any_of(texts.cbegin(), texts.cend(), [&](const QString &text) { return text.contains(words); });
    };
    QTRY_VERIFY(said(u"<b>预防接种证</b> of 李* is missing: only 出生医学证明 is listed"_s));
    QVERIFY(said(u"Can be handled now: 预防接种证办理"_s));
    QVERIFY(ui.shows(u"hint_vaccination"_s));
    desk::HintView &hint = ui.fakes.counter.v.hints[2];
    hint.hint.holderName = u"****"_s; // a minor's
    ui.fakes.counter.changed();
    QTRY_VERIFY(said(u"<b>预防接种证</b> of Child is missing: only 出生医学证明 is listed"_s));
    desk::HintView &unissued = ui.fakes.counter.v.hints[2]; // what is shown shares the list of before
    unissued.hint.holderName.clear();
    unissued.hint.itemId.clear();
    unissued.proposal.clear();
    ui.fakes.counter.changed();
    QTRY_VERIFY(said(u"<b>预防接种证</b> is missing: only 出生医学证明 is listed"_s));
    QVERIFY(said(u"Issued by 卫生健康委"_s));
    QVERIFY(!ui.shows(u"hint_vaccination"_s));
}

void CounterPersonTest::hintsOfAKeptListSaySo()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    QTRY_VERIFY(ui.shows(u"hint_newborn"_s));
    QVERIFY(!ui.shows(u"hintsKeptLabel"_s));
    desk::CounterView &view = ui.fakes.counter.v;
    view.listedAt = QDateTime(sceneDay(), QTime(1, 58), Qt::UTC);
    for (const desk::ListingState kept : {desk::ListingState::Cached, desk::ListingState::Loading, desk::ListingState::Offline}) {
        view.listing = kept;
        ui.fakes.counter.changed();
        QTRY_VERIFY(ui.shows(u"hintsKeptLabel"_s));
        QVERIFY(ui.find<QLabel>(u"hintsKeptLabel"_s)->text().contains(u"09:58"_s));
    }
    view.listing = desk::ListingState::Ready;
    ui.fakes.counter.changed();
    QTRY_VERIFY(ui.shows(u"hint_newborn"_s));
    QVERIFY(!ui.shows(u"hintsKeptLabel"_s));
}

void CounterPersonTest::newcomerAsksAndKeepsTheFocus()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_4, Qt::AltModifier);
    QWidget *before = QApplication::focusWidget();
    ui.fakes.counter.v.newcomer = desk::Newcomer{sceneStranger()};
    ui.fakes.counter.changed();
    QVERIFY(ui.shows(u"newcomerTitleLabel"_s));
    QCOMPARE(QApplication::focusWidget(), before);
    QVERIFY(!ui.find<QLabel>(u"newcomerTitleLabel"_s)->text().contains(sceneStranger().number));
    QVERIFY(ui.find<QLabel>(u"newcomerTitleLabel"_s)->text().contains(u"王*例"_s));
    ui.fakes.counter.v.newcomer->party.birth = ui::hallToday().addYears(-9);
    ui.fakes.counter.changed();
    QVERIFY(ui.find<QLabel>(u"newcomerTitleLabel"_s)->text().contains(u"***, "_s));
    ui.press(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"newCasePushButton"_s));
    ui.click(u"asAgentPushButton"_s);
    QVERIFY(ui.fakes.counter.calls.contains(u"resolveNewcomer %1"_s.arg(int(desk::NewcomerChoice::AsAgent))));
    QVERIFY(!ui.shows(u"newcomerTitleLabel"_s));
}

/** A card that names the typed applicant otherwise: both names stand there in full, and the card's may be taken. */
void CounterPersonTest::cardOfTheTypedApplicantAsks()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    desk::CounterView &view = ui.fakes.counter.v;
    view.openCase.applicant->method = domain::IdentityMethod::Typed;
    domain::Party read = *view.openCase.applicant;
    read.name = u"李四示例"_s;
    view.newcomer = desk::Newcomer{read};
    view.newcomer->namesApplicant = true;
    ui.fakes.counter.changed();
    QTRY_VERIFY(ui.shows(u"isApplicantPushButton"_s));
    QVERIFY(!ui.shows(u"asAgentPushButton"_s));
    const QString title = ui.find<QLabel>(u"newcomerTitleLabel"_s)->text();
    QVERIFY(title.contains(u"李四示例"_s) && title.contains(view.openCase.applicant->name) && !title.contains(read.number));
    ui.press(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"isApplicantPushButton"_s));
    ui.press(Qt::Key_Space);
    QVERIFY(ui.fakes.counter.calls.contains(u"resolveNewcomer %1"_s.arg(int(desk::NewcomerChoice::IsApplicant))));
    // A received case is not changed by a card.
    view.newcomer = desk::Newcomer{read};
    view.newcomer->namesApplicant = true;
    view.phase = desk::CounterPhase::HandingIn;
    ui.fakes.counter.changed();
    QTRY_VERIFY(ui.shows(u"newCasePushButton"_s));
    QVERIFY(!ui.shows(u"isApplicantPushButton"_s));
}

void CounterPersonTest::newcomerHandsTheFocusOn()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    const auto ask = [&ui] {
        ui.press(Qt::Key_4, Qt::AltModifier);
        ui.find(u"field_child-name"_s)->setFocus();
        ui.fakes.counter.v.newcomer = desk::Newcomer{sceneStranger()};
        ui.fakes.counter.changed();
        ui.press(Qt::Key_F6);
    };
    ask();
    ui.click(u"ignorePushButton"_s);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"field_child-name"_s));
    ask();
    ui.press(Qt::Key_Space); // a new case: its certificates are what the clerk looks at next
    QVERIFY(ui.fakes.counter.calls.last().startsWith(u"resolveNewcomer 0"_s));
    QCOMPARE(QApplication::focusWidget(), ui.find(u"certificateFilterLineEdit"_s)); // none listed yet
    QCOMPARE(ui.find<QLabel>(u"nameLabel"_s)->text(), sceneStranger().name);
}

void CounterPersonTest::focusOutlivesTheList()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    ui.press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"certificatesListView"_s));
    ui.fakes.counter.v.certificates.clear();
    ui.fakes.counter.v.listing = desk::ListingState::Loading;
    ui.fakes.counter.changed();
    QCOMPARE(QApplication::focusWidget(), ui.find(u"certificateFilterLineEdit"_s));
}

void CounterPersonTest::certificatesFilterAndOpen()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    auto *list = ui.find<QListView>(u"certificatesListView"_s);
    QCOMPARE(list->model()->rowCount(), 10);
    QTRY_COMPARE(list->visualRect(list->model()->index(1, 0)).top(), list->visualRect(list->model()->index(0, 0)).top()); // two columns
    ui.press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), ui.find(u"certificateFilterLineEdit"_s));
    ui.type(u"结婚"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    ui.press(Qt::Key_Return);
    ui.press(Qt::Key_Down);
    list->setCurrentIndex(list->model()->index(0, 0));
    ui.press(Qt::Key_Return);
    QCOMPARE(ui.fakes.counter.calls, QStringList{u"openCertificate id-marriage"_s});
    QVERIFY(ui.shows(u"certificateDetail"_s));
    ui.find<QLineEdit>(u"certificateFilterLineEdit"_s)->setText(u"没有"_s);
    QVERIFY(ui.shows(u"certificatesStateView"_s));
}

void CounterPersonTest::faceDataOnlyWithConsent()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    auto *list = ui.find<QListView>(u"certificatesListView"_s);
    const auto open = [&](int row) {
        const QRect at = list->visualRect(list->model()->index(row, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at.center());
    };
    open(0);
    QVERIFY(ui.shows(u"certificateDetail"_s));
    QVERIFY2(!ui.shows(u"consentPushButton"_s), "an item asks for the birth certificate: no separate consent");
    open(4);
    ui.click(u"consentPushButton"_s);
    QVERIFY(ui.fakes.counter.calls.contains(u"pullWithConsent id-licence"_s));
    QVERIFY(!ui.shows(u"consentPushButton"_s));
    ui.find(u"certificateTextBrowser"_s)->setFocus();
    ui.press(Qt::Key_Escape);
    QVERIFY(!ui.shows(u"certificateDetail"_s));
    QCOMPARE(ui.fakes.counter.calls.last(), u"closeCertificate"_s);
}

void CounterPersonTest::listingStates_data()
{
    QTest::addColumn<int>("listing");
    QTest::addColumn<bool>("retry");
    QTest::newRow("none") << int(desk::ListingState::None) << false;
    QTest::newRow("loading") << int(desk::ListingState::Loading) << false;
    QTest::newRow("empty") << int(desk::ListingState::Ready) << false;
    QTest::newRow("offline") << int(desk::ListingState::Offline) << true;
    QTest::newRow("failed") << int(desk::ListingState::Failed) << true;
}

void CounterPersonTest::listingStates()
{
    QFETCH(const int, listing);
    QFETCH(const bool, retry);
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    ui.fakes.counter.v.certificates.clear();
    ui.fakes.counter.v.listing = desk::ListingState(listing);
    ui.fakes.counter.v.error = domain::Error{domain::FailureCode::NetworkTimeout, {}, true};
    ui.fakes.counter.changed();
    QVERIFY(ui.shows(u"certificatesStateView"_s));
    QCOMPARE(ui.shows(u"stateActionPushButton"_s), retry);
    ui.press(Qt::Key_F5);
    QCOMPARE(ui.fakes.counter.calls, QStringList{u"refreshCertificates"_s});
}

void CounterPersonTest::absentHolder_data()
{
    QTest::addColumn<bool>("kept");
    QTest::addColumn<QString>("button");
    QTest::newRow("a kept list") << true << u"listingConsentPushButton"_s;
    QTest::newRow("nothing kept") << false << u"stateActionPushButton"_s;
}

/** Without the holder's card the list says so, and asks only on their consent. */
void CounterPersonTest::absentHolder()
{
    QFETCH(const bool, kept);
    QFETCH(const QString, button);
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    QVERIFY(!ui.shows(u"listingConsentPushButton"_s));
    ui.fakes.counter.v.holderAbsent = true;
    ui.fakes.counter.v.listing = kept ? desk::ListingState::Cached : desk::ListingState::AwaitsHolder;
    if (!kept)
        ui.fakes.counter.v.certificates.clear();
    ui.fakes.counter.changed();
    QCOMPARE(ui.shows(u"certificatesStateView"_s), !kept);
    QCOMPARE(ui.shows(u"asOfLabel"_s), kept);
    QVERIFY(ui.find<QPushButton>(button)->text().endsWith(u"Ctrl+H"_s));
    const desk::CounterView before = ui.fakes.counter.v;
    ui.click(button);
    QCOMPARE(ui.fakes.counter.calls, QStringList{u"listWithConsent"_s});
    ui.fakes.counter.v = before;
    ui.fakes.counter.changed();
    ui.press(Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(ui.fakes.counter.calls, (QStringList{u"listWithConsent"_s, u"listWithConsent"_s}));
}

/** The key asks for nothing where no consent is needed, and pulls what is open before it lists. */
void CounterPersonTest::consentByKey()
{
    UiWindow ui;
    ui.fakes.counter.playNewborn();
    ui.press(Qt::Key_1, Qt::AltModifier);
    ui.press(Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(ui.fakes.counter.calls, QStringList());
    ui.fakes.counter.v.holderAbsent = true;
    ui.fakes.counter.v.listing = desk::ListingState::Cached;
    ui.fakes.counter.changed();
    for (int row = 0; !ui.shows(u"consentPushButton"_s) && row < 10; ++row) {
        ui.press(Qt::Key_Down);
        ui.press(Qt::Key_Return);
    }
    ui.fakes.counter.calls.clear();
    ui.press(Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(ui.fakes.counter.calls.size(), 1);
    QVERIFY2(ui.fakes.counter.calls.first().startsWith(u"pullWithConsent"_s), qPrintable(ui.fakes.counter.calls.first()));
}

/** Who asked for this person's certificates: asked for on a button, with a state for each way it may end. */
void CounterPersonTest::lookupsAreShown()
{
    UiWindow ui;
    QVERIFY(!ui.find(u"lookupsPushButton"_s)->isEnabled());
    ui.fakes.counter.playCardRead();
    QVERIFY(!ui.shows(u"lookupsPane"_s));
    ui.click(u"lookupsPushButton"_s);
    QVERIFY(ui.shows(u"lookupsStateView"_s));
    desk::CounterView &view = ui.fakes.counter.v;
    view.lookupsState = desk::LookupsState::Ready;
    ui.fakes.counter.changed();
    QVERIFY(ui.shows(u"lookupsStateView"_s));
    QVERIFY(!ui.shows(u"lookupsTextBrowser"_s));
    desk::LookupView here{QDateTime::currentDateTimeUtc(), desk::LookupView::Kind::Contents, u"窗口示例"_s, u"w01"_s, u"申请办理"_s, u"户口登记示例"_s,
                          domain::UsePurpose::Consent::ItemRequires, true, {{u"结婚证"_s, 1}, {u"居民身份证"_s, 2}}, 1, true};
    desk::LookupView elsewhere = here;
    elsewhere.thisCase = false;
    elsewhere.who = u"别的窗口示例"_s;
    view.lookups = {elsewhere, here};
    ui.fakes.counter.changed();
    const auto *browser = ui.find<QTextBrowser>(u"lookupsTextBrowser"_s);
    QVERIFY(ui.shows(u"lookupsTextBrowser"_s));
    const QString text = browser->toPlainText();
    for (const QString &word : {u"窗口示例"_s, u"户口登记示例"_s, u"结婚证"_s, u"居民身份证"_s})
        QVERIFY2(text.contains(word), qPrintable(word));
    QVERIFY2(text.indexOf(u"别的窗口示例"_s) > text.indexOf(u"结婚证"_s), "this case comes first");
    view.lookupsState = desk::LookupsState::Offline;
    ui.fakes.counter.changed();
    QVERIFY(ui.shows(u"lookupsStateView"_s));
    ui.find(u"closeLookupsPushButton"_s)->setFocus();
    ui.press(Qt::Key_Escape);
    QVERIFY(!ui.shows(u"lookupsPane"_s));
    QCOMPARE(QApplication::focusWidget(), ui.find(u"lookupsPushButton"_s));
    QCOMPARE(ui.fakes.counter.calls, (QStringList{u"openLookups"_s, u"closeLookups"_s}));
}

/** The panels say "Close Esc": true as well while the focus is still on what opened them. */
void CounterPersonTest::escapeClosesFromWhereItWasOpened()
{
    UiWindow ui;
    ui.fakes.counter.playCardRead();
    ui.press(Qt::Key_1, Qt::AltModifier);
    ui.press(Qt::Key_Down);
    ui.press(Qt::Key_Return);
    QVERIFY(ui.shows(u"certificateDetail"_s));
    QCOMPARE(QApplication::focusWidget(), ui.find(u"certificatesListView"_s));
    ui.press(Qt::Key_Escape);
    QVERIFY(!ui.shows(u"certificateDetail"_s));
    ui.click(u"lookupsPushButton"_s);
    QVERIFY(ui.shows(u"lookupsPane"_s));
    QCOMPARE(QApplication::focusWidget(), ui.find(u"lookupsPushButton"_s));
    ui.press(Qt::Key_Escape);
    QVERIFY(!ui.shows(u"lookupsPane"_s));
    QCOMPARE(QApplication::focusWidget(), ui.find(u"lookupsPushButton"_s));
}

QTEST_MAIN(CounterPersonTest)
#include "tst_counterperson.moc"
