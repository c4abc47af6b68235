// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "releasefolder.h"
#include "stillclock.h"

#include <update/arrival.h>

namespace yichuang::test {

/** A desk of 0.1.0 that updates itself, and a folder with 0.2.0. */
class UpdateDesk
{
protected:
    static constexpr update::Updater::Pace never{1 << 30, 1 << 30, 1 << 30};
    void reset();
    [[nodiscard]] static update::UpdateSettings settingsFor(const QString &source);
    [[nodiscard]] std::unique_ptr<update::Updater> make(const update::UpdateSettings &settings);
    [[nodiscard]] std::unique_ptr<update::Updater> make(const QString &source) { return make(settingsFor(source)); }
    /** Looks once; the stage it came to. */
    static update::UpdateStatus::Stage look(update::Updater &updater);
    [[nodiscard]] update::Installation installation() const { return update::Installation(m_place->filePath(QStringLiteral("app"))); }
    [[nodiscard]] QString state() const { return m_place->filePath(QStringLiteral("update.ini")); }

    std::unique_ptr<ReleaseFolder> m_folder;
    std::unique_ptr<QTemporaryDir> m_place;
    StillClock m_clock;
};

} // namespace yichuang::test
