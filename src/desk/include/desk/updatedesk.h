// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/error.h>

#include <QMap>
#include <QObject>
#include <functional>
#include <optional>
#include <utility>

namespace yichuang::desk {

/** What there is to say of newer versions; nothing is the rule. */
struct UpdateView {
    enum class State {
        Nothing,    ///< none, or not the moment to speak of it
        Ready,      ///< fetched, verified and tried: the clerk may take it now or at the next start
        Agreed,     ///< it takes its place at the next start
        RolledBack, ///< the newer version did not stand its trial, the one before is back
    };
    State state = State::Nothing;
    QString version;
    QMap<QString, QString> notes;       ///< by language
    bool quiet = false;                 ///< nobody is served now: it may be taken at once
    std::optional<domain::Error> error; ///< RolledBack, or why taking it did not work
    friend bool operator==(const UpdateView &, const UpdateView &) = default;
};

/** Newer versions, as far as a clerk is asked. Ui thread. */
class UpdateDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual const UpdateView &view() const = 0;
    virtual void takeNow() = 0;         ///< only while it is quiet; ends the program and starts the newer one
    virtual void takeAtNextStart() = 0;
    /** Who can tell of words on the screens that no store has, such as a person's half typed from a card that does not read. */
    void setUnkeptWords(std::function<bool()> unkept) { m_unkept = std::move(unkept); }
    virtual void look() = 0;            ///< something was begun or left on the screens
    virtual void dismiss() = 0;         ///< not now: nothing is said until tomorrow, or of a roll-back any more

Q_SIGNALS:
    void viewChanged();
    /** The newer version lies in place: everything is saved, the program is to end and to be started again. */
    void restartAsked();

protected:
    [[nodiscard]] bool hasUnkeptWords() const { return m_unkept && m_unkept(); }

private:
    std::function<bool()> m_unkept;
};

} // namespace yichuang::desk
