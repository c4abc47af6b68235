// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/signindesk.h>
#include <memory>

namespace yichuang::ui {

namespace Ui {
class SignInPage;
}

/** Account and password; a refusal is explained in place. */
class SignInPage : public Pane
{
    Q_OBJECT
public:
    explicit SignInPage(desk::SignInDesk *desk, QWidget *parent = nullptr);
    ~SignInPage() override;
    /** To the password while an account stands there already. */
    void takeFocus() override;

Q_SIGNALS:
    void languageAsked();

protected:
    void retranslate() override;

private:
    void refresh();
    /** What to do about an error at the door, where the failure's own advice does not fit; empty where it does. */
    [[nodiscard]] QString nextStep(const domain::Error &error, desk::EntryState state) const;
    /** The account of whoever worked here last, to go on with by the password alone or to be typed over. */
    void offerLastLogin();
    void onSignIn();
    desk::SignInDesk *m_desk = nullptr;
    desk::EntryState m_before = desk::EntryState::SignedOut;
    std::unique_ptr<Ui::SignInPage> m_ui;
};

} // namespace yichuang::ui
