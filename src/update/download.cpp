// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "download.h"

#include <QFileInfo>
#include <algorithm>
#include <filesystem>
#include <limits>
#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace yichuang::update {

using domain::Error;
using domain::FailureCode;
using namespace Qt::StringLiterals;

QString digestOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    return QString::fromLatin1(hash.result().toHex());
}

Download::Download(Source &source, const wire::UpdateFile &wanted, const QString &partFile, const QString &wholeFile, qint64 reserve)
    : m_source(source)
    , m_wanted(wanted)
    , m_part(partFile)
    , m_whole(wholeFile)
    , m_reserve(reserve)
{
    connect(&m_source, &Source::startsAt, this, &Download::onStart);
    connect(&m_source, &Source::chunk, this, &Download::onChunk);
    connect(&m_source, &Source::ended, this, &Download::onEnd);
}

std::optional<Error> Download::lackOfRoom() const
{
    std::error_code error;
    const auto space = std::filesystem::space(QFileInfo(m_whole).absolutePath().toStdU16String(), error);
    // Where nobody can say, writing shows it.
    if (error || space.available > std::uintmax_t(std::numeric_limits<qint64>::max()))
        return {};
    const qint64 wanted = std::max<qint64>(m_wanted.size - m_part.size(), 0) + m_reserve;
    if (qint64(space.available) >= wanted)
        return {};
    constexpr qint64 megabyte = 1'000'000;
    return Error{FailureCode::UpdateNotWritable,
                 u"the disk has no room: %1 MB free, %2 MB wanted"_s.arg(qint64(space.available) / megabyte).arg(wanted / megabyte + 1), true};
}

void Download::begin()
{
    if (const auto lack = lackOfRoom()) {
        m_part.remove();
        return finish(lack);
    }
    if (!m_part.open(QIODevice::ReadWrite))
        return finish(Error{FailureCode::UpdateNotWritable, u"the part file cannot be made"_s, true});
    m_source.read(m_wanted.name, takeUpPart());
}

qint64 Download::takeUpPart()
{
    // Longer than wanted, it is of another file; of the wanted length and wrong, the checksum will say so.
    if (m_part.size() > m_wanted.size || !m_hash.addData(&m_part))
        onStart(0);
    else
        m_size = m_part.pos();
    return m_size;
}

void Download::onStart(qint64 offset)
{
    if (m_over || offset == m_size)
        return;
    m_hash.reset();
    m_size = 0;
    m_part.resize(0);
    m_part.seek(0);
}

void Download::onChunk(const QByteArray &bytes)
{
    if (m_over)
        return;
    if (m_size + bytes.size() > m_wanted.size) {
        m_part.resize(0);
        return finish(Error{FailureCode::UpdateFileDamaged, u"longer than the list says"_s, true});
    }
    if (m_part.write(bytes) != bytes.size())
        return giveUp(u"the part file cannot be written: "_s + m_part.errorString());
    m_hash.addData(bytes);
    m_size += bytes.size();
    Q_EMIT progressed(m_size);
}

void Download::onEnd(const std::optional<Error> &fault)
{
    if (m_over)
        return;
    if (fault)
        return finish(fault);
    if (m_size != m_wanted.size || QString::fromLatin1(m_hash.result().toHex()) != m_wanted.sha256) {
        m_part.resize(0);
        return finish(Error{FailureCode::UpdateFileDamaged, u"size or checksum differs"_s, true});
    }
    bool kept = m_part.flush() && m_part.setPermissions(m_part.permissions() | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
#ifdef Q_OS_UNIX
    kept = kept && ::fsync(m_part.handle()) == 0;
#endif
    if (!kept)
        return giveUp(u"the fetched file does not reach the disk"_s);
    m_part.close();
    std::error_code error;
    std::filesystem::rename(m_part.fileName().toStdU16String(), m_whole.toStdU16String(), error);
    if (error)
        return finish(Error{FailureCode::UpdateNotWritable, u"the fetched file cannot be put in its place"_s, true});
    finish(std::nullopt);
}

void Download::giveUp(const QString &why)
{
    m_part.remove();
    finish(Error{FailureCode::UpdateNotWritable, why, true});
}

void Download::finish(std::optional<Error> fault)
{
    m_over = true;
    m_part.close();
    m_source.stop();
    Q_EMIT ended(fault);
}

} // namespace yichuang::update
