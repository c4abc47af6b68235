// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/casecommand.h>
#include <domain/materialplan.h>
#include <wire/apicertificates.h>
#include <wire/apicommands.h>

#include <array>

namespace yichuang::wire {

/** The wire word of every enumerator: its name in kebab case. */
template<typename E>
struct EnumNames;

template<typename E>
using EnumRow = std::pair<E, QLatin1StringView>;

/** Short for the tables below. */
#define W(text) QLatin1StringView(text)
#define YICHUANG_WORDS(Enum, ...)                                              \
    template<>                                                                 \
    struct EnumNames<Enum> {                                                   \
        using E = Enum;                                                        \
        static constexpr auto table = std::to_array<EnumRow<E>>({__VA_ARGS__}); \
    };

YICHUANG_WORDS(domain::Role,
    {E::Clerk, W("clerk")}, {E::Reviewer, W("reviewer")}, {E::Supervisor, W("supervisor")},
    {E::Auditor, W("auditor")}, {E::Administrator, W("administrator")}, {E::System, W("system")})
YICHUANG_WORDS(domain::IdentityMethod,
    {E::ChipRead, W("chip-read")}, {E::Typed, W("typed")})
YICHUANG_WORDS(domain::AgentCapacity,
    {E::EntrustedAgent, W("entrusted-agent")}, {E::Guardian, W("guardian")},
    {E::LegalRepresentative, W("legal-representative")})
YICHUANG_WORDS(domain::PartState,
    {E::Draft, W("draft")}, {E::Received, W("received")}, {E::Accepted, W("accepted")}, {E::InReview, W("in-review")},
    {E::CorrectionAsked, W("correction-asked")}, {E::Paused, W("paused")}, {E::Approved, W("approved")},
    {E::Refused, W("refused")}, {E::NotAccepted, W("not-accepted")}, {E::Withdrawn, W("withdrawn")},
    {E::Finished, W("finished")})
YICHUANG_WORDS(domain::CaseStage,
    {E::Draft, W("draft")}, {E::Received, W("received")}, {E::InProgress, W("in-progress")},
    {E::Finished, W("finished")}, {E::Withdrawn, W("withdrawn")}, {E::Discarded, W("discarded")})
YICHUANG_WORDS(domain::Sex,
    {E::Unknown, W("unknown")}, {E::Male, W("male")}, {E::Female, W("female")}, {E::NotStated, W("not-stated")})
YICHUANG_WORDS(domain::CertificateStatus,
    {E::Valid, W("valid")}, {E::Suspended, W("suspended")}, {E::Rescinded, W("rescinded")},
    {E::Cancelled, W("cancelled")}, {E::Lapsed, W("lapsed")}, {E::TransferredOut, W("transferred-out")},
    {E::Revoked, W("revoked")}, {E::Other, W("other")})
YICHUANG_WORDS(domain::TrustLevel,
    {E::A, W("A")}, {E::B, W("B")}, {E::C, W("C")}, {E::D, W("D")})
YICHUANG_WORDS(domain::Relation,
    {E::Self, W("self")}, {E::Spouse, W("spouse")}, {E::Child, W("child")}, {E::Parent, W("parent")},
    {E::Deceased, W("deceased")}, {E::Household, W("household")}, {E::Organisation, W("organisation")})
YICHUANG_WORDS(domain::UsePurpose::Consent,
    {E::HolderPresent, W("holder-present")}, {E::ItemRequires, W("item-requires")},
    {E::ExplicitConsent, W("explicit-consent")})
YICHUANG_WORDS(domain::FieldType,
    {E::Text, W("text")}, {E::MultilineText, W("multiline-text")}, {E::Number, W("number")}, {E::Date, W("date")},
    {E::Choice, W("choice")}, {E::Phone, W("phone")}, {E::CitizenNumber, W("citizen-number")},
    {E::PersonNumber, W("person-number")}, {E::OrganisationCode, W("organisation-code")}, {E::Boolean, W("boolean")})
YICHUANG_WORDS(domain::FieldSource,
    {E::None, W("none")}, {E::Card, W("card")}, {E::Certificate, W("certificate")}, {E::Answer, W("answer")},
    {E::Operator, W("operator")}, {E::EarlierCase, W("earlier-case")})
YICHUANG_WORDS(domain::CardKind,
    {E::Citizen, W("citizen")}, {E::HkMoTwPermit, W("hk-mo-tw-permit")}, {E::Foreigner2017, W("foreigner-2017")},
    {E::Foreigner2023, W("foreigner-2023")})
YICHUANG_WORDS(domain::Necessity,
    {E::Required, W("required")}, {E::Optional, W("optional")}, {E::Deferrable, W("deferrable")})
YICHUANG_WORDS(domain::MaterialKind,
    {E::Certificate, W("certificate")}, {E::Form, W("form")}, {E::Other, W("other")})
YICHUANG_WORDS(domain::MaterialWay,
    {E::Certificate, W("certificate")}, {E::OriginalSeen, W("original-seen")}, {E::FileAttached, W("file-attached")},
    {E::SelfMade, W("self-made")}, {E::Promise, W("promise")}, {E::Deferred, W("deferred")})
YICHUANG_WORDS(domain::MaterialForm,
    {E::Paper, W("paper")}, {E::Electronic, W("electronic")}, {E::Either, W("either")})
YICHUANG_WORDS(domain::MaterialOrigin,
    {E::Applicant, W("applicant")}, {E::Authority, W("authority")}, {E::Intermediary, W("intermediary")},
    {E::Other, W("other")})
YICHUANG_WORDS(domain::ItemState,
    {E::InUse, W("in-use")}, {E::Suspended, W("suspended")}, {E::Cancelled, W("cancelled")}, {E::Draft, W("draft")})
YICHUANG_WORDS(domain::ServiceObject,
    {E::Person, W("person")}, {E::Enterprise, W("enterprise")}, {E::Institution, W("institution")},
    {E::SocialOrganisation, W("social-organisation")}, {E::Unincorporated, W("unincorporated")},
    {E::GovernmentBody, W("government-body")}, {E::OtherOrganisation, W("other-organisation")})
YICHUANG_WORDS(domain::HandlingForm,
    {E::Window, W("window")}, {E::Web, W("web")}, {E::Mobile, W("mobile")}, {E::Courier, W("courier")},
    {E::Other, W("other")})
YICHUANG_WORDS(domain::HandlingArea,
    {E::Nationwide, W("nationwide")}, {E::AcrossProvinces, W("across-provinces")}, {E::AcrossCities, W("across-cities")},
    {E::AcrossCounties, W("across-counties")})
YICHUANG_WORDS(domain::ResultKind,
    {E::Certificate, W("certificate")}, {E::Approval, W("approval")}, {E::Other, W("other")})
YICHUANG_WORDS(domain::Authority::Level,
    {E::National, W("national")}, {E::Provincial, W("provincial")}, {E::Municipal, W("municipal")},
    {E::County, W("county")}, {E::Township, W("township")}, {E::Village, W("village")}, {E::Graded, W("graded")})
YICHUANG_WORDS(domain::Authority::Nature,
    {E::Statutory, W("statutory")}, {E::Authorised, W("authorised")}, {E::Entrusted, W("entrusted")}, {E::Other, W("other")})
YICHUANG_WORDS(domain::Authority::Power,
    {E::OwnLevel, W("own-level")}, {E::Devolved, W("devolved")}, {E::Authorised, W("authorised")}, {E::Entrusted, W("entrusted")})
YICHUANG_WORDS(domain::SpecialProcedure::Kind,
    {E::Hearing, W("hearing")}, {E::ExpertReview, W("expert-review")}, {E::Inspection, W("inspection")},
    {E::SiteCheck, W("site-check")}, {E::PublicNotice, W("public-notice")}, {E::Appraisal, W("appraisal")},
    {E::Enquiry, W("enquiry")}, {E::Other, W("other")})
YICHUANG_WORDS(domain::MaterialHolder,
    {E::Applicant, W("applicant")}, {E::Spouse, W("spouse")}, {E::Child, W("child")}, {E::Parent, W("parent")},
    {E::Deceased, W("deceased")}, {E::Household, W("household")}, {E::Agent, W("agent")})
YICHUANG_WORDS(domain::AnswerEffect::Kind,
    {E::AddMaterial, W("add-material")}, {E::DropMaterial, W("drop-material")}, {E::AddItem, W("add-item")},
    {E::DropItem, W("drop-item")}, {E::Ask, W("ask")}, {E::Stop, W("stop")}, {E::SetField, W("set-field")})
YICHUANG_WORDS(domain::Acceptance::By,
    {E::Window, W("window")}, {E::Department, W("department")})
YICHUANG_WORDS(domain::CaseKind,
    {E::Immediate, W("immediate")}, {E::Promised, W("promised")})
YICHUANG_WORDS(domain::LimitUnit,
    {E::WorkingDay, W("working-day")}, {E::NaturalDay, W("natural-day")}, {E::Month, W("month")},
    {E::Year, W("year")})
YICHUANG_WORDS(domain::MaterialStatus,
    {E::FromCertificate, W("from-certificate")}, {E::OriginalSeen, W("original-seen")}, {E::Attached, W("attached")},
    {E::SelfMade, W("self-made")}, {E::Promised, W("promised")}, {E::Deferred, W("deferred")},
    {E::Missing, W("missing")}, {E::NotNeeded, W("not-needed")})
YICHUANG_WORDS(domain::Missing::Kind,
    {E::Applicant, W("applicant")}, {E::Items, W("items")}, {E::Answer, W("answer")}, {E::Field, W("field")},
    {E::Material, W("material")}, {E::Stopped, W("stopped")}, {E::AgentAuthority, W("agent-authority")})
YICHUANG_WORDS(domain::Hint::Kind,
    {E::ExpiresSoon, W("expires-soon")}, {E::Expired, W("expired")}, {E::LifeEvent, W("life-event")}, {E::Missing, W("missing")})
YICHUANG_WORDS(CommandOutcome,
    {E::Applied, W("applied")}, {E::Duplicate, W("duplicate")}, {E::Conflict, W("conflict")},
    {E::Rejected, W("rejected")})
YICHUANG_WORDS(LookupKind,
    {E::Listing, W("listing")}, {E::Pull, W("pull")}, {E::File, W("file")})
YICHUANG_WORDS(LookupOutcome,
    {E::Answered, W("answered")}, {E::NameDiffers, W("name-differs")}, {E::HolderUnknown, W("holder-unknown")},
    {E::Refused, W("refused")})

#undef YICHUANG_WORDS
#undef W

} // namespace yichuang::wire
