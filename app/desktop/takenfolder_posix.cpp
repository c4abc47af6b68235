// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "takenfolder.h"

#include <QFile>
#include <QUuid>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

/** An open folder, or none. */
class OpenFolder
{
public:
    explicit OpenFolder(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~OpenFolder()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY(OpenFolder)
    void swap(OpenFolder &other) { std::swap(m_descriptor, other.m_descriptor); }
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

constexpr int asFolder = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

QString reason(const QString &path)
{
    return path + u": "_s + qt_error_string(errno);
}

QList<QByteArray> namesIn(int folder)
{
    QList<QByteArray> names;
    const std::unique_ptr<DIR, int (*)(DIR *)> listing(::fdopendir(::openat(folder, ".", asFolder)), ::closedir);
    while (const dirent *entry = listing ? ::readdir(listing.get()) : nullptr) {
        const QByteArray name = entry->d_name;
        if (name != "." && name != "..")
            names << name;
    }
    return names;
}

void empty(int folder, const QString &path, QStringList &left)
{
    const QList<QByteArray> names = namesIn(folder);
    for (const QByteArray &name : names) {
        const QString inside = path + u'/' + QFile::decodeName(name);
        const OpenFolder inner(::openat(folder, name.constData(), asFolder | O_NOFOLLOW));
        if (inner.isOpen())
            empty(inner.descriptor(), inside, left);
        if (::unlinkat(folder, name.constData(), inner.isOpen() ? AT_REMOVEDIR : 0) != 0)
            left << reason(inside);
    }
}

} // namespace

QStringList removeTaken(const QString &home, const QStringList &way)
{
    OpenFolder parent(::open(QFile::encodeName(home).constData(), asFolder));
    QString path = home;
    for (const QString &part : way.first(way.size() - 1)) {
        path += u'/' + part;
        OpenFolder next(parent.isOpen() ? ::openat(parent.descriptor(), QFile::encodeName(part).constData(), asFolder | O_NOFOLLOW) : -1);
        if (!next.isOpen())
            return errno == ENOENT ? QStringList() : QStringList{reason(path)};
        parent.swap(next);
    }
    path += u'/' + way.last();
    QByteArray place = QFile::encodeName(home + u"/../yichuang-removal-XXXXXX"_s);
    const OpenFolder safe(::mkdtemp(place.data()) ? ::open(place.constData(), asFolder | O_NOFOLLOW) : -1);
    if (!safe.isOpen())
        return {reason(QFile::decodeName(place))};
    QStringList left;
    const QByteArray name = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    if (::renameat(parent.descriptor(), QFile::encodeName(way.last()).constData(), safe.descriptor(), name.constData()) == 0)
        empty(safe.descriptor(), QFile::decodeName(place), left);
    else if (errno != ENOENT)
        left << reason(path);
    if (::rmdir(place.constData()) != 0 && left.isEmpty())
        left << reason(QFile::decodeName(place));
    return left;
}

} // namespace yichuang::app
