// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <vault/commitrecord.h>

using namespace Qt::StringLiterals;

namespace yichuang::vault {

namespace {

/** Always as many bytes, so that a new number is written over the old one in one piece. */
constexpr int numberWidth = 20;

} // namespace

CommitRecord::CommitRecord(const QString &store)
    : m_file(store + u".commits"_s)
{
    if (m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered, QFile::ReadOwner | QFile::WriteOwner))
        m_known = m_file.read(numberWidth).trimmed().toLongLong();
}

void CommitRecord::note(qint64 commits)
{
    if (commits <= m_known || !m_file.isOpen() || !m_file.seek(0))
        return;
    if (m_file.write(QByteArray::number(commits).rightJustified(numberWidth)) == numberWidth)
        m_known = commits;
}

} // namespace yichuang::vault
