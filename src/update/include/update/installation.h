// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

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
 * "FILE.next" (fetched and verified), "FILE.previous" (the version before) and "FILE.trial" (see Trial). Whenever the process
 * or the machine dies, a whole program lies under the file's own name.
 */
class Installation
{
public:
    explicit Installation(const QString &file) : m_file(file) {}
    /** The AppImage this process runs from; null when it was installed in another way. */
    [[nodiscard]] static std::optional<Installation> current();

    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] QString partFile() const { return m_file + QStringLiteral(".part"); }
    [[nodiscard]] QString nextFile() const { return m_file + QStringLiteral(".next"); }
    [[nodiscard]] QString previousFile() const { return m_file + QStringLiteral(".previous"); }
    [[nodiscard]] QString trialFile() const { return m_file + QStringLiteral(".trial"); }
    /** True when this user may put files beside the program and take its place. */
    [[nodiscard]] bool isWritable() const;

    /** Keeps the running file as the previous one, notes the trial, puts the next one in its place. UPD-012; the program is then as it was. */
    [[nodiscard]] domain::Result<void> exchange(const QString &from, const QString &to, const StepWatch &watch = {}) const;

    [[nodiscard]] std::optional<Trial> trial() const;
    [[nodiscard]] bool isOnTrial(const QString &version) const;
    /** A start of the new version is counted; false when that cannot be written. */
    [[nodiscard]] bool noteStart(const QString &version) const;
    /** The new version opened the store and showed its window: it stays. */
    void prove(const QString &version) const;
    /** The start led nowhere for a reason that is not the program's, a locked keychain for example: it does not count. */
    void excuse(const QString &version) const;
    /** The new version cannot work here: the runtime goes back as soon as this process has ended. */
    void condemn(const QString &version) const;
    /**
     * Takes up what earlier processes left: the version that was rolled back, told once, and an exchange that was cut short,
     * which is forgotten. `version` is the running one.
     */
    [[nodiscard]] QString settle(const QString &version) const;

private:
    [[nodiscard]] bool write(const Trial &trial) const;
    QString m_file;
};

} // namespace yichuang::update
