// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <vault/hardening.h>

#include <cerrno>
#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace yichuang::vault {

QStringList hardenProcess()
{
    QStringList missed;
#ifdef Q_OS_WIN
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
#else
    const rlimit none{0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0)
        missed << u"RLIMIT_CORE: %1"_s.arg(qt_error_string(errno));
#endif
#ifdef Q_OS_LINUX
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        missed << u"PR_SET_DUMPABLE: %1"_s.arg(qt_error_string(errno));
#endif
    return missed;
}

} // namespace yichuang::vault
