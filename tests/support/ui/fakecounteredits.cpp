// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "fakecounterdesk.h"
#include "scenecatalogue.h"

#include <QFileInfo>
#include <domain/authority.h>

namespace yichuang::test {

using namespace domain;
using namespace Qt::StringLiterals;

void FakeCounterDesk::newCase()
{
    note(u"newCase"_s);
    v = {};
    changed();
}

void FakeCounterDesk::openDraft(const CaseId &id)
{
    note(u"openDraft"_s, {id.toString()});
}

void FakeCounterDesk::setTypedApplicant(const Party &party, const QString &secondNumber)
{
    note(u"setTypedApplicant"_s, {party.name, party.number, secondNumber, party.typedReason});
    v.phase = desk::CounterPhase::Draft;
    v.openCase.id = QUuid::createUuid();
    v.openCase.applicant = party;
    changed();
}

void FakeCounterDesk::setApplicantPhone(const QString &phone)
{
    note(u"setApplicantPhone"_s, {phone});
    v.openCase.applicant->phone = phone;
    settleEntries();
    changed();
}

/** Not among the calls: every letter would be one. */
void FakeCounterDesk::typeEntry(desk::PartyEntry entry, const QString &text)
{
    v.entries[entry] = text;
    settleEntries();
}

void FakeCounterDesk::settleEntries()
{
    v.entries.removeIf([this](desk::EntryTexts::iterator typed) { return desk::isSettled(v.openCase, typed.key(), typed.value()); });
}

void FakeCounterDesk::resolveNewcomer(desk::NewcomerChoice choice)
{
    note(u"resolveNewcomer"_s, {QString::number(int(choice))});
    if (choice == desk::NewcomerChoice::NewCase) {
        const Party person = v.newcomer->party;
        v = {};
        v.phase = desk::CounterPhase::Draft;
        v.openCase.id = QUuid::createUuid();
        v.openCase.rulesDay = sceneDay();
        v.openCase.applicant = person;
        v.listing = desk::ListingState::Loading;
    }
    v.newcomer.reset();
    changed();
}

void FakeCounterDesk::expectAgentCard(bool expect)
{
    note(u"expectAgentCard"_s, {expect ? u"true"_s : u"false"_s});
}

void FakeCounterDesk::setTypedAgent(const Party &party, const QString &secondNumber)
{
    note(u"setTypedAgent"_s, {party.name, party.number, secondNumber, party.typedReason});
    v.openCase.agency = Agency();
    v.openCase.agency->agent = party;
    v.openCase.agency->authority = authorityProof(v.openCase.agency->capacity).key;
    changed();
}

void FakeCounterDesk::setAgency(const std::optional<Agency> &agency)
{
    note(u"setAgency"_s, agency ? QStringList{agency->relation, agency->authorityChecked ? u"checked"_s : u"unchecked"_s} : QStringList{u"none"_s});
    v.openCase.agency = agency;
    settleEntries();
    changed();
}

void FakeCounterDesk::refreshCertificates()
{
    note(u"refreshCertificates"_s);
}

void FakeCounterDesk::openLookups()
{
    note(u"openLookups"_s);
    v.lookupsState = desk::LookupsState::Loading;
    changed();
}

void FakeCounterDesk::closeLookups()
{
    note(u"closeLookups"_s);
    v.lookupsState = desk::LookupsState::Closed;
    changed();
}

void FakeCounterDesk::listWithConsent()
{
    note(u"listWithConsent"_s);
}

void FakeCounterDesk::openCertificate(const QString &identifier)
{
    note(u"openCertificate"_s, {identifier});
    for (const desk::CertificateView &certificate : std::as_const(v.certificates)) {
        if (certificate.summary.identifier == identifier) {
            ECertificate bare;
            bare.summary = certificate.summary;
            v.openedCertificate = bare;
        }
    }
    changed();
}

void FakeCounterDesk::pullWithConsent(const QString &identifier)
{
    note(u"pullWithConsent"_s, {identifier});
    for (const desk::CertificateView &certificate : std::as_const(v.certificates)) {
        if (certificate.summary.identifier == identifier) {
            ECertificate full;
            full.summary = certificate.summary;
            full.number = u"99000128"_s;
            full.face = {{u"holder"_s, u"李示例"_s},
                         {u"motherNumber"_s, u"990100199001010028"_s},
                         {u"bankAccount"_s, u"6200000000000000123"_s},
                         {u"kinPhone"_s, u"13900000001"_s},
                         {u"address"_s, u"示例省示例市示例区示例路1号"_s},
                         {u"content"_s, u"持有人 990100199001010028，电话 13900000001"_s}};
            full.fetchedAt = QDateTime::currentDateTimeUtc();
            v.openedCertificate = full;
        }
    }
    changed();
}

void FakeCounterDesk::revealCertificate()
{
    note(u"revealCertificate"_s);
    v.contentsRevealed = true;
    changed();
}

void FakeCounterDesk::closeCertificate()
{
    note(u"closeCertificate"_s);
    v.openedCertificate.reset();
    v.contentsRevealed = false;
    v.file = {};
    changed();
}

void FakeCounterDesk::openFile(const QString &identifier)
{
    note(u"openFile"_s, {identifier});
    v.file = {};
    v.file.state = desk::FileState::Loading;
    v.file.identifier = identifier;
    changed();
}

void FakeCounterDesk::closeFile()
{
    note(u"closeFile"_s);
    v.file = {};
    changed();
}

void FakeCounterDesk::chooseLifeEvent(const QString &id)
{
    note(u"chooseLifeEvent"_s, {id});
    const LifeEvent *event = m_catalogue.lifeEvent(id, sceneDay());
    v.openCase.lifeEventId = id;
    v.lifeEventName = event->name;
    v.items.clear();
    for (const SelectedStep &step : selectSteps(m_catalogue, *event, v.openCase.answers, sceneDay())) {
        QStringList waits;
        for (const QString &itemId : step.dependsOnItems)
            waits << m_catalogue.item(itemId, sceneDay())->name;
        addPart(step.item->id, waits);
    }
    changed();
}

void FakeCounterDesk::addItem(const QString &id)
{
    note(u"addItem"_s, {id});
    addPart(id, {});
    changed();
}

void FakeCounterDesk::removeItem(const PartId &partId)
{
    note(u"removeItem"_s);
    v.items.removeIf([&partId](const desk::ItemView &item) { return item.partId == partId; });
    changed();
}

void FakeCounterDesk::answer(const QString &key, const QStringList &answers)
{
    note(u"answer"_s, {key, answers.join(u',')});
    v.openCase.answers[key] = answers;
    changed();
}

void FakeCounterDesk::typeField(const QString &fieldId, const QString &text)
{
    note(u"typeField"_s, {fieldId, text});
    v.hasUnsavedScratch = true;
    changed();
}

void FakeCounterDesk::leaveField(const QString &fieldId, const QString &text)
{
    note(u"leaveField"_s, {fieldId, text});
    v.hasUnsavedScratch = false;
    v.openCase.fields[fieldId] = {text, FieldSource::Operator, {}, QDateTime::currentDateTimeUtc(), u"clerk"_s};
    changed();
}

void FakeCounterDesk::satisfyMaterial(const QString &key, MaterialWay way, const QString &, QDate due)
{
    note(u"satisfyMaterial"_s, {key, QString::number(int(way))});
    MaterialState state;
    state.way = way;
    state.due = due;
    v.openCase.materials[key] = state;
    changed();
}

void FakeCounterDesk::useCertificate(const QString &materialKey, const QString &identifier)
{
    note(u"useCertificate"_s, {materialKey, identifier});
}

void FakeCounterDesk::attachFiles(const QString &key, const QStringList &paths)
{
    MaterialState state = v.openCase.materials.value(key);
    state.way = MaterialWay::FileAttached;
    QStringList names;
    for (const QString &path : paths) {
        const QString name = QFileInfo(path).fileName();
        names << name;
        state.files.append({u"a%1"_s.arg(++m_files), name, 2048, QByteArray(32, char(m_files))});
    }
    note(u"attachFiles"_s, QStringList{key} + names);
    v.openCase.materials[key] = state;
    changed();
}

void FakeCounterDesk::removeFile(const QString &key, const QString &fileId)
{
    note(u"removeFile"_s, {key, fileId});
    QList<AttachedFile> &files = v.openCase.materials[key].files;
    files.removeIf([&fileId](const AttachedFile &file) { return file.id == fileId; });
    if (files.isEmpty())
        v.openCase.materials.remove(key);
    changed();
}

void FakeCounterDesk::clearMaterial(const QString &key)
{
    note(u"clearMaterial"_s, {key});
    v.openCase.materials.remove(key);
    changed();
}

void FakeCounterDesk::typeAnswer(const PartId &partId, const QString &text)
{
    note(u"typeAnswer"_s, {text});
    for (desk::CorrectionView &one : v.handIn.corrections) {
        if (one.partId == partId)
            one.note = text;
    }
}

void FakeCounterDesk::answerCorrection(const PartId &partId, const QString &text)
{
    note(u"answerCorrection"_s, {text});
    v.handIn.corrections.removeIf([&partId](const desk::CorrectionView &one) { return one.partId == partId; });
    if (!v.handIn.isOpen())
        v.phase = desk::CounterPhase::Received;
    changed();
}

void FakeCounterDesk::receive()
{
    note(u"receive"_s);
    playReceived(false);
    Q_EMIT caseReceived(v.openCase.id, v.openCase.provisionalReceipt);
}

void FakeCounterDesk::saveNow()
{
    note(u"saveNow"_s);
}

void FakeCounterDesk::discardDraft(const QString &reason)
{
    note(u"discardDraft"_s, {reason});
    v = {};
    changed();
}

void FakeCounterDesk::undo()
{
    note(u"undo"_s);
}

void FakeCounterDesk::redo()
{
    note(u"redo"_s);
}

void FakeCounterDesk::noteWork(const desk::WorkPlace &place)
{
    places << place;
    if (place.part != desk::WorkPlace::Part::Nowhere)
        v.resumeAt.reset();
    if (v.fieldInClear.isEmpty() || place.isField(v.fieldInClear))
        return;
    v.fieldInClear.clear();
    changed();
}

void FakeCounterDesk::revealField(const QString &fieldId)
{
    note(u"revealField"_s, {fieldId});
    v.fieldInClear = fieldId;
    changed();
}

void FakeCounterDesk::reveal(const QString &what)
{
    note(u"reveal"_s, {what});
    v.numberRevealed = true;
    changed();
}

} // namespace yichuang::test
