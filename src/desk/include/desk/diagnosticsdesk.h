// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QDateTime>
#include <QObject>
#include <QStringList>
#include <optional>

namespace yichuang::desk {

/** What was found of one part of the workplace. */
struct DiagnosticsPart {
    enum class State { Good, Note, Missing };
    QString name;      ///< member of the report, for example "cipher"
    State state = State::Good;
    QStringList words; ///< stable words of what is missing or worth a note; packaging/README.md explains them
    QString facts;     ///< versions, names and addresses, as the systems call themselves
    friend bool operator==(const DiagnosticsPart &, const DiagnosticsPart &) = default;
};

struct DiagnosticsView {
    bool looking = false;
    QString version;                    ///< of the program
    QDateTime lookedAt;                 ///< null: not yet
    QList<DiagnosticsPart> parts;
    QString exported;                   ///< the report that was written last; empty: none
    std::optional<domain::Error> error; ///< why the last one was not
    friend bool operator==(const DiagnosticsView &, const DiagnosticsView &) = default;
};

/** What hall IT wants to know of a workplace, and one file of it for support: nothing in it is of a person. Ui thread. */
class DiagnosticsDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual const DiagnosticsView &view() const = 0;
    virtual void look() = 0;
    /** Looks, and writes what there is to a new file on the desktop, else among the documents, else in the home folder. */
    virtual void exportReport() = 0;

Q_SIGNALS:
    void viewChanged();
};

} // namespace yichuang::desk
