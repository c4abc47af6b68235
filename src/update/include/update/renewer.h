// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QObject>
#include <QString>
#include <domain/error.h>
#include <optional>

namespace yichuang::update {

/** How far a newer version has come. */
struct UpdateStatus {
    enum class Stage { Off, Idle, Looking, Fetching, Trying, Ready };
    Stage stage = Stage::Off;
    QString version;              ///< the newer one, from Fetching on
    QMap<QString, QString> notes; ///< by language
    bool agreed = false;          ///< it is put in place at the next start
    std::optional<domain::Error> fault; ///< of the last round; null after a good one
    friend bool operator==(const UpdateStatus &, const UpdateStatus &) = default;
};

/**
 * What brings newer versions to a desk: the program itself where its user may replace it (Updater), else a service of the
 * machine (ServiceLink). Lives on the ui thread.
 */
class Renewer : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual const UpdateStatus &status() const = 0;
    /** Looks for newer versions from now on. */
    virtual void begin() = 0;
    /** The version that is ready takes its place when the program is started next. */
    virtual void agree() = 0;
    /** The version that is ready is to take the running one's place; answers through taken(). */
    virtual void takeNow() = 0;

Q_SIGNALS:
    void statusChanged();
    /** Null when the program is to end now: the newer version lies in its place, or comes there once it has ended. */
    void taken(const std::optional<yichuang::domain::Error> &fault);
};

} // namespace yichuang::update
