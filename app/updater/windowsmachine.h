// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>
#include <update/machine.h>

namespace yichuang::app {

/** Windows as the update service needs it. Lives on the service's thread; processes it started outlive it. */
class WindowsMachine : public QObject, public update::Machine
{
    Q_OBJECT
public:
    /**
     * @param product Windows Installer's code of what is installed
     * @param folder the service's own, for reports and logs
     */
    WindowsMachine(const QString &product, const QString &folder, QObject *parent = nullptr);

    [[nodiscard]] int desktops() const override;
    [[nodiscard]] bool isInstalling() const override;
    [[nodiscard]] domain::Result<void> keepPackage(const QString &file) override;
    void install(const QString &package, bool goingBack, const std::function<void(int code)> &ended) override;
    void tryProgram(const std::function<void(const update::SelfTest &said)> &then) override;
    [[nodiscard]] std::optional<update::Peer> peerOf(qintptr connection) const override;
    void watch(quint32 process, const std::function<void()> &ended) override;
    void startDesktop(int session) override;

private:
    using Ended = std::function<void(int code)>;
    /** In a job, when one is given. The number of the process; 0 when it does not start. */
    quint32 start(const QString &program, const QStringList &words, void *job, const Ended &ended);
    /** Owns the handle, and closes it when the process has ended. */
    void whenEnded(void *process, const Ended &ended);

    QString m_product;
    QString m_folder;
    QString m_program;
    quint32 m_tried = 0; ///< process of the self-test
};

} // namespace yichuang::app
