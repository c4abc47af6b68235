// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/guidewords.h"

#include "kit/words.h"

#include <algorithm>

namespace yichuang::ui {

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

/** Words of a set in the order of its table. */
template<typename Enum, typename Word>
QString joined(const QSet<Enum> &values, Word word)
{
    QList<Enum> sorted = values.values();
    std::sort(sorted.begin(), sorted.end());
    QStringList words;
    for (Enum value : std::as_const(sorted))
        words << word(value);
    return words.join(u" · "_s);
}

} // namespace

QString GuideWords::itemType(const QString &code)
{
    //: Kinds of administrative matters in the catalogue of a government service hall.
    const QHash<QString, QString> words{{u"00"_s, tr("Administrative power")}, {u"01"_s, tr("Administrative licence")},
                                        {u"02"_s, tr("Administrative penalty")}, {u"03"_s, tr("Administrative coercion")},
                                        {u"04"_s, tr("Administrative levy")}, {u"05"_s, tr("Administrative payment")},
                                        {u"06"_s, tr("Administrative inspection")}, {u"07"_s, tr("Administrative confirmation")},
                                        {u"08"_s, tr("Administrative reward")}, {u"09"_s, tr("Administrative ruling")},
                                        {u"10"_s, tr("Other administrative matter")}, {u"20"_s, tr("Public service")}};
    return words.value(code, code);
}

QString GuideWords::state(ItemState state)
{
    switch (state) {
    case ItemState::Suspended: return tr("Suspended");
    case ItemState::Cancelled: return tr("Cancelled");
    case ItemState::Draft: return tr("Draft");
    case ItemState::InUse: break;
    }
    return tr("In use");
}

QString GuideWords::level(Authority::Level level)
{
    switch (level) {
    case Authority::Level::National: return tr("National level");
    case Authority::Level::Provincial: return tr("Provincial level");
    case Authority::Level::County: return tr("County level");
    case Authority::Level::Township: return tr("Township level");
    case Authority::Level::Village: return tr("Village level");
    case Authority::Level::Graded: return tr("Levels by grade");
    case Authority::Level::Municipal: break;
    }
    return tr("City level");
}

QString GuideWords::nature(Authority::Nature nature)
{
    switch (nature) {
    case Authority::Nature::Authorised: return tr("Organisation authorised by law");
    case Authority::Nature::Entrusted: return tr("Entrusted organisation");
    case Authority::Nature::Other: return tr("Other body");
    case Authority::Nature::Statutory: break;
    }
    return tr("Statutory body");
}

QString GuideWords::power(Authority::Power power)
{
    switch (power) {
    case Authority::Power::Devolved: return tr("Devolved from a higher level");
    case Authority::Power::Authorised: return tr("Authorised by a higher level");
    case Authority::Power::Entrusted: return tr("Entrusted by a higher level");
    case Authority::Power::OwnLevel: break;
    }
    return tr("Statutory power of this level");
}

QString GuideWords::serves(const QSet<ServiceObject> &objects)
{
    return joined(objects, [](ServiceObject object) {
        switch (object) {
        case ServiceObject::Enterprise: return tr("Enterprises");
        case ServiceObject::Institution: return tr("Public institutions");
        case ServiceObject::SocialOrganisation: return tr("Social organisations");
        case ServiceObject::Unincorporated: return tr("Unincorporated businesses");
        case ServiceObject::GovernmentBody: return tr("Government bodies");
        case ServiceObject::OtherOrganisation: return tr("Other organisations");
        case ServiceObject::Person: break;
        }
        return tr("Natural persons");
    });
}

QString GuideWords::forms(const QSet<HandlingForm> &forms)
{
    return joined(forms, [](HandlingForm form) {
        switch (form) {
        case HandlingForm::Web: return tr("Website");
        case HandlingForm::Mobile: return tr("Mobile app");
        case HandlingForm::Courier: return tr("By courier");
        case HandlingForm::Other: return tr("Another way");
        case HandlingForm::Window: break;
        }
        return tr("At the window");
    });
}

QString GuideWords::area(const std::optional<HandlingArea> &area)
{
    if (!area)
        return tr("Only where it belongs");
    switch (*area) {
    case HandlingArea::AcrossProvinces: return tr("Across provinces");
    case HandlingArea::AcrossCities: return tr("Across cities of the province");
    case HandlingArea::AcrossCounties: return tr("Across counties of the city");
    case HandlingArea::Nationwide: break;
    }
    return tr("In the whole country");
}

QString GuideWords::procedure(SpecialProcedure::Kind kind)
{
    switch (kind) {
    case SpecialProcedure::Kind::Hearing: return tr("Hearing");
    case SpecialProcedure::Kind::ExpertReview: return tr("Expert review");
    case SpecialProcedure::Kind::Inspection: return tr("Examination");
    case SpecialProcedure::Kind::SiteCheck: return tr("Check on the spot");
    case SpecialProcedure::Kind::PublicNotice: return tr("Public notice");
    case SpecialProcedure::Kind::Appraisal: return tr("Appraisal");
    case SpecialProcedure::Kind::Enquiry: return tr("Enquiry at another office");
    case SpecialProcedure::Kind::Other: break;
    }
    return tr("Other procedure");
}

QString GuideWords::result(ResultKind kind)
{
    switch (kind) {
    case ResultKind::Certificate: return tr("Certificate");
    case ResultKind::Approval: return tr("Approval document");
    case ResultKind::Other: break;
    }
    return tr("Other result");
}

QString GuideWords::materialForm(MaterialForm form)
{
    switch (form) {
    case MaterialForm::Paper: return tr("on paper");
    case MaterialForm::Electronic: return tr("as a file");
    case MaterialForm::Either: break;
    }
    return tr("on paper or as a file");
}

QString GuideWords::origin(MaterialOrigin origin)
{
    switch (origin) {
    case MaterialOrigin::Authority: return tr("issued by an authority");
    case MaterialOrigin::Intermediary: return tr("made by an expert body");
    case MaterialOrigin::Other: return tr("made by others");
    case MaterialOrigin::Applicant: break;
    }
    return tr("made by the applicant");
}

QString GuideWords::acceptance(const Acceptance &acceptance)
{
    if (acceptance.by == Acceptance::By::Window)
        return tr("By the window, with the receipt");
    //: %1: a time limit, for example "5 working days"
    return tr("By the department, within %1").arg(Words::limit(acceptance.limit, CaseKind::Promised));
}

QString GuideWords::yesNo(bool yes)
{
    return yes ? tr("Yes") : tr("No");
}

} // namespace yichuang::ui
