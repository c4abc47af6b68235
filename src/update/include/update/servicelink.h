// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QTimer>
#include <functional>
#include <update/deskword.h>
#include <update/renewer.h>
#include <update/servicestatus.h>

namespace yichuang::update {

/** A desktop's end of the machine's update service: reads what the service tells everybody, and says the few words it may. */
class ServiceLink : public Renewer
{
    Q_OBJECT
public:
    static constexpr int betweenMs = 10'000; ///< between two looks at the status

    /** @param statusFile see ServiceStatus; @param address where the service listens. */
    ServiceLink(const QString &statusFile, const QString &address, QObject *parent = nullptr);

    [[nodiscard]] const UpdateStatus &status() const override { return m_status; }
    void begin() override;
    /** Nothing to say: the service installs what is ready as soon as no desktop runs. */
    void agree() override;
    void takeNow() override;
    /** What the service said last. */
    [[nodiscard]] const ServiceStatus &said() const { return m_said; }
    /** `then` is called once, also when nobody listens. */
    void say(DeskWord word, const std::function<void(bool)> &then = {});
    void look();

private:
    QString m_statusFile;
    QString m_address;
    ServiceStatus m_said;
    QString m_agreed; ///< version
    UpdateStatus m_status;
    QDateTime m_written; ///< of the status file
    QTimer m_next;
};

} // namespace yichuang::update
