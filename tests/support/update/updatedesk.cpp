// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "updatedesk.h"

#include <QSignalSpy>

namespace yichuang::test {

using namespace update;
using namespace Qt::StringLiterals;
using Stage = UpdateStatus::Stage;

void UpdateDesk::reset()
{
    m_folder = std::make_unique<ReleaseFolder>();
    m_folder->putProgram(u"0.2.0"_s, 3 << 20);
    m_folder->publish();
    m_place = std::make_unique<QTemporaryDir>();
    ReleaseFolder::write(installation().file(), "the running one");
}

UpdateSettings UpdateDesk::settingsFor(const QString &source)
{
    UpdateSettings settings;
    settings.enabled = true;
    settings.source = source;
    settings.channel = u"stable"_s;
    settings.proxy = u"none"_s;
    settings.keys = {SigningKey('k').trusted()};
    return settings;
}

std::unique_ptr<Updater> UpdateDesk::make(const UpdateSettings &settings)
{
    auto updater = std::make_unique<Updater>(settings, installation(), Running{u"0.1.0"_s, 3}, state(), m_clock, never);
    updater->begin();
    return updater;
}

Stage UpdateDesk::look(Updater &updater)
{
    QSignalSpy changed(&updater, &Updater::statusChanged);
    updater.lookNow();
    const auto settled = [&updater] { return updater.status().stage == Stage::Idle || updater.status().stage == Stage::Ready; };
    // One that is ready stays so while it looks: its end shows as one more word.
    while ((changed.isEmpty() || !settled()) && changed.wait(20'000)) {
    }
    return updater.status().stage;
}

} // namespace yichuang::test
