// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "stage.h"

#include <QCoroFuture>
#include <QDir>
#include <QTemporaryDir>
#include <algorithm>

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int doorMs = 20000;

/** Copies the files of a folder over those of another one. The journal first: what moves out of it meanwhile is then in both. */
bool copyFiles(const QString &from, const QString &to)
{
    QStringList names = QDir(from).entryList(QDir::Files | QDir::Hidden);
    names.removeIf([](const QString &name) { return name.endsWith("-shm"_L1) || name.endsWith(".lock"_L1); });
    std::stable_partition(names.begin(), names.end(), [](const QString &name) { return name.endsWith("-wal"_L1); });
    return std::all_of(names.cbegin(), names.cend(), [&](const QString &name) {
        const QString target = QDir(to).filePath(name);
        QFile::remove(target);
        return QFile::copy(QDir(from).filePath(name), target);
    });
}

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
    co_await driver.see(u"headerBar"_s);
}

QCoro::Task<Seen> signInScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    co_await driver.until(u"the demo's own sign-in"_s, [stage] { return stage->program.signIn().state() == desk::EntryState::SignedIn; }, doorMs);
    co_await driver.activate();
    co_await driver.click(u"signOutPushButton"_s);
    co_await typeSignIn(stage);
    co_await driver.until(u"the exchange online"_s, [stage] { return stage->program.sync().view().connection == desk::Connection::Online; }, doorMs);
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
    // Closing the window would leave the field. The profile as it lies there now is what a killed program leaves behind.
    const QString profile = stage->program.profile();
    const QTemporaryDir killed;
    const bool kept = copyFiles(profile, killed.path());
    bool back = false;
    const auto restarted = stage->program.restart([&] { back = copyFiles(killed.path(), profile); });
    driver.require(kept && back, u"the profile was not copied"_s);
    driver.require(restarted.has_value(), u"the desktop does not start again"_s);
    if (!restarted)
        stage->watch.setPaused(false);
    if (!restarted)
        co_return Seen{typed + u" in the draft"_s, domain::failureText(restarted.error().code)};
    co_await driver.activate();
    stage->watch.setPaused(false);
    co_await typeSignIn(stage);
    co_await driver.until(u"the exchange online"_s, [stage] { return stage->program.sync().view().connection == desk::Connection::Online; }, doorMs);
    co_await driver.until(u"the draft on the counter"_s, [stage] { return stage->openCase() == stage->firstCase; });
    co_await driver.see(u"nameLabel"_s);
    // Nothing is pressed: the keyboard is in the field, and the field in sight.
    const QString editor = u"field_"_s + field;
    const std::function<bool()> isThere = [&driver, editor] { return driver.focusName() == editor; };
    co_await driver.until(u"the keyboard where the draft was left"_s, isThere);
    co_await driver.see(editor);
    // Nothing is typed: the text is a field of the draft, its scratch is gone, and nothing calls it missing.
    const auto isField = [&](const store::StoredCase &now) { return now.current.fields.value(field).value == typed && !now.scratch.contains(field); };
    const auto stored = co_await stage->facts.inStore(stage->firstCase, isField, 3000);
    for (const domain::Missing &missing : stage->view().plan.missing)
        driver.require(missing.kind != domain::Missing::Kind::Field || missing.target != field, u"the field is called missing"_s);
    const QString text = isField(stored) ? stored.current.fields.value(field).value : u"nothing"_s;
    co_return Seen{u"%1 in the draft, left at form:%2"_s.arg(typed, field), u"%1 in the draft, left at %2"_s.arg(text, stored.place)};
}

} // namespace yichuang::app
