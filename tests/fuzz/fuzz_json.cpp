// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The first byte chooses the decoder, the rest is the document. What was accepted must survive another round.
#include <wire/apiauditjson.h>
#include <wire/apicataloguejson.h>
#include <wire/apicertificatesjson.h>
#include <wire/apicommandsjson.h>
#include <wire/apireviewsjson.h>
#include <wire/apisessionjson.h>
#include <wire/casejson.h>
#include <wire/cataloguejson.h>
#include <wire/certificatejson.h>
#include <wire/commandjson.h>
#include <wire/idcardjson.h>
#include <wire/json.h>
#include <wire/partyjson.h>
#include <wire/planjson.h>
#include <wire/problem.h>
#include <wire/updatemanifestjson.h>

#include <cstdlib>

using namespace yichuang;
using namespace yichuang::wire;

namespace {

template<typename T>
using Decoder = domain::Result<T> (*)(QByteArrayView);

template<typename T>
void tryDecoder(Decoder<T> decode, QByteArrayView json)
{
    const auto value = decode(json);
    if (!value)
        return;
    const QByteArray bytes = toBytes(toJson(*value));
    const auto again = decode(bytes);
    if (!again || toBytes(toJson(*again)) != bytes)
        std::abort();
}

template<auto Decode>
void run(QByteArrayView json)
{
    tryDecoder(Decode, json);
}

#define DECODER(T, name) &run<static_cast<Decoder<T>>(&name##FromJson)>
constexpr void (*decoders[])(QByteArrayView) = {
    DECODER(domain::Case, case),
    DECODER(domain::CasePart, casePart),
    DECODER(domain::MaterialState, materialState),
    DECODER(domain::FieldValue, fieldValue),
    DECODER(domain::Actor, actor),
    DECODER(domain::CaseCommand, caseCommand),
    DECODER(domain::Stamp, stamp),
    DECODER(domain::CaseEvent, caseEvent),
    DECODER(domain::Party, party),
    DECODER(domain::Agency, agency),
    DECODER(domain::IdCard, idCard),
    DECODER(domain::CertificateSummary, certificateSummary),
    DECODER(domain::ECertificate, eCertificate),
    DECODER(domain::UsePurpose, usePurpose),
    DECODER(domain::Catalogue::Content, catalogueContent),
    DECODER(domain::ServiceItem, serviceItem),
    DECODER(domain::LifeEvent, lifeEvent),
    DECODER(domain::CertificateType, certificateType),
    DECODER(domain::Department, department),
    DECODER(domain::Category, category),
    DECODER(domain::PurposeCategory, purposeCategory),
    DECODER(domain::CasePlan, casePlan),
    DECODER(domain::Hint, hint),
    DECODER(Health, health),
    DECODER(SignInRequest, signInRequest),
    DECODER(Operator, operator),
    DECODER(Session, session),
    DECODER(Problem, problem),
    DECODER(CatalogueAnswer, catalogueAnswer),
    DECODER(ListingRequest, listingRequest),
    DECODER(ListingAnswer, listingAnswer),
    DECODER(PullRequest, pullRequest),
    DECODER(PullAnswer, pullAnswer),
    DECODER(FileRequest, fileRequest),
    DECODER(CommandBatch, commandBatch),
    DECODER(CommandResult, commandResult),
    DECODER(CommandAnswer, commandAnswer),
    DECODER(FeedAnswer, feedAnswer),
    DECODER(CaseAnswer, caseAnswer),
    DECODER(ReviewEntry, reviewEntry),
    DECODER(ReviewPage, reviewPage),
    DECODER(ReviewAnswer, reviewAnswer),
    DECODER(ReviewAction, reviewAction),
    DECODER(EventAnswer, eventAnswer),
    DECODER(AttachmentAnswer, attachmentAnswer),
    DECODER(AuditBatch, auditBatch),
    DECODER(LookupRecord, lookupRecord),
    DECODER(LookupPage, lookupPage),
    DECODER(LookupQuery, lookupQuery),
    DECODER(UpdateManifest, updateManifest),
};
#undef DECODER

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView json(data + 1, static_cast<qsizetype>(size - 1));
    decoders[data[0] % std::size(decoders)](json);
    return 0;
}
