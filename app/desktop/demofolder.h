// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLockFile>
#include <QTemporaryDir>
#include <memory>

namespace yichuang::app {

/** The throw-away folder of one demo. It goes with this object; what a killed demo left is removed by the next one. */
class DemoFolder
{
public:
    /** Makes the folder and holds its lock for as long as it lives. */
    DemoFolder();
    ~DemoFolder();
    Q_DISABLE_COPY_MOVE(DemoFolder)

    [[nodiscard]] bool isValid() const;
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    /** Removes the folders of demos of this user that no longer run; one without a lock, or with a living owner, is left alone. */
    void removeDead() const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace yichuang::app
