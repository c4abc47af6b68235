// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "apiauditshape.h"
#include "apicatalogueshape.h"
#include "apicertificatesshape.h"
#include "apicommandsshape.h"
#include "apireviewsshape.h"
#include "apisessionshape.h"
#include "commandshape.h"
#include "filler.h"
#include "planshape.h"
#include "updatemanifestshape.h"

#include <wire/casejson.h>
#include <wire/commandjson.h>

#include <QTest>

using namespace yichuang;
using namespace yichuang::wire;

namespace {

template<typename T>
void survives(const char *name)
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        const T value = Filler(seed).make<T>();
        const QByteArray bytes = toBytes(write(value));
        const auto again = read<T>(bytes);
        QVERIFY2(again, qPrintable(QStringLiteral("%1 seed %2: %3").arg(QLatin1StringView(name)).arg(seed).arg(again ? QString() : again.error().detail)));
        if constexpr (std::equality_comparable<T>)
            QVERIFY2(*again == value, name);
        QCOMPARE(toBytes(write(*again)), bytes);
    }
}

} // namespace

/** Any value written as JSON and read back is the same value, and gives the same bytes again. */
class RoundTripTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void caseValues()
    {
        survives<domain::Case>("Case");
        survives<domain::CaseCommand>("CaseCommand");
        survives<domain::CaseEvent>("CaseEvent");
        survives<domain::Stamp>("Stamp");
        survives<domain::Party>("Party");
        survives<domain::Agency>("Agency");
        survives<domain::MaterialState>("MaterialState");
        survives<domain::IdCard>("IdCard");
    }
    /** What a reader asks for is written even when it is empty: what was read is read again. */
    void emptyRequiredTexts()
    {
        const domain::SituationAnswer answer{{}, u"是"_s, {}};
        const QByteArray bytes = toBytes(write(answer));
        QCOMPARE(bytes, QByteArray("{\"effects\":[],\"id\":\"\",\"text\":\"是\"}"));
        const auto again = read<domain::SituationAnswer>(bytes);
        QVERIFY(again);
        QCOMPARE(*again, answer);
    }
    void catalogueValues()
    {
        survives<domain::ServiceItem>("ServiceItem");
        survives<domain::LifeEvent>("LifeEvent");
        survives<domain::CertificateType>("CertificateType");
        survives<domain::Department>("Department");
        survives<domain::Catalogue::Content>("Content");
        survives<CatalogueAnswer>("CatalogueAnswer");
        survives<domain::CasePlan>("CasePlan");
        survives<domain::Hint>("Hint");
    }
    void certificateValues()
    {
        survives<domain::ECertificate>("ECertificate");
        survives<domain::UsePurpose>("UsePurpose");
        survives<ListingRequest>("ListingRequest");
        survives<ListingAnswer>("ListingAnswer");
        survives<PullRequest>("PullRequest");
        survives<PullAnswer>("PullAnswer");
        survives<FileRequest>("FileRequest");
        survives<AuditBatch>("AuditBatch");
        survives<LookupPage>("LookupPage");
        survives<LookupQuery>("LookupQuery");
    }
    void apiValues()
    {
        survives<UpdateManifest>("UpdateManifest");
        survives<Health>("Health");
        survives<SignInRequest>("SignInRequest");
        survives<Session>("Session");
        survives<Problem>("Problem");
        survives<CommandBatch>("CommandBatch");
        survives<CommandAnswer>("CommandAnswer");
        survives<FeedAnswer>("FeedAnswer");
        survives<CaseAnswer>("CaseAnswer");
        survives<ReviewPage>("ReviewPage");
        survives<ReviewAnswer>("ReviewAnswer");
        survives<ReviewAction>("ReviewAction");
        survives<EventAnswer>("EventAnswer");
        survives<AttachmentAnswer>("AttachmentAnswer");
    }
    void caseTextIsTheTreesText()
    {
        for (quint32 seed = 1; seed <= 400; ++seed) {
            const auto value = Filler(seed).make<domain::Case>();
            QCOMPARE(toBytes(value), toBytes(toJson(value)));
        }
        domain::Case odd = Filler(1).make<domain::Case>();
        odd.rulesDay = QDate(12026, 1, 1);
        odd.openedAt = QDateTime(QDate(-5, 1, 1), QTime(1, 2, 3, 4), Qt::UTC);
        odd.number = QString(QChar(0xd800)) + QStringLiteral("half a pair");
        QCOMPARE(toBytes(odd), toBytes(toJson(odd)));
        QCOMPARE(toBytes(domain::Case()), toBytes(toJson(domain::Case())));
    }
    void commandWordsAreTheDomains()
    {
        for (quint32 seed = 1; seed <= 400; ++seed) {
            const auto command = Filler(seed).make<domain::CaseCommand>();
            const QJsonObject body = toJson(command).value(QLatin1StringView("body")).toObject();
            QCOMPARE(body.value(QLatin1StringView("type")).toString(), domain::commandName(command.body));
        }
    }
};

QTEST_APPLESS_MAIN(RoundTripTest)
#include "tst_roundtrip.moc"
