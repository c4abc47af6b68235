// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <domain/error.h>
#include <functional>
#include <optional>
#include <update/selftest.h>

namespace yichuang::update {

/** A desktop at the other end of a connection. */
struct Peer {
    quint32 process = 0;
    int session = 0; ///< of Windows; 0 when it is not known
};

/** What the service does to the machine; behind it are Windows and Windows Installer. One thread. */
class Machine
{
public:
    virtual ~Machine() = default;
    /** Desktops that run now, of all sessions; a program that only makes its self-test is none. */
    [[nodiscard]] virtual int desktops() const = 0;
    /** Somebody's installation is under way, be it the one that started this service. */
    [[nodiscard]] virtual bool isInstalling() const = 0;
    /** Puts the package of the version that is installed into a file: what is gone back to. UPD-012. */
    [[nodiscard]] virtual domain::Result<void> keepPackage(const QString &file) = 0;
    /** Installs a package without a word; `goingBack` lets an older one take the place of a newer. The service is ended by it and started anew. */
    virtual void install(const QString &package, bool goingBack, const std::function<void(int code)> &ended) = 0;
    /** Starts the installed program for its self-test, and ends it when it hangs: then, and without a report, nothing is said. */
    virtual void tryProgram(const std::function<void(const SelfTest &said)> &then) = 0;
    /** Who is at the other end of a connection; null unless it is the installed program, running on this machine. */
    [[nodiscard]] virtual std::optional<Peer> peerOf(qintptr connection) const = 0;
    /** Calls once when a process has ended, at once for one that is not there. */
    virtual void watch(quint32 process, const std::function<void()> &ended) = 0;
    /** Starts the desktop for the person who works in a session. */
    virtual void startDesktop(int session) = 0;
};

/** Windows Installer's codes. */
inline constexpr int installedWell = 0;
inline constexpr int installedAndRestartWanted = 3010;
inline constexpr int anotherInstallationRuns = 1618;

} // namespace yichuang::update
