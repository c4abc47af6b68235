// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/installation.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <filesystem>
#include <update/offer.h>
#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace yichuang::update {

using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

/** More than all the versions there will ever be. */
constexpr qint64 mostRefusedBytes = 64 << 10;
/** Before the last pin that was heeded, in the file of the refused versions. */
constexpr auto heededWord = "heeded "_L1;
constexpr qsizetype numberDigits = 32;

std::filesystem::path pathOf(const QString &file)
{
    return std::filesystem::path(file.toStdU16String());
}

/** Renamed files are where they are after a power cut only when their folder is on the disk. */
void syncFolderOf(const QString &file)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(QFileInfo(file).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
#else
    Q_UNUSED(file)
#endif
}

/** Another name for the same file, or a copy where the file system has no such names. */
bool keepAs(const QString &file, const QString &kept)
{
    QFile::remove(kept);
    std::error_code error;
    std::filesystem::create_hard_link(pathOf(file), pathOf(kept), error);
    if (!error)
        return true;
    QFile from(file);
    QSaveFile to(kept);
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly))
        return false;
    constexpr qint64 piece = 1 << 20;
    while (!from.atEnd()) {
        const QByteArray bytes = from.read(piece);
        if (bytes.isEmpty() || to.write(bytes) != bytes.size())
            return false;
    }
    return to.setPermissions(from.permissions()) && to.flush() && to.commit();
}

/** Takes the place of a file that is there, in one step. */
bool replace(const QString &with, const QString &file)
{
    std::error_code error;
    std::filesystem::rename(pathOf(with), pathOf(file), error);
    return !error;
}

/** Whole, or as it was: a commit alone does not tell when what is still buffered finds no room. */
bool save(const QString &name, const QByteArray &bytes)
{
    QSaveFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() && file.commit();
}

auto notWritable(const char *step)
{
    return domain::failure(FailureCode::UpdateNotWritable, QString::fromLatin1(step), true);
}

} // namespace

std::optional<Installation> Installation::current()
{
    // Both are inherited by what an AppImage starts: only a program that lies in the mounted image is meant.
    const QString file = qEnvironmentVariable("APPIMAGE");
    const QString folder = QFileInfo(qEnvironmentVariable("APPDIR")).canonicalFilePath();
    const QString program = QFileInfo(QCoreApplication::applicationFilePath()).canonicalFilePath();
    if (file.isEmpty() || folder.isEmpty() || !program.startsWith(folder + u'/') || !QFileInfo(file).isFile())
        return std::nullopt;
    return startedFrom(QFileInfo(file).canonicalFilePath());
}

Installation Installation::startedFrom(const QString &file)
{
    Installation here(file);
    here.m_started = identityOf(file);
    return here;
}

Installation::Identity Installation::identityOf(const QString &file)
{
    Identity found;
#ifdef Q_OS_UNIX
    struct ::stat about = {};
    if (::stat(QFile::encodeName(file).constData(), &about) != 0)
        return found;
    found.device = quint64(about.st_dev);
    found.number = quint64(about.st_ino);
#endif
    // A number is given again once a file is gone.
    const QFileInfo info(file);
    found.size = info.size();
    found.modifiedMs = info.lastModified().toMSecsSinceEpoch();
    return found;
}

bool Installation::isReplaced() const
{
    return m_started && QFile::exists(m_file) && identityOf(m_file) != *m_started;
}

bool Installation::isWritable() const
{
    const QFileInfo folder(QFileInfo(m_file).absolutePath());
    return folder.isWritable();
}

domain::Result<void> Installation::exchange(const QString &from, const QString &to, const StepWatch &watch) const
{
    const auto step = [&watch](const char *name) {
        if (watch)
            watch(name);
        return name;
    };
    if (isReplaced())
        return {};
    if (!QFileInfo(nextFile()).isFile())
        return notWritable("nothing to exchange");
    auto before = trial();
    // What never stood its trial is nothing to go back to.
    if (before && (before->to != from || !QFile::exists(previousFile())))
        before.reset();
    const QString link = m_file + u".keeping"_s;
    if (const char *name = step("keep"); !before && !keepAs(m_file, link))
        return notWritable(name);
    // Another desktop may have been faster: what is kept now is then not what runs here.
    if (isReplaced()) {
        QFile::remove(link);
        return {};
    }
    if (const char *name = step("keep as previous"); !before && !replace(link, previousFile()))
        return notWritable(name);
    if (const char *name = step("note the trial"); !write({Trial::State::OnTrial, to, before ? before->from : from, 0}))
        return notWritable(name);
    step("sync the trial");
    syncFolderOf(m_file);
    if (const char *name = step("exchange"); !replace(nextFile(), m_file)) {
        // Where another desktop took the next file away, the trial is that one's.
        if (!isReplaced() && (!before || !write(*before)))
            QFile::remove(trialFile());
        return notWritable(name);
    }
    step("sync the exchange");
    syncFolderOf(m_file);
    step("done");
    return {};
}

bool Installation::write(const Trial &trial) const
{
    const QByteArray bytes = toBytes(trial);
    if (save(trialFile(), bytes))
        return true;
    // On a full disk there is room where the file is already, as the runtime knows too.
    QFile file(trialFile());
    return file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) && file.write(bytes) == bytes.size() && file.flush() && file.resize(bytes.size());
}

std::optional<Trial> Installation::trial() const
{
    QFile file(trialFile());
    return file.open(QIODevice::ReadOnly) ? trialFrom(file.read(1024)) : std::nullopt;
}

bool Installation::isOnTrial(const QString &version) const
{
    const auto found = trial();
    return found && found->state == Trial::State::OnTrial && found->to == version;
}

bool Installation::noteStart(const QString &version) const
{
    auto found = trial();
    if (!found || !isOnTrial(version))
        return false;
    ++found->starts;
    return write(*found);
}

void Installation::prove(const QString &version) const
{
    const auto found = trial();
    if (!found || found->to != version)
        return;
    QFile::remove(trialFile());
    syncFolderOf(m_file);
}

void Installation::excuse(const QString &version) const
{
    auto found = trial();
    if (!found || !isOnTrial(version))
        return;
    found->starts = 0;
    (void)write(*found);
}

void Installation::condemn(const QString &version) const
{
    auto found = trial();
    if (!found || !isOnTrial(version))
        return;
    found->state = Trial::State::Failed;
    (void)write(*found);
}

QString Installation::settle(const QString &version) const
{
    const auto found = trial();
    if (!found || found->to == version)
        return {};
    // Cut short while another was to take the place of one that had not stood its trial: that goes on.
    const bool isUnproved = found->state == Trial::State::OnTrial && found->from != version && QFile::exists(nextFile());
    if (isUnproved && QFile::exists(previousFile()) && write({Trial::State::OnTrial, version, found->from, 0}))
        return {};
    QFile::remove(trialFile());
    syncFolderOf(m_file);
    return found->state == Trial::State::Failed ? found->to : QString();
}

Installation::Refusals Installation::readRefusals() const
{
    Refusals found;
    QFile file(refusedFile());
    if (!file.open(QIODevice::ReadOnly))
        return found;
    const QList<QByteArray> lines = file.read(mostRefusedBytes).split('\n');
    for (const QByteArray &line : lines) {
        const QString words = QString::fromLatin1(line.trimmed());
        if (words.startsWith(heededWord))
            found.heeded = words.sliced(heededWord.size());
        else if (!versionFrom(words).isNull())
            found.versions << words;
    }
    return found;
}

bool Installation::writeRefusals(const Refusals &refusals) const
{
    QStringList lines = refusals.versions.values();
    lines.sort();
    if (!refusals.heeded.isEmpty())
        lines << heededWord + refusals.heeded;
    return save(refusedFile(), lines.join(u'\n').toLatin1() + '\n');
}

QSet<QString> Installation::refused() const
{
    return readRefusals().versions;
}

bool Installation::refuse(const QString &version) const
{
    Refusals refusals = readRefusals();
    refusals.versions << version;
    return writeRefusals(refusals);
}

void Installation::heedPin(const QString &pin, bool isNewHere) const
{
    Refusals refusals = readRefusals();
    if (!isNewHere || refusals.heeded == pin)
        return;
    refusals.heeded = pin;
    refusals.versions.removeIf([&pin](const QString &one) { return versionFrom(one) == versionFrom(pin); });
    (void)writeRefusals(refusals);
}

QByteArray Installation::number(const QByteArray &own) const
{
    QFile file(numberFile());
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray kept = file.read(numberDigits + 1).trimmed();
        if (kept.size() == numberDigits)
            return kept;
        // A full disk or a power cut left a part of it.
        file.remove();
    }
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && (file.write(own) != own.size() || !file.flush()))
        file.remove();
    return own;
}

} // namespace yichuang::update
