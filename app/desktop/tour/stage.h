// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../program.h"
#include "eventdriver.h"
#include "stallwatch.h"
#include "tourfacts.h"
#include "tourprompter.h"

namespace yichuang::app {

/** What a step expected and what the exchange or the store says. */
struct Seen {
    QString expected;
    QString actual;
};

/** Everything the steps share. */
struct Stage {
    Program &program;
    TourPrompter &prompter;
    StallWatch &watch;
    EventDriver driver;
    TourFacts facts;
    QString secret;             ///< password of the demo accounts
    domain::CaseId firstCase;   ///< the newborn's, received online
    domain::CaseId secondCase;  ///< left as a draft when the newcomer's card came
    domain::CaseId thirdCase;   ///< the newcomer's, received offline
    QString draftField;         ///< field that was being typed into when the desktop ended
    QString halfTyped;          ///< what stood in it then
    QMap<QString, QString> written; ///< values that the tour gave to form fields, by field
    QString touchedMaterial;    ///< material satisfied last
    QString handedIn;           ///< material whose copy was handed in again after the correction

    Stage(Program &ofProgram, TourPrompter &ofPrompter, StallWatch &ofWatch, const QString &ofSecret)
        : program(ofProgram)
        , prompter(ofPrompter)
        , watch(ofWatch)
        , driver([&ofProgram]() -> QWidget & { return ofProgram.window(); })
        , facts(ofProgram, ofSecret)
        , secret(ofSecret)
    {
    }

    [[nodiscard]] const desk::CounterView &view() const { return program.counter().view(); }
    [[nodiscard]] domain::CaseId openCase() const { return view().openCase.id; }
};

using Play = QCoro::Task<Seen> (*)(Stage *stage);
struct SceneEntry {
    QString name;
    Play play;
    bool essential = false;     ///< what follows makes no sense without it
};

/** The steps in order; the folder's pictures and tour.json carry their names. */
[[nodiscard]] QList<SceneEntry> scenes();

// The door
QCoro::Task<> typeSignIn(Stage *stage);
QCoro::Task<Seen> signInScene(Stage *stage);
QCoro::Task<Seen> restartScene(Stage *stage);
// The counter
QCoro::Task<Seen> cardScene(Stage *stage);
QCoro::Task<Seen> lifeEventScene(Stage *stage);
QCoro::Task<Seen> situationsScene(Stage *stage);
QCoro::Task<Seen> copyScene(Stage *stage);
QCoro::Task<Seen> typingScene(Stage *stage);
QCoro::Task<Seen> formScene(Stage *stage);
QCoro::Task<Seen> wheelScene(Stage *stage);
QCoro::Task<Seen> materialsScene(Stage *stage);
QCoro::Task<Seen> undoScene(Stage *stage);
QCoro::Task<Seen> redoScene(Stage *stage);
QCoro::Task<Seen> receiveScene(Stage *stage);
/** How many of these files are whole in the store. */
QCoro::Task<int> keptFiles(Stage *stage, QList<domain::AttachedFile> files);
// Departments
QCoro::Task<Seen> numbersScene(Stage *stage);
QCoro::Task<Seen> decisionScene(Stage *stage);
QCoro::Task<Seen> correctionScene(Stage *stage);
QCoro::Task<Seen> handInScene(Stage *stage);
QCoro::Task<Seen> answerScene(Stage *stage);
// Two people at one window, and no exchange
QCoro::Task<Seen> secondDraftScene(Stage *stage);
QCoro::Task<Seen> newcomerAskedScene(Stage *stage);
QCoro::Task<Seen> newcomerKeptScene(Stage *stage);
QCoro::Task<Seen> cableScene(Stage *stage);
QCoro::Task<Seen> offlineEntryScene(Stage *stage);
QCoro::Task<Seen> offlineReceiptScene(Stage *stage);
QCoro::Task<Seen> waitingScene(Stage *stage);
QCoro::Task<Seen> backOnlineScene(Stage *stage);
// What a department accepts itself
QCoro::Task<Seen> awaitingScene(Stage *stage);
QCoro::Task<Seen> notAcceptedScene(Stage *stage);
// The rest
QCoro::Task<Seen> searchScene(Stage *stage);
QCoro::Task<Seen> englishScene(Stage *stage);
QCoro::Task<Seen> chineseScene(Stage *stage);
QCoro::Task<Seen> unpluggedScene(Stage *stage);
QCoro::Task<Seen> pluggedScene(Stage *stage);

/** Answers, fills and satisfies by key whatever stands in the way of F9, one after the other as F6 leads. */
QCoro::Task<> fillWhatIsMissing(Stage *stage, QList<domain::Missing::Kind> kinds);
/** Finds an item or life event by the initials of its name and takes it by the keyboard. */
QCoro::Task<> chooseByInitials(Stage *stage, QString id, bool lifeEvent);

} // namespace yichuang::app
