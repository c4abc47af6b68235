// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "hands.h"

namespace yichuang::testing {

Hands::Hands(const app::DesktopOptions &options, const QString &secret)
    : m_program(options, &m_prompter)
    , m_stage(m_program, m_prompter, m_watch, secret)
{
}

QString Hands::start()
{
    const auto started = m_program.start();
    return started ? QString() : domain::failureText(started.error().code) + u' ' + started.error().detail;
}

} // namespace yichuang::testing
