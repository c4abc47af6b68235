// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Filling by keyboard what the counter says is missing.
#include "stage.h"
#include "tourvalues.h"

#include <QCoroFuture>
#include <algorithm>
#include <domain/pinyin.h>

namespace yichuang::app {

using namespace Qt::StringLiterals;
using Kind = domain::Missing::Kind;
using domain::MaterialWay;

namespace {

constexpr int mostThings = 80;

const domain::PlannedField *fieldOf(const Stage *stage, const QString &id)
{
    const QList<domain::PlannedField> &fields = stage->view().plan.fields;
    const auto found = std::find_if(fields.cbegin(), fields.cend(), [&id](const domain::PlannedField &one) { return one.field.id == id; });
    return found == fields.cend() ? nullptr : &*found;
}

const domain::PlannedMaterial *materialOf(const Stage *stage, const QString &key)
{
    const QList<domain::PlannedMaterial> &materials = stage->view().plan.materials;
    const auto found = std::find_if(materials.cbegin(), materials.cend(), [&key](const domain::PlannedMaterial &one) { return one.key == key; });
    return found == materials.cend() ? nullptr : &*found;
}

/** Chooses by keyboard as a clerk would: the initials of the entry in a long list, the arrow in a short one. */
QCoro::Task<> choose(Stage *stage, domain::FormField field, QString id)
{
    constexpr qsizetype longList = 8;
    const auto entry = std::find_if(field.choices.cbegin(), field.choices.cend(), [&id](const auto &one) { return one.first == id; });
    stage->driver.require(entry != field.choices.cend(), u"field %1 offers no %2"_s.arg(field.id, id));
    if (stage->driver.isStuck())
        co_return;
    if (field.choices.size() > longList) {
        const QString initials = domain::pinyinInitials(entry->second);
        co_await stage->driver.type(initials);
        // Namesakes by initials stand below the first of them.
        const auto isChosen = [&] {
            const domain::PlannedField *now = fieldOf(stage, field.id);
            return now && now->value.value == id;
        };
        for (qsizetype step = 0; step < field.choices.size() && !isChosen(); ++step)
            co_await stage->driver.press(Qt::Key_Down);
        co_return;
    }
    for (auto step = field.choices.cbegin(); step <= entry; ++step)
        co_await stage->driver.press(Qt::Key_Down);
}

QCoro::Task<> fillField(Stage *stage, QString id)
{
    EventDriver &driver = stage->driver;
    const domain::PlannedField *planned = fieldOf(stage, id);
    driver.require(planned, u"no field %1 in the form"_s.arg(id));
    driver.require(driver.focusName() == u"field_"_s + id, u"F6 leads to %1 instead of field %2"_s.arg(driver.focusName(), id));
    if (driver.isStuck())
        co_return;
    const domain::FormField field = planned->field;
    const QString value = tourValue(field, stage->view(), stage->program.clock().today());
    if (field.type == domain::FieldType::Choice)
        co_await choose(stage, field, value);
    else if (field.type == domain::FieldType::Boolean)
        co_await driver.press(Qt::Key_Space);
    else
        co_await driver.retype(value);
    co_await driver.press(Qt::Key_Tab);
    stage->written.insert(id, value);
}

struct Way {
    MaterialWay way;
    QString button;
};

/** Each way once where it is allowed, so that the tour shows them all; the original after that. */
Way wayFor(Stage *stage, const domain::PlannedMaterial &material)
{
    static const QList<Way> all{{MaterialWay::FileAttached, u"attachPushButton"_s}, {MaterialWay::Promise, u"promisePushButton"_s},
                                {MaterialWay::Deferred, u"deferPushButton"_s},      {MaterialWay::OriginalSeen, u"originalPushButton"_s},
                                {MaterialWay::SelfMade, u"statementPushButton"_s},  {MaterialWay::Certificate, u"useCertificatePushButton"_s}};
    const auto &taken = stage->view().openCase.materials;
    const auto isUsed = [&taken](MaterialWay way) {
        return std::any_of(taken.cbegin(), taken.cend(), [way](const domain::MaterialState &one) { return one.way == way; });
    };
    for (const Way &one : all) {
        if (material.ways.contains(one.way) && one.way != MaterialWay::Certificate && !isUsed(one.way))
            return one;
    }
    for (const MaterialWay way : {MaterialWay::OriginalSeen, MaterialWay::FileAttached, MaterialWay::SelfMade, MaterialWay::Promise, MaterialWay::Deferred, MaterialWay::Certificate}) {
        if (material.ways.contains(way))
            return *std::find_if(all.cbegin(), all.cend(), [way](const Way &one) { return one.way == way; });
    }
    return all.first();
}

QCoro::Task<> satisfy(Stage *stage, QString key)
{
    EventDriver &driver = stage->driver;
    const domain::PlannedMaterial *material = materialOf(stage, key);
    driver.require(material, u"no material %1 in the case"_s.arg(key));
    if (driver.isStuck())
        co_return;
    const Way way = wayFor(stage, *material);
    co_await driver.click(way.button);
    const std::function<bool()> isTaken = [stage, key] { return stage->view().openCase.materials.contains(key); };
    co_await driver.until(u"the material in the case"_s, isTaken, 5000);
    stage->touchedMaterial = key;
}

QCoro::Task<> answerByKey(Stage *stage, QString key)
{
    EventDriver &driver = stage->driver;
    driver.require(driver.focusName().startsWith(u"answer_"_s + key), u"F6 leads to %1 instead of question %2"_s.arg(driver.focusName(), key));
    co_await driver.press(Qt::Key_Space);
}

} // namespace

QCoro::Task<> fillWhatIsMissing(Stage *stage, QList<domain::Missing::Kind> kinds)
{
    EventDriver &driver = stage->driver;
    QString before;
    for (int i = 0; i < mostThings && !driver.isStuck(); ++i) {
        const QList<domain::Missing> missing = stage->view().plan.missing;
        if (missing.isEmpty() || !kinds.contains(missing.first().kind))
            co_return;
        const domain::Missing first = missing.first();
        const QString name = QString::number(int(first.kind)) + first.target;
        driver.require(name != before, u"%1 stays missing after it was filled"_s.arg(first.target));
        before = name;
        co_await driver.press(Qt::Key_F6);
        if (first.kind == Kind::Field)
            co_await fillField(stage, first.target);
        else if (first.kind == Kind::Material)
            co_await satisfy(stage, first.target);
        else if (first.kind == Kind::Answer)
            co_await answerByKey(stage, first.target);
        else
            driver.require(false, u"%1 stands in the way"_s.arg(first.text));
        const std::function<bool()> isDone = [stage, first] {
            const QList<domain::Missing> &now = stage->view().plan.missing;
            return now.isEmpty() || now.first().target != first.target;
        };
        co_await driver.until(u"a step forward"_s, isDone, 3000);
    }
    driver.require(false, u"the list of what is missing never ends"_s);
}

QCoro::Task<Seen> typingScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const QList<domain::PlannedField> fields = stage->view().plan.fields;
    const auto text = std::find_if(fields.cbegin(), fields.cend(), [](const domain::PlannedField &one) {
        return one.field.type == domain::FieldType::Text && one.field.required && one.value.value.isEmpty();
    });
    driver.require(text != fields.cend(), u"the form has no empty text field"_s);
    if (driver.isStuck())
        co_return Seen{u"a text field"_s, u"none"_s};
    stage->draftField = text->field.id;
    const QString whole = tourValue(text->field, stage->view(), stage->program.clock().today());
    stage->halfTyped = whole.left(whole.size() / 2);
    co_await driver.press(Qt::Key_4, Qt::AltModifier);
    const QString editor = u"field_"_s + stage->draftField;
    co_await driver.click(editor);
    co_await driver.retype(stage->halfTyped);
    const auto isHalf = [stage](const store::StoredCase &now) { return now.scratch.value(stage->draftField) == stage->halfTyped; };
    const auto stored = co_await stage->facts.inStore(stage->firstCase, isHalf, 5000);
    co_return Seen{stage->halfTyped, stored.scratch.value(stage->draftField)};
}

QCoro::Task<Seen> formScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const domain::PlannedField *draft = fieldOf(stage, stage->draftField);
    driver.require(draft, u"the half-typed field is gone"_s);
    if (driver.isStuck())
        co_return Seen{u"the field half typed"_s, u"none"_s};
    // The clerk goes on where the last letter was left.
    const QString whole = tourValue(draft->field, stage->view(), stage->program.clock().today());
    driver.require(driver.focusName() == u"field_"_s + stage->draftField, u"the keyboard is at %1 after the restart"_s.arg(driver.focusName()));
    co_await driver.type(whole.mid(stage->halfTyped.size()));
    co_await driver.press(Qt::Key_Tab);
    stage->written.insert(stage->draftField, whole);
    const QList<Kind> kinds{Kind::Answer, Kind::Field};
    co_await fillWhatIsMissing(stage, kinds);
    const QMap<QString, QString> written = stage->written;
    const auto stored = co_await stage->facts.inStore(stage->firstCase, [&written](const store::StoredCase &now) { return now.current.fields.size() >= written.size() && now.scratch.isEmpty(); }, 5000);
    QStringList kept;
    for (auto it = written.cbegin(); it != written.cend(); ++it) {
        if (stored.current.fields.value(it.key()).value == it.value())
            kept << it.key();
    }
    const QStringList expected = written.keys();
    co_return Seen{u"typed: "_s + expected.join(u", "_s), u"typed: "_s + kept.join(u", "_s)};
}

QCoro::Task<Seen> wheelScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const QList<domain::PlannedField> fields = stage->view().plan.fields;
    const auto isFree = [](const domain::PlannedField &one) { return one.field.type == domain::FieldType::Text && !one.field.required && one.value.value.isEmpty(); };
    const auto last = std::find_if(fields.crbegin(), fields.crend(), isFree);
    driver.require(last != fields.crend(), u"the form has no text field left"_s);
    if (driver.isStuck())
        co_return Seen{u"a text field"_s, u"none"_s};
    const QString id = last->field.id;
    const QString value = tourValue(last->field, stage->view(), stage->program.clock().today());
    const auto before = co_await stage->facts.inStore(stage->firstCase, [](const store::StoredCase &) { return true; });
    // Up to the first field and down again by the wheel, over choices that must not follow it.
    const QString top = u"field_"_s + fields.first().field.id;
    const QString bottom = u"field_"_s + id;
    co_await driver.press(Qt::Key_4, Qt::AltModifier);
    co_await driver.click(top);
    const int turns = driver.wheelTurns();
    co_await driver.click(bottom);
    driver.require(driver.wheelTurns() > turns, u"the form did not have to be scrolled"_s);
    co_await driver.retype(value);
    co_await driver.press(Qt::Key_Tab);
    const auto stored = co_await stage->facts.inStore(stage->firstCase, [&](const store::StoredCase &now) { return now.current.fields.value(id).value == value; }, 5000);
    QStringList moved;
    for (auto it = stored.current.fields.cbegin(); it != stored.current.fields.cend(); ++it) {
        if (it.key() != id && before.current.fields.value(it.key()).value != it->value)
            moved << it.key();
    }
    const bool taken = stored.current.fields.value(id).value == value;
    co_return Seen{id + u" typed, nothing else changed"_s, id + (taken ? u" typed, "_s : u" not typed, "_s) + (moved.isEmpty() ? u"nothing else"_s : moved.join(u", "_s)) + u" changed"_s};
}

QCoro::Task<int> keptFiles(Stage *stage, QList<domain::AttachedFile> files)
{
    int kept = 0;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const auto content = co_await stage->program.session().store()->loadAttachment(files.at(i).id);
        kept += content && content->size() == files.at(i).size ? 1 : 0;
    }
    co_return kept;
}

QCoro::Task<Seen> materialsScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const int givenBefore = stage->prompter.given();
    const QList<Kind> kinds{Kind::Material};
    co_await fillWhatIsMissing(stage, kinds);
    if (stage->touchedMaterial.isEmpty() && !driver.isStuck()) {
        // Certificates satisfied everything: one more original is seen all the same.
        const QList<domain::PlannedMaterial> all = stage->view().plan.materials;
        const auto open = std::find_if(all.cbegin(), all.cend(), [](const domain::PlannedMaterial &one) { return one.ways.contains(MaterialWay::OriginalSeen); });
        driver.require(open != all.cend(), u"no material takes an original"_s);
    }
    QMap<QString, int> expected;
    const auto &materials = stage->view().openCase.materials;
    for (auto it = materials.cbegin(); it != materials.cend(); ++it)
        expected.insert(it.key(), int(it->way));
    const auto stored = co_await stage->facts.inStore(stage->firstCase, [&expected](const store::StoredCase &now) { return now.current.materials.size() == expected.size(); }, 5000);
    int files = 0;
    int same = 0;
    for (auto it = stored.current.materials.cbegin(); it != stored.current.materials.cend(); ++it) {
        same += expected.value(it.key(), -1) == int(it->way) ? 1 : 0;
        if (it->way != MaterialWay::FileAttached)
            continue;
        const QList<domain::AttachedFile> named = it->files;
        const int kept = co_await keptFiles(stage, named);
        files += kept;
    }
    co_return Seen{u"%1 materials taken, %2 files encrypted in the store, nothing missing"_s.arg(expected.size()).arg(stage->prompter.given() - givenBefore),
                   u"%1 materials taken, %2 files encrypted in the store, %3 missing"_s.arg(same).arg(files).arg(stage->view().plan.missing.isEmpty() ? u"nothing"_s : QString::number(stage->view().plan.missing.size()))};
}

} // namespace yichuang::app
