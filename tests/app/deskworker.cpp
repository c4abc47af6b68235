// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// A desktop with somebody at it, for tst_killeddesk:
//   deskworker type OPTIONS…   signs in, takes the card, an item, types into a field, says "typed FIELD" and goes on waiting
//   deskworker read OPTIONS…   signs in, presses nothing more, says "found TEXT" once the text is in the stored case and not missing
//   deskworker goon OPTIONS…   signs in, waits until the keyboard is in the field, types the rest there, says "found TEXT" once all is stored
// The options are the desktop's own; the accounts' password comes in YICHUANG_DEMO_SECRET, the text in YICHUANG_TEST_TEXT and _REST,
// the item and the field in YICHUANG_TEST_ITEM and _FIELD.
#include <app/hands.h>

#include <QApplication>
#include <QCoroTask>
#include <QTextStream>
#include <QTimer>
#include <algorithm>
#include <ui/theme.h>

using namespace Qt::StringLiterals;
using namespace yichuang;

namespace {

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

QCoro::Task<> typeHalf(app::Stage *stage, QString text)
{
    co_await app::typeSignIn(stage);
    co_await stage->driver.until(u"the card's certificates"_s, [stage] { return stage->view().listing == desk::ListingState::Ready; }, 20000);
    co_await stage->driver.see(u"nameLabel"_s);
    const QString item = qEnvironmentVariable("YICHUANG_TEST_ITEM");
    co_await app::chooseByInitials(stage, item, false);
    co_await stage->driver.until(u"a form"_s, [stage] { return !stage->view().plan.fields.isEmpty(); });
    if (!stage->driver.isStuck()) {
        const QString id = qEnvironmentVariable("YICHUANG_TEST_FIELD");
        const QString editor = u"field_"_s + id;
        co_await stage->driver.press(Qt::Key_4, Qt::AltModifier);
        co_await stage->driver.click(editor);
        // What a certificate filled in is hidden, and nothing can be typed before it is shown. On a busy machine it comes after the form.
        const std::function<bool()> isShown = [stage, id] { return stage->view().fieldInClear == id; };
        store::StoredCase stored;
        for (int tries = 0; tries < 2 && stored.scratch.value(id) != text; ++tries) {
            const bool filled = std::any_of(stage->view().plan.fields.cbegin(), stage->view().plan.fields.cend(), [&](const domain::PlannedField &one) { return one.field.id == id && one.prefilled; });
            if (filled && !isShown()) {
                co_await stage->driver.press(Qt::Key_F2);
                co_await stage->driver.until(u"the field in clear"_s, isShown);
            }
            co_await stage->driver.retype(text);
            stored = co_await stage->facts.inStore(stage->openCase(), [&](const store::StoredCase &now) { return now.scratch.value(id) == text; }, 5000);
        }
        stage->driver.require(stored.scratch.value(id) == text, u"the scratch row"_s);
    }
    say(stage->driver.isStuck() ? u"stuck "_s + stage->driver.fault() : u"typed"_s);
}

QCoro::Task<> readBack(app::Stage *stage, QString text)
{
    co_await app::typeSignIn(stage);
    QString typed;
    const auto isThere = [stage, text, &typed] {
        const QMap<QString, domain::FieldValue> &fields = stage->view().openCase.fields;
        for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
            if (it->value == text && it->source == domain::FieldSource::Operator)
                typed = it.key();
        }
        return !typed.isEmpty();
    };
    co_await stage->driver.until(u"the text in the draft"_s, isThere, 20000);
    const auto stored = co_await stage->facts.inStore(stage->openCase(), [&](const store::StoredCase &now) { return now.current.fields.contains(typed) && now.scratch.isEmpty(); }, 5000);
    stage->driver.require(stored.scratch.isEmpty(), u"the scratch row is still there"_s);
    QStringList found;
    for (const domain::PlannedField &field : stage->view().plan.fields) {
        if (field.field.id == typed && !field.problem)
            found << stored.current.fields.value(typed).value;
    }
    for (const domain::Missing &missing : stage->view().plan.missing)
        stage->driver.require(missing.kind != domain::Missing::Kind::Field || missing.target != typed, u"the field is called missing"_s);
    say(stage->driver.isStuck() ? u"stuck "_s + stage->driver.fault() : u"found "_s + found.join(u'|'));
}

QCoro::Task<> goOn(app::Stage *stage, QString text)
{
    co_await app::typeSignIn(stage);
    const QString id = qEnvironmentVariable("YICHUANG_TEST_FIELD");
    const QString editor = u"field_"_s + id;
    const std::function<bool()> isThere = [stage, editor] { return stage->driver.focusName() == editor; };
    co_await stage->driver.until(u"the keyboard where it was"_s, isThere, 20000);
    co_await stage->driver.see(editor);
    const QString rest = qEnvironmentVariable("YICHUANG_TEST_REST");
    co_await stage->driver.type(rest);
    co_await stage->driver.press(Qt::Key_Tab);
    const QString whole = text + rest;
    const auto stored = co_await stage->facts.inStore(stage->openCase(), [&](const store::StoredCase &now) { return now.current.fields.value(id).value == whole; }, 5000);
    say(stage->driver.isStuck() ? u"stuck "_s + stage->driver.fault() : u"found "_s + stored.current.fields.value(id).value);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"yichuang"_s);
    ui::installTheme(application);
    QStringList arguments = QApplication::arguments();
    const QString what = arguments.size() > 1 ? arguments.takeAt(1) : QString();
    testing::Hands hands(app::readOptions(arguments), qEnvironmentVariable("YICHUANG_DEMO_SECRET"));
    if (const QString wrong = hands.start(); !wrong.isEmpty()) {
        say(u"stuck "_s + wrong);
        return 1;
    }
    const QString text = qEnvironmentVariable("YICHUANG_TEST_TEXT");
    QTimer::singleShot(0, &application, [&hands, what, text] {
        const auto play = what == "type"_L1 ? typeHalf : what == "goon"_L1 ? goOn : readBack;
        play(&hands.stage(), text);
    });
    return QApplication::exec();
}
