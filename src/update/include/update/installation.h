// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QString>
#include <domain/error.h>
#include <functional>
#include <optional>
#include <update/trial.h>

namespace yichuang::update {

/** Tests: told before every step that changes a file; the process may be killed there. */
using StepWatch = std::function<void(const char *step)>;

/**
 * A program that is one file and may be exchanged by who runs it: an AppImage, or the package that a service installs
 * (MachineService). Beside it lie "FILE.part" (being fetched),
 * "FILE.next" (fetched and verified), "FILE.previous" (the version before), "FILE.trial" (see Trial) and "FILE.refused" (the
 * versions that are not wanted here again, whoever works). Whenever the process or the machine dies, a whole program lies
 * under the file's own name.
 */
class Installation
{
public:
    explicit Installation(const QString &file) : m_file(file) {}
    /** The AppImage this process runs from; null when it was installed in another way. */
    [[nodiscard]] static std::optional<Installation> current();
    /** The file as it lies there now is what runs; isReplaced() tells when another takes its place. */
    [[nodiscard]] static Installation startedFrom(const QString &file);

    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] QString partFile() const { return m_file + QStringLiteral(".part"); }
    [[nodiscard]] QString nextFile() const { return m_file + QStringLiteral(".next"); }
    [[nodiscard]] QString previousFile() const { return m_file + QStringLiteral(".previous"); }
    [[nodiscard]] QString trialFile() const { return m_file + QStringLiteral(".trial"); }
    [[nodiscard]] QString numberFile() const { return m_file + QStringLiteral(".number"); }
    [[nodiscard]] QString refusedFile() const { return m_file + QStringLiteral(".refused"); }
    /** True when this user may put files beside the program and take its place. */
    [[nodiscard]] bool isWritable() const;

    /** True when somebody else has put another version into the place since this process began: starting again brings it. */
    [[nodiscard]] bool isReplaced() const;

    /**
     * Keeps the running file as the previous one, notes the trial, puts the next one in its place. UPD-012; the program is
     * then as it was. Where it isReplaced() nothing is done: the previous one would be lost, and the trial be of another.
     * Where the running one has not stood its own trial the previous one stays: it is the last that worked.
     */
    [[nodiscard]] domain::Result<void> exchange(const QString &from, const QString &to, const StepWatch &watch = {}) const;

    [[nodiscard]] std::optional<Trial> trial() const;
    [[nodiscard]] bool isOnTrial(const QString &version) const;
    /** A start of the new version is counted; false when that cannot be written. */
    [[nodiscard]] bool noteStart(const QString &version) const;
    /** The new version opened the store, showed its window and went on working: it stays, whatever others said of it, as long as it is here. */
    void prove(const QString &version) const;
    /** The start led nowhere for a reason that is not the program's, a locked keychain for example: it does not count. */
    void excuse(const QString &version) const;
    /** The new version cannot work here: the runtime goes back as soon as this process has ended. */
    void condemn(const QString &version) const;
    /**
     * Takes up what earlier processes left: the version that was rolled back, told once, and an exchange that was cut short,
     * which is forgotten; a trial of the running one that it ended begins anew. `version` is the running one.
     */
    [[nodiscard]] QString settle(const QString &version) const;

    [[nodiscard]] QSet<QString> refused() const;
    /** For every user of this file; false when that cannot be written. Taking the file away takes it back. */
    [[nodiscard]] bool refuse(const QString &version) const;
    /**
     * The administrator's pin, empty for none: where this person hears it for the first time, and it is another than the last
     * one that was heeded here by whoever, its version is no longer refused. Nothing happens where the folder is not writable.
     */
    void heedPin(const QString &pin, bool isNewHere) const;
    /** The random number by which a percentage counts this file, whoever starts it; `own`, 32 hexadecimal digits, where none can be kept beside it. */
    [[nodiscard]] QByteArray number(const QByteArray &own) const;

private:
    struct Refusals {
        QSet<QString> versions;
        QString heeded; ///< the last pin
    };
    [[nodiscard]] Refusals readRefusals() const;
    [[nodiscard]] bool writeRefusals(const Refusals &refusals) const;
    /** What tells one file from another under the same name. */
    struct Identity {
        quint64 device = 0;
        quint64 number = 0;
        qint64 size = 0;
        qint64 modifiedMs = 0;
        friend bool operator==(const Identity &, const Identity &) = default;
    };
    [[nodiscard]] static Identity identityOf(const QString &file);
    [[nodiscard]] bool write(const Trial &trial) const;
    QString m_file;
    std::optional<Identity> m_started; ///< null where the file is not what runs
};

} // namespace yichuang::update
