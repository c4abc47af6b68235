// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "exchangefixture.h"

#include <domain/caserules.h>

#include <QCryptographicHash>
#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;
using exchange::ReviewVerb;

/** A department lists, takes and decides; races, strangers and files. */
class CaseReviewsTest : public QObject
{
    Q_OBJECT

    wire::ReviewAction action(qint64 baseRevision)
    {
        wire::ReviewAction made;
        made.commandId = m_fixture->clock.newId();
        made.baseRevision = baseRevision;
        made.opinion = u"同意"_s;
        return made;
    }
    wire::ReviewEntry onlyEntry()
    {
        const auto page = m_fixture->cases.reviews(m_police, {}, {}, 10);
        return page && page->entries.size() == 1 ? page->entries.first() : wire::ReviewEntry();
    }
    template<typename T>
    static QString codeOf(const domain::Result<T> &result)
    {
        return result ? QString() : domain::failureText(result.error().code);
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ExchangeFixture>(60);
        CaseMaker maker = m_fixture->completeCase(u"birth-registration"_s);
        m_caseId = maker.value().id;
        QVERIFY(m_fixture->commands.submit(ExchangeFixture::clerk(), maker.takeBatch()));
    }
    void cleanup() { m_fixture.reset(); }

    void departmentTakesAndApproves()
    {
        const auto entry = onlyEntry();
        QCOMPARE(entry.state, domain::PartState::Accepted);
        QVERIFY(entry.applicantName.contains(u'*'));
        const auto taken = m_fixture->cases.act(m_police, entry.partId, ReviewVerb::Take, action(entry.revision));
        QVERIFY2(taken, qPrintable(codeOf(taken)));
        const auto approved = m_fixture->cases.act(m_police, entry.partId, ReviewVerb::Approve, action(entry.revision + 1));
        QVERIFY2(approved, qPrintable(codeOf(approved)));
        QVERIFY(approved->event.sequence > taken->event.sequence);
        QCOMPARE(onlyEntry().state, domain::PartState::Approved);
    }
    void eventsSayWhoActedAndWhere()
    {
        const auto entry = onlyEntry();
        const auto take = m_fixture->cases.act(m_police, entry.partId, ReviewVerb::Take, action(entry.revision));
        QVERIFY(take);
        QCOMPARE(take->event.stamp.operatorName, m_police.name);
        QCOMPARE(take->event.stamp.operatorPlace, m_fixture->catalogue().department(m_police.departmentId)->name);
        const auto whole = m_fixture->cases.caseById(ExchangeFixture::clerk(), m_caseId);
        QVERIFY(whole);
        for (const domain::CaseEvent &event : whole->events) {
            const bool own = event.command.actor.role == domain::Role::System;
            if (event.command.actor.role == domain::Role::Reviewer)
                continue;
            QCOMPARE(event.stamp.operatorName, own ? QString() : ExchangeFixture::clerk().name);
            QCOMPARE(event.stamp.operatorPlace, own ? QString() : ExchangeFixture::clerk().windowName);
        }
    }
    void repeatedCallAnswersTheSameEvent()
    {
        const auto entry = onlyEntry();
        const auto once = action(entry.revision);
        const auto first = m_fixture->cases.act(m_police, entry.partId, ReviewVerb::Take, once);
        m_fixture->clock.advance(2000);
        const auto again = m_fixture->cases.act(m_police, entry.partId, ReviewVerb::Take, once);
        QVERIFY(first && again);
        QCOMPARE(again->event, first->event);
        QCOMPARE(codeOf(m_fixture->cases.act(m_police, entry.partId, ReviewVerb::Finish, once)), u"SVC-007"_s);
    }
    void secondReviewerOfARaceLoses()
    {
        const auto entry = onlyEntry();
        const auto rival = ExchangeFixture::reviewer(u"public-security"_s, 2);
        QVERIFY(m_fixture->cases.act(m_police, entry.partId, ReviewVerb::Take, action(entry.revision)));
        QCOMPARE(codeOf(m_fixture->cases.act(rival, entry.partId, ReviewVerb::Take, action(entry.revision))), u"CASE-002"_s);
        QCOMPARE(codeOf(m_fixture->cases.act(rival, entry.partId, ReviewVerb::Approve, action(entry.revision))), u"CASE-002"_s);
        QCOMPARE(codeOf(m_fixture->cases.act(rival, entry.partId, ReviewVerb::Approve, action(entry.revision + 1))), u"CASE-004"_s);
    }
    void correctionStopsAndRestartsTheClock()
    {
        const auto entry = onlyEntry();
        auto ask = action(entry.revision);
        ask.points = {u"补交照片"_s};
        ask.returnBy = QDate(2026, 11, 20);
        const auto asked = m_fixture->cases.act(m_police, entry.partId, ReviewVerb::AskCorrection, ask);
        QVERIFY(asked);
        // What the department says beside the points reaches the timeline and the case.
        QCOMPARE(std::get<domain::command::AskCorrection>(asked->event.command.body).opinion, ask.opinion);
        QCOMPARE(m_fixture->cases.review(m_police, entry.partId)->part.correction->opinion, ask.opinion);
        const auto before = m_fixture->cases.caseById(ExchangeFixture::clerk(), m_caseId)->snapshot;
        m_fixture->clock.advance(qint64(2) * 24 * 3600 * 1000);
        domain::CaseCommand answer{m_fixture->clock.newId(), m_caseId, entry.partId, before.part(entry.partId)->revision, actorOf(ExchangeFixture::clerk()), {}, domain::command::AnswerCorrection{u"已补"_s}};
        const auto results = m_fixture->commands.submit(ExchangeFixture::clerk(), {{answer}});
        QVERIFY2(!results->results.first().error, results->results.first().error ? qPrintable(results->results.first().error->detail) : "");
        QVERIFY(results->results.first().stamp->promisedDue > before.part(entry.partId)->promisedDue);
    }
    void strangersFindNothing()
    {
        const auto entry = onlyEntry();
        const auto tax = ExchangeFixture::reviewer(u"tax"_s);
        QCOMPARE(m_fixture->cases.reviews(tax, {}, {}, 10)->entries.size(), 0);
        QCOMPARE(codeOf(m_fixture->cases.review(tax, entry.partId)), u"SVC-005"_s);
        QCOMPARE(codeOf(m_fixture->cases.act(tax, entry.partId, ReviewVerb::Take, action(0))), u"SVC-005"_s);
        QCOMPARE(codeOf(m_fixture->cases.caseById(tax, m_caseId)), u"SVC-005"_s);
        QCOMPARE(codeOf(m_fixture->cases.caseById(ExchangeFixture::clerk(2), m_caseId)), u"SVC-005"_s);
        QCOMPARE(codeOf(m_fixture->cases.reviews(ExchangeFixture::clerk(), {}, {}, 10)), u"AUTH-005"_s);
    }
    void reviewerSeesTheirPartOnly()
    {
        const auto entry = onlyEntry();
        const auto review = m_fixture->cases.review(m_police, entry.partId);
        QVERIFY(review);
        QCOMPARE(review->projection.parts.size(), 1);
        QVERIFY(review->projection.applied.isEmpty());
    }
    void departmentSeesItsPartsAndTheFormOfTheEvent()
    {
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        maker.open(m_fixture->card(0));
        maker.chooseLifeEvent(u"newborn"_s);
        QVERIFY(maker.complete(m_fixture->certificatesOf(m_fixture->card(0))));
        maker.receive();
        QVERIFY(!m_fixture->commands.submit(ExchangeFixture::clerk(), maker.takeBatch())->results.last().error);
        const domain::Case whole = m_fixture->cases.caseById(ExchangeFixture::clerk(), maker.value().id)->snapshot;
        QStringList own;
        for (const domain::CasePart &part : whole.parts) {
            if (part.departmentId == u"health"_s)
                own.append(part.itemId);
        }
        QVERIFY(own.size() > 1 && own.size() < whole.parts.size());
        const auto reviewer = ExchangeFixture::reviewer(u"health"_s);
        const auto answer = m_fixture->cases.caseById(reviewer, whole.id);
        QVERIFY(answer);
        QStringList seen;
        for (const domain::CasePart &part : answer->snapshot.parts)
            seen.append(part.itemId);
        QCOMPARE(seen, own);
        for (const domain::CaseEvent &event : answer->events)
            QVERIFY(answer->snapshot.part(event.command.partId));
        QCOMPARE(answer->events.size(), own.size());
        // Each department's own part shows the life event's form, which is nobody's alone.
        const domain::LifeEvent *event = m_fixture->catalogue().lifeEventVersion(whole.lifeEventId, whole.lifeEventVersion);
        int shown = 0;
        for (const domain::CasePart &part : whole.parts) {
            const auto review = m_fixture->cases.review(ExchangeFixture::reviewer(part.departmentId), part.id);
            QVERIFY(review);
            for (const domain::FormField &field : event->fields) {
                if (!whole.fields.contains(field.id))
                    continue;
                QCOMPARE(review->projection.fields.value(field.id), whole.fields.value(field.id));
                ++shown;
            }
        }
        QVERIFY2(shown >= whole.parts.size(), "the event's form has values");
    }
    /** The case and the departments' lists promise nothing for a part that waits, and from the approval it waited for what can be kept. */
    void nothingIsPromisedBeforeItCanBeKept_data()
    {
        QTest::addColumn<bool>("approves");
        QTest::newRow("every part is approved") << true;
        QTest::newRow("every part is refused") << false;
    }
    void nothingIsPromisedBeforeItCanBeKept()
    {
        QFETCH(bool, approves);
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        maker.open(m_fixture->card(1));
        maker.chooseLifeEvent(u"retirement"_s);
        QVERIFY(maker.complete(m_fixture->certificatesOf(m_fixture->card(1))));
        maker.receive();
        QVERIFY(!m_fixture->commands.submit(ExchangeFixture::clerk(), maker.takeBatch())->results.last().error);
        const auto whole = [&] { return m_fixture->cases.caseById(ExchangeFixture::clerk(), maker.value().id)->snapshot; };
        int started = 0;
        for (int round = 0; round < 30 && whole().stage != domain::CaseStage::Finished; ++round) {
            m_fixture->clock.advance(qint64(24) * 3600 * 1000);
            const domain::Case before = whole();
            for (const domain::CasePart &part : before.parts) {
                const auto who = ExchangeFixture::reviewer(part.departmentId);
                const bool waits = domain::isWaiting(before, part);
                const auto page = m_fixture->cases.reviews(who, {}, {}, 100);
                const auto listed = std::find_if(page->entries.cbegin(), page->entries.cend(), [&](const auto &each) { return each.partId == part.id; });
                QCOMPARE(listed->promisedDue, part.promisedDue);
                QCOMPARE(part.promisedDue.isValid(), part.acceptedOn.isValid() && !waits);
                if (part.promisedDue.isValid()) {
                    const QDate from = domain::clockStart(part, part.acceptedOn);
                    QCOMPARE(part.promisedDue, domain::WorkCalendar::bundled().dueDate(from, part.promised)->day);
                    started += part.clockFrom > part.acceptedOn;
                }
            }
            // One step a day, of the first part that can go on.
            for (const domain::CasePart &part : before.parts) {
                const ReviewVerb verb = part.state == domain::PartState::Received ? ReviewVerb::Accept
                    : part.state == domain::PartState::Accepted                    ? ReviewVerb::Take
                    : part.state == domain::PartState::InReview                    ? (approves ? ReviewVerb::Approve : ReviewVerb::Refuse)
                                                                                   : ReviewVerb::Finish;
                if (domain::isFinal(part.state) || (domain::isWaiting(before, part) && part.state != domain::PartState::Received))
                    continue;
                wire::ReviewAction said = action(part.revision);
                said.reason = u"不符合条件"_s;
                const auto acted = m_fixture->cases.act(ExchangeFixture::reviewer(part.departmentId), part.id, verb, said);
                QVERIFY2(acted, qPrintable(codeOf(acted)));
                break;
            }
        }
        QVERIFY(started > 0);
    }
    void pagesOfTheList()
    {
        for (int i = 0; i < 4; ++i) {
            m_fixture->clock.advance(1000);
            QVERIFY(m_fixture->commands.submit(ExchangeFixture::clerk(), m_fixture->completeCase(u"birth-registration"_s).takeBatch()));
        }
        QSet<QUuid> seen;
        QString cursor;
        do {
            const auto page = m_fixture->cases.reviews(m_police, u"accepted"_s, cursor, 2);
            QVERIFY(page);
            for (const auto &entry : page->entries)
                seen.insert(entry.partId);
            cursor = page->next;
        } while (!cursor.isEmpty());
        QCOMPARE(seen.size(), 5);
        QCOMPARE(codeOf(m_fixture->cases.reviews(m_police, {}, u"rubbish"_s, 2)), u"SVC-012"_s);
        QCOMPARE(codeOf(m_fixture->cases.reviews(m_police, u"rubbish"_s, {}, 2)), u"SVC-001"_s);
    }
    void filesAreCheckedAndGuarded()
    {
        const QByteArray content("%PDF-1.7 content");
        const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
        const QUuid id = m_fixture->clock.newId();
        auto &cases = m_fixture->cases;
        QCOMPARE(codeOf(cases.putAttachment(ExchangeFixture::clerk(), id, m_caseId, QByteArray(32, 'x'), content)), u"SVC-015"_s);
        QCOMPARE(cases.putAttachment(ExchangeFixture::clerk(), id, m_caseId, hash, content).value(), true);
        QCOMPARE(cases.putAttachment(ExchangeFixture::clerk(), id, m_caseId, hash, content).value(), false);
        const QByteArray other("%PDF-1.7 other");
        QCOMPARE(codeOf(cases.putAttachment(ExchangeFixture::clerk(), id, m_caseId, QCryptographicHash::hash(other, QCryptographicHash::Sha256), other)), u"SVC-007"_s);
        QCOMPARE(cases.attachment(ExchangeFixture::clerk(), id).value(), content);
        QCOMPARE(codeOf(cases.attachment(ExchangeFixture::clerk(2), id)), u"SVC-005"_s);
        QCOMPARE(codeOf(cases.attachment(m_police, id)), u"SVC-005"_s);
    }
    /** A supervisor goes on with a clerk's received case, files too; another clerk does not. */
    void whoMaySendFiles_data()
    {
        QTest::addColumn<bool>("known");
        QTest::newRow("a case that is here") << true;
        QTest::newRow("before its case") << false;
    }
    void whoMaySendFiles()
    {
        QFETCH(bool, known);
        const QByteArray content("%PDF-1.7 content");
        const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
        const domain::CaseId caseId = known ? m_caseId : m_fixture->clock.newId();
        const auto put = [&](const wire::Operator &who) { return codeOf(m_fixture->cases.putAttachment(who, m_fixture->clock.newId(), caseId, hash, content)); };
        QCOMPARE(put(ExchangeFixture::clerk()), QString());
        QCOMPARE(put(ExchangeFixture::clerk(2)), u"SVC-005"_s);
        QCOMPARE(put(ExchangeFixture::with(domain::Role::Supervisor)), QString());
        QCOMPARE(put(ExchangeFixture::with(domain::Role::Auditor)), u"AUTH-005"_s);
        QCOMPARE(put(m_police), u"AUTH-005"_s);
        QCOMPARE(put(ExchangeFixture::clerk()), QString());
    }
    void onlyPapersAreTaken_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("code");
        QTest::newRow("scan") << QByteArray("\xff\xd8\xff\xe0 JFIF") << QString();
        QTest::newRow("document") << QByteArray("PK\x03\x04 OFD.xml") << QString();
        QTest::newRow("archive") << QByteArray("PK\x03\x04 run.exe") << u"SVC-017"_s;
        QTest::newRow("program") << QByteArray("MZ\x90") << u"SVC-017"_s;
        QTest::newRow("web page") << QByteArray("<html>") << u"SVC-017"_s;
        QTest::newRow("nothing") << QByteArray("") << u"SVC-017"_s;
    }
    void onlyPapersAreTaken()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, code);
        const QUuid id = m_fixture->clock.newId();
        const auto put = m_fixture->cases.putAttachment(ExchangeFixture::clerk(), id, m_caseId, QCryptographicHash::hash(content, QCryptographicHash::Sha256), content);
        QCOMPARE(put ? QString() : codeOf(put), code);
        if (!put)
            QVERIFY(!put.error().retryable);
        QCOMPARE(m_fixture->cases.attachment(ExchangeFixture::clerk(), id).has_value(), put.has_value());
    }
    /** A department opens every file of a material that its item uses, and no other department does. */
    void everyFileIsSeen()
    {
        const QByteArray content("%PDF-1.7 page");
        const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
        domain::MaterialState pages;
        pages.way = domain::MaterialWay::FileAttached;
        for (int i = 1; i <= 3; ++i)
            pages.files.append({m_fixture->clock.newId().toString(QUuid::WithoutBraces), u"page %1.pdf"_s.arg(i), content.size(), hash});
        const QString item = u"birth-registration"_s;
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        maker.open(m_fixture->card(0));
        maker.addItem(item);
        QVERIFY(maker.complete(m_fixture->certificatesOf(m_fixture->card(0))));
        for (const domain::AttachedFile &file : pages.files)
            QVERIFY(m_fixture->cases.putAttachment(ExchangeFixture::clerk(), QUuid::fromString(file.id), maker.value().id, hash, content));
        const auto input = domain::planInputFor(m_fixture->catalogue(), maker.value(), {}, {}, m_fixture->clock.today());
        const domain::CasePlan plan = domain::planMaterials(*input);
        const auto takesFiles = std::find_if(plan.materials.cbegin(), plan.materials.cend(), [](const domain::PlannedMaterial &one) { return one.ways.contains(domain::MaterialWay::FileAttached); });
        QVERIFY(takesFiles != plan.materials.cend());
        maker.give(domain::command::SetMaterial{takesFiles->key, pages});
        maker.receive();
        const auto answer = m_fixture->commands.submit(ExchangeFixture::clerk(), maker.takeBatch());
        QVERIFY(answer && !answer->results.last().error);
        const auto seen = m_fixture->cases.review(m_police, maker.value().parts.first().id);
        QVERIFY(seen);
        QCOMPARE(seen->projection.materials.value(takesFiles->key).files, pages.files);
        for (const domain::AttachedFile &file : pages.files) {
            QCOMPARE(m_fixture->cases.attachment(m_police, QUuid::fromString(file.id)).value(), content);
            QCOMPARE(codeOf(m_fixture->cases.attachment(ExchangeFixture::reviewer(u"health"_s), QUuid::fromString(file.id))), u"SVC-005"_s);
        }
    }
    void filesComeFromTheCasesClerk()
    {
        auto &cases = m_fixture->cases;
        const auto put = [&](const wire::Operator &who, const domain::CaseId &caseId, const QByteArray &content) {
            const auto added = cases.putAttachment(who, m_fixture->clock.newId(), caseId, QCryptographicHash::hash(content, QCryptographicHash::Sha256), content);
            return added ? QString() : codeOf(added);
        };
        QCOMPARE(put(m_police, m_caseId, "%PDF-x"), u"AUTH-005"_s);
        QCOMPARE(put(ExchangeFixture::with(domain::Role::Auditor), m_caseId, "%PDF-x"), u"AUTH-005"_s);
        QCOMPARE(put(ExchangeFixture::clerk(2), m_caseId, "%PDF-x"), u"SVC-005"_s);
        QCOMPARE(put(ExchangeFixture::clerk(), m_caseId, "%PDF-x"), QString());
        // A case that is not there yet belongs to whoever sent its first file.
        const domain::CaseId later = m_fixture->clock.newId();
        QCOMPARE(put(ExchangeFixture::clerk(2), later, "%PDF-x"), QString());
        QCOMPARE(put(ExchangeFixture::clerk(2), later, "%PDF-y"), QString());
        QCOMPARE(put(ExchangeFixture::clerk(), later, "%PDF-z"), u"SVC-005"_s);
    }
    void aCaseHoldsSoManyFiles()
    {
        auto &cases = m_fixture->cases;
        const QByteArray content("%PDF-x");
        const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
        const domain::CaseId caseId = m_fixture->clock.newId();
        const QUuid first = m_fixture->clock.newId();
        QVERIFY(cases.putAttachment(ExchangeFixture::clerk(), first, caseId, hash, content));
        for (int i = 1; i < 4 * domain::mostFilesOfCase; ++i)
            QVERIFY(cases.putAttachment(ExchangeFixture::clerk(), m_fixture->clock.newId(), caseId, hash, content));
        QCOMPARE(codeOf(cases.putAttachment(ExchangeFixture::clerk(), m_fixture->clock.newId(), caseId, hash, content)), u"SVC-002"_s);
        QCOMPARE(cases.putAttachment(ExchangeFixture::clerk(), first, caseId, hash, content).value(), false);
        QVERIFY(cases.putAttachment(ExchangeFixture::clerk(), m_fixture->clock.newId(), m_fixture->clock.newId(), hash, content));
        // Bytes count too: what lies there is said to be large.
        const domain::CaseId large = m_fixture->clock.newId();
        QVERIFY(cases.putAttachment(ExchangeFixture::clerk(), m_fixture->clock.newId(), large, hash, content));
        QVERIFY(m_fixture->database.write([&](exchange::Session &session) {
            return session.change(u"UPDATE attachments SET size = ? WHERE case_id = ?"_s, {2 * domain::mostFileBytesOfCase, large.toString(QUuid::WithoutBraces)});
        }));
        QCOMPARE(codeOf(cases.putAttachment(ExchangeFixture::clerk(), m_fixture->clock.newId(), large, hash, content)), u"SVC-002"_s);
    }

private:
    std::unique_ptr<ExchangeFixture> m_fixture;
    domain::CaseId m_caseId;
    const wire::Operator m_police = ExchangeFixture::reviewer(u"public-security"_s);
};

QTEST_GUILESS_MAIN(CaseReviewsTest)
#include "tst_casereviews.moc"
