// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "demofolder.h"

#include <QDir>

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

const QString namePattern = u"yichuang-demo-"_s;

std::unique_ptr<QLockFile> lockOf(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(QDir(folder).filePath(u"demo.lock"_s));
    // Never stale by age, only when its process is gone.
    lock->setStaleLockTime(0);
    return lock;
}

} // namespace

DemoFolder::DemoFolder()
    : m_folder(QDir::temp().filePath(namePattern + u"XXXXXX"_s))
    , m_lock(lockOf(m_folder.path()))
{
    if (m_folder.isValid())
        m_lock->tryLock(0);
}

DemoFolder::~DemoFolder()
{
    m_lock->unlock();
}

bool DemoFolder::isValid() const
{
    return m_folder.isValid() && m_lock->isLocked();
}

void DemoFolder::removeDead() const
{
    const QFileInfo own(m_folder.path());
    const QFileInfoList folders = QDir::temp().entryInfoList({namePattern + u'*'}, QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    for (const QFileInfo &folder : folders) {
        const QFileInfo lockFile(QDir(folder.filePath()).filePath(u"demo.lock"_s));
        const bool ours = folder.ownerId() == own.ownerId() && lockFile.isFile() && !lockFile.isSymLink();
        if (!ours || folder.filePath() == own.filePath())
            continue;
        const auto lock = lockOf(folder.filePath());
        if (!lock->tryLock(0))
            continue; // somebody lives there
        lock->unlock();
        QDir(folder.filePath()).removeRecursively();
    }
}

} // namespace yichuang::app
