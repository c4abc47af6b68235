// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Files that stand for a material's papers: added by choice, removed one by one.
#include "counterstate.h"
#include "paperfile.h"

#include <QCoroFuture>
#include <QFileInfo>
#include <QtConcurrentRun>
#include <algorithm>

namespace yichuang::desk {

using namespace Qt::StringLiterals;
using domain::AttachedFile;
using domain::FailureCode;
using domain::MaterialWay;
using domain::Result;
namespace cmd = domain::command;

namespace {

/** The material as it is while files stand for it; with no file yet when something else does. */
domain::MaterialState filesOf(const domain::Case &onCase, const QString &key)
{
    const auto now = onCase.materials.constFind(key);
    if (now != onCase.materials.cend() && now->way == MaterialWay::FileAttached)
        return *now;
    domain::MaterialState fresh;
    fresh.way = MaterialWay::FileAttached;
    fresh.trust = domain::TrustLevel::B;
    return fresh;
}

/** Is there room for one more beside these files of the material, in it and in its case? */
Result<void> mayJoin(const domain::Case &onCase, const QString &key, const QList<AttachedFile> &files, const AttachedFile &file)
{
    if (std::any_of(files.cbegin(), files.cend(), [&file](const AttachedFile &there) { return there.sha256 == file.sha256; }))
        return domain::failure(FailureCode::AttachmentTwice);
    QMap<QString, domain::MaterialState> after = onCase.materials;
    after[key].files = files + QList<AttachedFile>{file};
    if (files.size() >= domain::mostFilesOfMaterial || !domain::fitsCase(domain::totalOf(after)))
        return domain::failure(FailureCode::AttachmentsFull);
    return {};
}

} // namespace

void LiveCounterDesk::attachFiles(const QString &key, const QStringList &paths)
{
    if (m_state->mayEditMaterial(key) && m_session.store())
        attach(m_state, key, paths);
}

QCoro::Task<Result<AttachedFile>> LiveCounterDesk::keepFile(StatePtr state, QString key, QString path, QList<AttachedFile> chosen)
{
    const auto read = co_await QtConcurrent::run(readPaperFile, path);
    if (!read)
        co_return tl::unexpected(read.error());
    if (!state->isCurrent())
        co_return domain::failure(FailureCode::CaseUnknown);
    const domain::Case &onCase = state->view.openCase;
    if (const auto may = mayJoin(onCase, key, filesOf(onCase, key).files + chosen, {{}, {}, read->content.size(), read->sha256}); !may)
        co_return tl::unexpected(may.error());
    const auto kept = co_await state->session->store()->saveAttachment(state->view.openCase.id, QFileInfo(path).fileName(), read->content);
    co_return kept;
}

QCoro::Task<> LiveCounterDesk::attach(StatePtr state, QString key, QStringList paths)
{
    QList<AttachedFile> chosen;
    QList<FileRefusal> refused;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const auto kept = co_await keepFile(state, key, paths.at(i), chosen);
        if (!state->isCurrent())
            co_return;
        if (kept)
            chosen.append(*kept);
        else
            refused.append({QFileInfo(paths.at(i)).fileName(), kept.error()});
    }
    state->desk->addFiles(key, chosen, refused);
}

void LiveCounterDesk::addFiles(const QString &key, const QList<AttachedFile> &chosen, QList<FileRefusal> refused)
{
    State &state = *m_state;
    // F9 may have been pressed while the files were read.
    if (!chosen.isEmpty() && !state.mayEditMaterial(key))
        return fail({FailureCode::CaseIllegalTransition, u"the case was received meanwhile"_s, false});
    domain::MaterialState material = filesOf(state.view.openCase, key);
    const qsizetype before = material.files.size();
    for (const AttachedFile &file : chosen) {
        // Another choice may have come between.
        if (const auto may = mayJoin(state.view.openCase, key, material.files, file); may)
            material.files.append(file);
        else
            refused.append({file.name, may.error()});
    }
    material.at = m_session.clock().now();
    material.by = m_session.actor().operatorId;
    if (material.files.size() > before && !giveOne(cmd::SetMaterial{key, material}))
        return;
    if (refused.isEmpty())
        return;
    state.view.setError(refused.first().error);
    state.view.refusedFiles = refused;
    announce();
}

void LiveCounterDesk::removeFile(const QString &key, const QString &fileId)
{
    if (!m_state->mayEditMaterial(key))
        return;
    domain::MaterialState material = filesOf(m_state->view.openCase, key);
    if (material.files.removeIf([&fileId](const AttachedFile &file) { return file.id == fileId; }) == 0)
        return;
    if (material.files.isEmpty()) {
        // What was received is not taken back: there the new file comes first, and then the old one goes.
        clearMaterial(key);
        return;
    }
    material.at = m_session.clock().now();
    material.by = m_session.actor().operatorId;
    giveOne(cmd::SetMaterial{key, material});
}

} // namespace yichuang::desk
