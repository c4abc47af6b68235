// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desktop/tour/stage.h>

namespace yichuang::testing {

/** A desktop in this process with somebody at it: the program's own wiring, and the tour's hands. */
class Hands
{
public:
    Hands(const app::DesktopOptions &options, const QString &secret);
    /** Makes everything and shows the window. Empty, or what went wrong. */
    [[nodiscard]] QString start();

    [[nodiscard]] app::Stage &stage() { return m_stage; }
    [[nodiscard]] const QString &fault() const { return m_stage.driver.fault(); }
    void setPages(const QStringList &paths) { m_prompter.setPages(paths); }

private:
    app::TourPrompter m_prompter;
    app::StallWatch m_watch;
    app::Program m_program;
    app::Stage m_stage;
};

} // namespace yichuang::testing
