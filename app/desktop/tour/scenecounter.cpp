// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "stage.h"

#include <QAbstractItemView>
#include <QCoroFuture>
#include <domain/pinyin.h>

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

/** The answers of a newborn's parents, whose card is the child's; the first answer where none is named. */
QString answerFor(const domain::PlannedSituation &planned)
{
    static const QStringList wanted{u"issued"_s, u"settled"_s, u"done"_s, u"child"_s};
    for (const domain::SituationAnswer &answer : planned.situation.answers) {
        if (wanted.contains(answer.id))
            return answer.id;
    }
    return planned.situation.answers.isEmpty() ? QString() : planned.situation.answers.first().id;
}

/** Whose social security card the form applies for. */
QString cardHolder(const domain::CasePlan &plan)
{
    const auto field = std::find_if(plan.fields.cbegin(), plan.fields.cend(), [](const domain::PlannedField &one) { return one.field.id == "cardFor"_L1; });
    return field == plan.fields.cend() ? QString() : field->value.value;
}

QString textOf(const QMap<QString, QStringList> &answers)
{
    QStringList words;
    for (auto it = answers.cbegin(); it != answers.cend(); ++it)
        words << it.key() + u'=' + it.value().join(u'+');
    return words.join(u", "_s);
}

} // namespace

QCoro::Task<Seen> cardScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    co_await driver.click(u"trayCard_0"_s);
    co_await driver.until(u"the card's person and certificates"_s, [stage] { return stage->view().listing == desk::ListingState::Ready; });
    if (driver.isStuck() || !stage->view().openCase.applicant)
        co_return Seen{u"a person with certificates"_s, u"none"_s};
    stage->firstCase = stage->openCase();
    co_await driver.see(u"nameLabel"_s);
    co_await driver.see(u"certificatesListView"_s);
    const domain::Party person = *stage->view().openCase.applicant;
    domain::UsePurpose purpose;
    const QList<domain::PurposeCategory> &purposes = stage->program.counter().catalogue().content().purposes;
    purpose.category = purposes.isEmpty() ? QString() : purposes.first().id;
    purpose.reason = u"tour"_s;
    purpose.caseId = stage->firstCase.toString(QUuid::WithoutBraces);
    purpose.consent = domain::UsePurpose::Consent::HolderPresent;
    const int listed = co_await stage->facts.listed(person, purpose);
    const QAbstractItemView *list = driver.view(u"certificatesListView"_s);
    driver.require(list && list->model()->rowCount() == listed, u"the list shows %1 certificates"_s.arg(list ? list->model()->rowCount() : -1));
    const auto kept = co_await stage->facts.inStore(stage->firstCase, [](const store::StoredCase &now) { return now.current.applicant && !now.current.applicant->personId.isEmpty(); });
    const store::ListingHolder holder{person.documentKind, person.number, person.name};
    const auto cached = co_await stage->program.session().store()->listingFor(holder);
    const bool same = kept.current.applicant && kept.current.applicant->number == person.number;
    co_return Seen{u"the holder of the card, %1 certificates"_s.arg(listed),
                   u"%1, %2 certificates"_s.arg(same ? u"the holder of the card"_s : u"somebody else"_s).arg(cached ? cached->certificates.size() : -1)};
}

QCoro::Task<> chooseByInitials(Stage *stage, QString id, bool lifeEvent)
{
    EventDriver &driver = stage->driver;
    const domain::Catalogue &known = stage->program.counter().catalogue();
    const QDate day = stage->program.clock().today();
    QString name;
    if (const domain::LifeEvent *event = lifeEvent ? known.lifeEvent(id, day) : nullptr)
        name = event->name;
    if (const domain::ServiceItem *item = lifeEvent ? nullptr : known.item(id, day))
        name = item->name;
    const QString initials = domain::pinyinInitials(name).left(6);
    driver.require(!initials.isEmpty(), u"the catalogue has no %1"_s.arg(id));
    co_await driver.press(Qt::Key_2, Qt::AltModifier);
    driver.require(driver.focusName() == "itemSearchLineEdit"_L1, u"Alt+2 leads to %1"_s.arg(driver.focusName()));
    co_await driver.retype(initials);
    const QList<desk::ItemHit> hits = stage->program.counter().search(initials, {});
    const auto hit = std::find_if(hits.cbegin(), hits.cend(), [&](const desk::ItemHit &one) { return one.id == id && one.lifeEvent == lifeEvent; });
    driver.require(hit != hits.cend(), u"the initials do not find it"_s);
    co_await driver.see(u"hitsListView"_s);
    co_await driver.press(Qt::Key_Return);
    for (auto row = hits.cbegin(); row != hit && !driver.isStuck(); ++row)
        co_await driver.press(Qt::Key_Down);
    co_await driver.press(Qt::Key_Return);
}

QCoro::Task<Seen> lifeEventScene(Stage *stage)
{
    co_await chooseByInitials(stage, u"newborn"_s, true);
    co_await stage->driver.until(u"the life event in the case"_s, [stage] { return stage->view().openCase.lifeEventId == "newborn"_L1; });
    const domain::LifeEvent *event = stage->program.counter().catalogue().lifeEvent(u"newborn"_s, stage->program.clock().today());
    int steps = 0;
    for (const domain::LifeEventStep &step : event ? event->steps : QList<domain::LifeEventStep>())
        steps += step.optional ? 0 : 1;
    const auto stored = co_await stage->facts.inStore(stage->firstCase, [](const store::StoredCase &now) { return !now.current.parts.isEmpty(); });
    co_return Seen{u"newborn with %1 items"_s.arg(steps), u"%1 with %2 items"_s.arg(stored.current.lifeEventId).arg(stored.current.parts.size())};
}

QCoro::Task<Seen> situationsScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    QMap<QString, QStringList> given;
    co_await driver.press(Qt::Key_3, Qt::AltModifier);
    while (!driver.isStuck()) {
        const QList<domain::PlannedSituation> asked = stage->view().plan.situations;
        const auto open = std::find_if(asked.cbegin(), asked.cend(), [](const domain::PlannedSituation &one) { return !one.answered; });
        if (open == asked.cend())
            break;
        const QString key = open->key;
        const QString answer = answerFor(*open);
        const QString button = u"answer_"_s + key + u'_' + answer;
        co_await driver.press(Qt::Key_F6);
        co_await driver.click(button);
        const std::function<bool()> isAnswered = [stage, key] { return !stage->view().openCase.answers.value(key).isEmpty(); };
        co_await driver.until(u"the answer"_s, isAnswered, 3000);
        given.insert(key, {answer});
    }
    driver.require(stage->view().plan.stopped.isEmpty(), u"an answer ended the matter"_s);
    driver.require(!given.isEmpty(), u"nothing was asked"_s);
    driver.require(cardHolder(stage->view().plan) == "child"_L1, u"the newborn's social security card is for somebody else"_s);
    const auto stored = co_await stage->facts.inStore(stage->firstCase, [&given](const store::StoredCase &now) { return now.current.answers == given; }, 5000);
    co_return Seen{textOf(given), textOf(stored.current.answers)};
}

QCoro::Task<Seen> undoScene(Stage *stage)
{
    const QString key = stage->touchedMaterial;
    stage->driver.require(!key.isEmpty(), u"no material was satisfied"_s);
    co_await stage->driver.press(Qt::Key_Z, Qt::ControlModifier);
    const auto stored = co_await stage->facts.inStore(stage->firstCase, [&key](const store::StoredCase &now) { return !now.current.materials.contains(key); }, 5000);
    co_return Seen{u"the last material is open again"_s, stored.current.materials.contains(key) ? u"it is still satisfied"_s : u"the last material is open again"_s};
}

QCoro::Task<Seen> redoScene(Stage *stage)
{
    const QString key = stage->touchedMaterial;
    stage->driver.require(!key.isEmpty(), u"no material was satisfied"_s);
    co_await stage->driver.press(Qt::Key_Y, Qt::ControlModifier);
    const auto stored = co_await stage->facts.inStore(stage->firstCase, [&key](const store::StoredCase &now) { return now.current.materials.contains(key); }, 5000);
    co_return Seen{u"the last material is satisfied again"_s, stored.current.materials.contains(key) ? u"the last material is satisfied again"_s : u"it is still open"_s};
}

QCoro::Task<Seen> receiveScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    driver.require(stage->view().plan.missing.isEmpty(), u"%1 things are missing"_s.arg(stage->view().plan.missing.size()));
    const qsizetype items = stage->view().items.size();
    co_await driver.press(Qt::Key_F9);
    co_await driver.until(u"the receipt"_s, [stage] { return stage->view().phase == desk::CounterPhase::Received; });
    co_await driver.see(u"receiptNumberLabel"_s);
    const auto stored = co_await stage->facts.inStore(stage->firstCase, [](const store::StoredCase &now) { return now.current.stage != domain::CaseStage::Draft; });
    const auto there = co_await stage->facts.atExchange(stage->firstCase, [](const domain::Case &now) { return !now.receivedAt.isNull(); });
    const QString expected = u"a receipt in the store, %1 items at the exchange"_s.arg(items);
    const QString receipt = stored.current.provisionalReceipt.isEmpty() ? u"no receipt"_s : u"a receipt"_s;
    co_return Seen{expected, u"%1 in the store, %2 items at the exchange"_s.arg(receipt).arg(there.parts.size())};
}

} // namespace yichuang::app
