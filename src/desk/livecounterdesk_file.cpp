// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counterstate.h"
#include "offlineentry.h"
#include "purposes.h"

#include <QCoroFuture>
#include <QtConcurrentRun>
#include <algorithm>
#include <document/pdfreader.h>

namespace yichuang::desk {

using namespace Qt::StringLiterals;
using domain::FailureCode;
using Consent = domain::UsePurpose::Consent;

/** One opening of a certificate's file. */
struct FileWish {
    int opening = 0;
    domain::CaseId caseId;
    QString identifier;
    QString typeId;
    QDateTime usableUntil; ///< of the face data that was pulled before: the file is kept no longer
    domain::PersonId personId;
    std::optional<domain::UsePurpose> purpose;
};

namespace {

domain::Result<QList<document::Sheet>> sheetsOf(const QByteArray &content)
{
    return document::readPdf(content);
}

} // namespace

bool LiveCounterDesk::State::awaitsFile(const FileWish &wish) const
{
    return isCurrent() && filesOpened == wish.opening && view.file.state == FileState::Loading;
}

void LiveCounterDesk::State::showFileFailure(FileState how, const domain::Error &error)
{
    view.file.state = how;
    view.file.error = error;
    desk->announce();
}

std::optional<domain::UsePurpose> LiveCounterDesk::purposeOfPull(const QString &identifier) const
{
    const State &state = *m_state;
    if (state.personId.isEmpty())
        return {};
    // What is kept of an earlier visit gives nobody the right to ask for more, but the holder's word for this case does.
    const QString itemId = state.view.holderAbsent ? QString() : itemAskingFor(state.view.plan, identifier);
    if (!itemId.isEmpty())
        return purpose(Consent::ItemRequires, itemId);
    if (state.consented.contains(identifier))
        return purpose(Consent::ExplicitConsent, {});
    return {};
}

void LiveCounterDesk::openFile(const QString &identifier)
{
    State &state = *m_state;
    // What an earlier case pulled is told apart from what was never pulled: this one has no right to it, and its clerk is told so.
    const QList<domain::ECertificate> known = state.faces + state.keptFaces;
    const auto face = std::find_if(known.cbegin(), known.cend(), [&](const domain::ECertificate &one) { return one.summary.identifier == identifier; });
    if (face == known.cend() || state.view.openCase.id.isNull() || !m_session.store())
        return;
    state.view.file = {};
    state.view.file.state = FileState::Loading;
    state.view.file.identifier = identifier;
    showFile(m_state, {++state.filesOpened, state.view.openCase.id, identifier, face->summary.typeId, face->usableUntil, state.personId, purposeOfPull(identifier)});
    announce();
}

void LiveCounterDesk::closeFile()
{
    m_state->view.file = {};
    announce();
}

QCoro::Task<> LiveCounterDesk::showFile(StatePtr state, FileWish wish)
{
    const auto recorded = co_await state->session->audit(u"reveal"_s, wish.caseId, u"file:"_s + wish.typeId);
    if (!state->awaitsFile(wish))
        co_return;
    // What could not be put on record is not shown.
    if (!recorded)
        state->showFileFailure(FileState::Failed, recorded.error());
    else if (wish.purpose)
        fetchFile(state, wish);
    else
        showKeptFile(state, wish, {});
}

QCoro::Task<> LiveCounterDesk::fetchFile(StatePtr state, FileWish wish)
{
    const wire::FileRequest request{wish.personId, wish.identifier, wish.purpose};
    const auto answer = co_await state->session->client().certificateFile(request);
    if (!state->awaitsFile(wish))
        co_return;
    if (!answer) {
        // A refusal counts for what is kept as well; whatever answered in the exchange's place refused nothing.
        if (answer.error().retryable || isAway(answer.error()))
            showKeptFile(state, wish, answer.error());
        else
            state->showFileFailure(FileState::Failed, answer.error());
        co_return;
    }
    const auto sheets = co_await QtConcurrent::run(sheetsOf, *answer);
    if (!state->awaitsFile(wish))
        co_return;
    // Only what can be shown takes the place of the copy that is kept.
    if (!sheets) {
        state->showFileFailure(FileState::Failed, sheets.error());
        co_return;
    }
    const store::CertificateFile file{wish.identifier, state->session->clock().now(), wish.usableUntil, *answer};
    const auto kept = co_await state->session->store()->saveCertificateFile(wish.caseId, file);
    if (!state->awaitsFile(wish))
        co_return;
    CertificateFileView &view = state->view.file;
    view.state = FileState::Ready;
    view.sheets = *sheets;
    view.fetchedAt = file.fetchedAt;
    view.usableUntil = kept ? file.usableUntil : QDateTime();
    if (!kept)
        view.error = kept.error();
    state->desk->announce();
}

QCoro::Task<> LiveCounterDesk::showKeptFile(StatePtr state, FileWish wish, std::optional<domain::Error> why)
{
    const auto kept = co_await state->session->store()->certificateFile(wish.caseId, wish.identifier);
    if (!state->awaitsFile(wish))
        co_return;
    if (!kept) {
        const bool nothingKept = kept.error().code == FailureCode::StoreNotFound;
        if (!nothingKept)
            state->showFileFailure(FileState::Failed, kept.error());
        else if (why)
            state->showFileFailure(FileState::Offline, *why);
        else
            state->showFileFailure(FileState::Failed, {FailureCode::ConsentRequired, u"by no right of this case"_s, false});
        co_return;
    }
    const auto sheets = co_await QtConcurrent::run(sheetsOf, kept->content);
    if (!state->awaitsFile(wish))
        co_return;
    if (!sheets) {
        state->showFileFailure(FileState::Failed, sheets.error());
        co_return;
    }
    CertificateFileView &view = state->view.file;
    view.state = FileState::Kept;
    view.sheets = *sheets;
    view.fetchedAt = kept->fetchedAt;
    view.usableUntil = kept->usableUntil;
    view.error = why;
    state->desk->announce();
}

} // namespace yichuang::desk
