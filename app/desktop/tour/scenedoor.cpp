// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "stage.h"

#include <QCoroFuture>

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int doorMs = 20000;

} // namespace

QCoro::Task<> typeSignIn(Stage *stage)
{
    EventDriver &driver = stage->driver;
    co_await driver.until(u"the sign-in page"_s, [stage] { return stage->program.signIn().state() == desk::EntryState::SignedOut; }, doorMs);
    co_await driver.click(u"loginLineEdit"_s);
    co_await driver.retype(u"clerk01"_s);
    co_await driver.press(Qt::Key_Tab);
    driver.require(driver.focusName() == "passwordLineEdit"_L1, u"Tab leads from the login to %1"_s.arg(driver.focusName()));
    co_await driver.type(stage->secret);
    co_await driver.press(Qt::Key_Return);
    co_await driver.until(u"a signed-in desk"_s, [stage] { return stage->program.signIn().state() == desk::EntryState::SignedIn; }, doorMs);
    co_await driver.until(u"a catalogue"_s, [stage] { return stage->program.counter().catalogue().version() > 0; }, doorMs);
    co_await driver.until(u"the exchange online"_s, [stage] { return stage->program.sync().view().connection == desk::Connection::Online; }, doorMs);
    co_await driver.see(u"headerBar"_s);
}

QCoro::Task<Seen> signInScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    co_await driver.until(u"the demo's own sign-in"_s, [stage] { return stage->program.signIn().state() == desk::EntryState::SignedIn; }, doorMs);
    co_await driver.activate();
    co_await driver.click(u"signOutPushButton"_s);
    co_await typeSignIn(stage);
    const auto who = co_await stage->program.client().me();
    co_return Seen{u"clerk01 at window w01"_s, who ? u"%1 at window %2"_s.arg(who->id, who->windowId) : domain::failureText(who.error().code)};
}

QCoro::Task<Seen> restartScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const QString typed = stage->halfTyped;
    const QString field = stage->draftField;
    // Making a window and painting it first is a start, not a stall; starts have a figure of their own.
    stage->watch.setPaused(true);
    const auto restarted = stage->program.restart();
    driver.require(restarted.has_value(), u"the desktop does not start again"_s);
    if (!restarted)
        stage->watch.setPaused(false);
    if (!restarted)
        co_return Seen{typed + u" in the draft"_s, domain::failureText(restarted.error().code)};
    co_await driver.activate();
    stage->watch.setPaused(false);
    co_await typeSignIn(stage);
    co_await driver.until(u"the draft on the counter"_s, [stage] { return stage->openCase() == stage->firstCase; });
    co_await driver.see(u"nameLabel"_s);
    co_await driver.press(Qt::Key_4, Qt::AltModifier);
    const QString editor = u"field_"_s + field;
    co_await driver.see(editor);
    // Closing the window leaves the field, so the text is a field of the draft by now; a killed desktop finds it as scratch.
    const auto kept = [&field](const store::StoredCase &now) {
        return now.scratch.contains(field) ? now.scratch.value(field) : now.current.fields.value(field).value;
    };
    const auto stored = co_await stage->facts.inStore(stage->firstCase, [&](const store::StoredCase &now) { return kept(now) == typed; }, 3000);
    co_return Seen{typed + u" in the draft"_s, kept(stored) + u" in the draft"_s};
}

} // namespace yichuang::app
