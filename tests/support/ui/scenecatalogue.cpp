// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "scenecatalogue.h"

namespace yichuang::test {

using namespace domain;
using namespace Qt::StringLiterals;

QDate sceneDay()
{
    return QDateTime::currentDateTimeUtc().toOffsetFromUtc(8 * 3600).date();
}

Party sceneApplicant()
{
    Party party;
    party.personId = u"person-1"_s;
    party.name = u"李示例"_s;
    party.documentKind = u"111"_s;
    party.number = u"990100199704120028"_s;
    party.sex = Sex::Female;
    party.birth = QDate(1997, 4, 12);
    party.ethnicCode = u"01"_s;
    party.address = u"示范省示范市示范区示例路1号"_s;
    party.phone = u"13800000000"_s;
    party.issuer = u"示范市公安局示范分局"_s;
    party.validFrom = QDate(2021, 3, 18);
    party.validTo = QDate(2031, 3, 18);
    party.readAt = QDateTime::currentDateTimeUtc();
    return party;
}

Party sceneStranger()
{
    Party party = sceneApplicant();
    party.personId = u"person-2"_s;
    party.name = u"王示例"_s;
    party.number = u"990100198801010015"_s;
    party.sex = Sex::Male;
    party.birth = QDate(1988, 1, 1);
    party.phone.clear();
    return party;
}

Party sceneHolder(CardKind kind)
{
    Party party = sceneApplicant();
    party.cardKind = kind;
    party.ethnicCode.clear();
    if (kind == CardKind::HkMoTwPermit) {
        party.documentKind = u"810"_s;
        party.number = u"810000198505050036"_s;
        party.passNumber = u"H09901234"_s;
        party.issueCount = u"02"_s;
        return party;
    }
    party.documentKind = u"553"_s;
    const bool old = kind == CardKind::Foreigner2017;
    party.englishName = old ? u"EXAMPLE, ANNA MARIE"_s : u"EXAMPLE, ALEXANDER CHRISTOPHER BARTHOLOMEW"_s;
    party.nationality = u"CAN"_s;
    party.address.clear();
    party.number = old ? u"CAN990185061507"_s : u"999124197911230014"_s;
    return party;
}

namespace {

MaterialSpec material(const QString &key, const QString &name, const QString &type, const QSet<MaterialWay> &ways, Necessity necessity = Necessity::Required)
{
    MaterialSpec spec;
    spec.key = key;
    spec.name = name;
    if (!type.isEmpty())
        spec.certificateTypes = {type};
    spec.ways = ways;
    spec.necessity = necessity;
    spec.reason = u"核对%1所载的身份和关系"_s.arg(name);
    spec.legalBasis = u"《示范市政务服务办法》第十二条"_s;
    spec.instructions = u"照面信息应清晰完整"_s;
    spec.acceptanceStandard = u"在有效期内，信息一致"_s;
    spec.commonMistake = u"姓名与身份证不一致"_s;
    spec.source = u"签发机关"_s;
    spec.origin = MaterialOrigin::Authority;
    return spec;
}

Guide guide(const QString &name)
{
    Guide guide;
    guide.legalBasis = u"《示范市政务服务办法》第三条"_s;
    guide.acceptingUnit = u"示范市政务服务中心综合窗口"_s;
    guide.conditions = u"申请人为本市户籍居民"_s;
    guide.steps = {{u"受理"_s, u"综合窗口"_s, u"当场"_s}, {u"审查"_s, u"承办部门"_s, u"两个工作日"_s}, {u"决定"_s, u"承办部门"_s, u"一个工作日"_s}};
    guide.resultName = name + u"结果"_s;
    guide.resultSample = u"结果样本一份"_s;
    guide.modelText = u"示范文本：兹申请办理%1。"_s.arg(name);
    guide.mistakes = {u"日期填写不规范"_s, u"漏填联系电话"_s};
    guide.place = u"示范市政务服务中心一楼"_s;
    guide.hours = u"工作日九时至十七时"_s;
    guide.enquiry = u"012-99990000"_s;
    guide.complaint = u"012-99990001"_s;
    guide.questions = {{u"可以代办吗？"_s, u"可以，需委托书。"_s}};
    guide.limitNote = u"不含补正时间"_s;
    return guide;
}

ServiceItem item(const QString &id, const QString &name, const QString &department, int days, const QList<MaterialSpec> &materials)
{
    ServiceItem item;
    item.id = id;
    item.name = name;
    item.departmentId = department;
    item.effectiveFrom = QDate(2024, 1, 1);
    item.implementationCode = u"9901000000000000000000000000001"_s;
    item.itemType = u"20"_s;
    item.authority = {Authority::Level::Municipal, Authority::Nature::Authorised, Authority::Power::Devolved};
    item.serves = {ServiceObject::Person, ServiceObject::Unincorporated};
    item.channels = {{HandlingForm::Window, HandlingForm::Mobile}, HandlingArea::AcrossProvinces, true, true, true, true};
    item.specialProcedures = {{SpecialProcedure::Kind::PublicNotice, {7, LimitUnit::NaturalDay}, u"名单在大厅公示"_s}};
    item.resultKind = ResultKind::Approval;
    item.category = u"birth"_s;
    item.kind = days == 0 ? CaseKind::Immediate : CaseKind::Promised;
    item.promised = {days, LimitUnit::WorkingDay};
    item.statutory = {20, LimitUnit::WorkingDay};
    item.materials = materials;
    item.guide = guide(name);
    return item;
}

FormField field(const QString &id, const QString &label, FieldType type, const QString &section, const QStringList &prefill, bool required = true)
{
    FormField field;
    field.id = id;
    field.label = label;
    field.type = type;
    field.section = section;
    field.prefill = prefill;
    field.required = required;
    return field;
}

CertificateType type(const QString &id, const QString &name, const QString &department)
{
    CertificateType type;
    type.id = id;
    type.name = name;
    type.departmentId = department;
    type.faceFields = {{u"holder"_s, u"持证人"_s}, {u"date"_s, u"登记日期"_s}, {u"motherNumber"_s, u"母亲证件号码"_s}, {u"bankAccount"_s, u"银行卡号"_s},
                       {u"kinPhone"_s, u"联系电话"_s}, {u"address"_s, u"住址"_s}, {u"content"_s, u"证明内容"_s}};
    return type;
}

QList<ServiceItem> items()
{
    const QSet<MaterialWay> paper{MaterialWay::OriginalSeen, MaterialWay::FileAttached};
    MaterialSpec birth = material(u"birth-certificate"_s, u"出生医学证明"_s, u"birth"_s, paper);
    MaterialSpec household = material(u"household-register"_s, u"居民户口簿"_s, u"household"_s, paper);
    birth.holder = MaterialHolder::Child;
    household.holder = MaterialHolder::Household;
    const MaterialSpec marriage = material(u"marriage-certificate"_s, u"结婚证"_s, u"marriage"_s, {MaterialWay::OriginalSeen, MaterialWay::FileAttached, MaterialWay::Promise, MaterialWay::Deferred}, Necessity::Deferrable);
    const MaterialSpec photo = material(u"baby-photo"_s, u"婴儿近照"_s, {}, {MaterialWay::FileAttached});
    const MaterialSpec statement = material(u"name-statement"_s, u"新生儿姓名声明"_s, {}, {MaterialWay::SelfMade, MaterialWay::FileAttached});
    ServiceItem registration = item(u"birth-registration"_s, u"出生户口登记"_s, u"police"_s, 3, {birth, household, marriage, statement});
    registration.fields = {field(u"child-name"_s, u"新生儿姓名"_s, FieldType::Text, u"新生儿"_s, {}),
                           field(u"child-birth"_s, u"出生日期"_s, FieldType::Date, u"新生儿"_s, {}),
                           field(u"mother-name"_s, u"母亲姓名"_s, FieldType::Text, u"父母"_s, {u"card.name"_s}),
                           field(u"mother-number"_s, u"母亲证件号码"_s, FieldType::Text, u"父母"_s, {u"card.number"_s}, false),
                           field(u"phone"_s, u"联系电话"_s, FieldType::Phone, u"父母"_s, {u"card.phone"_s}, false)};
    registration.synonyms = {u"上户口"_s, u"报户口"_s};
    ServiceItem card = item(u"social-card"_s, u"社会保障卡申领"_s, u"social"_s, 5, {birth, photo});
    FormField bank = field(u"bank"_s, u"合作银行"_s, FieldType::Choice, u"社会保障卡"_s, {});
    bank.choices = {{u"a"_s, u"示范银行"_s}, {u"b"_s, u"示例银行"_s}};
    FormField ethnic = field(u"ethnic"_s, u"孩子民族"_s, FieldType::Choice, u"新生儿"_s, {}, false);
    ethnic.choices = ethnicGroups();
    FormField note = field(u"note"_s, u"备注"_s, FieldType::MultilineText, u"社会保障卡"_s, {}, false);
    FormField post = field(u"post"_s, u"邮寄送达"_s, FieldType::Boolean, u"社会保障卡"_s, {}, false);
    card.fields = {bank, post, note, ethnic, field(u"code"_s, u"单位统一社会信用代码"_s, FieldType::OrganisationCode, u"社会保障卡"_s, {}, false)};
    card.fees = {{u"补换卡工本费"_s, 1600, u"发改价格〔2020〕示例号"_s, u"首次申领免收"_s}};
    // Within one case the registration yields the household register that the insurance asks for.
    registration.resultTypes = {u"insured-household"_s};
    MaterialSpec insured = material(u"insured-household"_s, u"新生儿户口页"_s, u"insured-household"_s, paper);
    insured.holder = MaterialHolder::Child;
    ServiceItem licence = item(u"licence-renewal"_s, u"机动车驾驶证期满换证"_s, u"police"_s, 0, {household});
    licence.category = u"traffic"_s;
    ServiceItem suspended = item(u"vehicle-check"_s, u"机动车检验预约"_s, u"police"_s, 0, {household});
    suspended.category = u"traffic"_s;
    suspended.state = ItemState::Suspended;
    suspended.effectiveFrom = QDate(2026, 11, 1);
    suspended.stateNote = u"系统升级"_s;
    return {item(u"vaccination"_s, u"预防接种证办理"_s, u"health"_s, 0, {birth}), registration, card,
            item(u"medical-insurance"_s, u"城乡居民参保登记"_s, u"medical"_s, 5, {birth, household, insured}),
            item(u"birth-expenses"_s, u"生育医疗费用报销"_s, u"medical"_s, 5, {birth, marriage}), licence, suspended};
}

} // namespace

Catalogue sceneCatalogue()
{
    Catalogue::Content content;
    content.hallName = u"示范市政务服务中心"_s;
    content.division = u"990100"_s;
    const std::pair<QString, QString> departments[] = {{u"health"_s, u"卫生健康委"_s}, {u"police"_s, u"公安局"_s}, {u"social"_s, u"人力资源社会保障局"_s}, {u"medical"_s, u"医疗保障局"_s}, {u"civil"_s, u"民政局"_s}};
    for (const auto &[id, name] : departments)
        content.departments << Department{id, name, name, {}};
    content.categories = {{u"birth"_s, u"生育收养"_s}, {u"traffic"_s, u"交通出行"_s}};
    content.certificateTypes = {type(u"birth"_s, u"出生医学证明"_s, u"health"_s), type(u"household"_s, u"居民户口簿"_s, u"police"_s), type(u"marriage"_s, u"结婚证"_s, u"civil"_s),
                                type(u"licence"_s, u"机动车驾驶证"_s, u"police"_s), type(u"social"_s, u"社会保障卡"_s, u"social"_s),
                                type(u"insured-household"_s, u"新生儿户口页"_s, u"police"_s)};
    content.items = items();
    LifeEvent event;
    event.id = u"newborn"_s;
    event.effectiveFrom = QDate(2024, 1, 1);
    event.name = u"新生儿出生“一件事”"_s;
    event.description = u"一次办理新生儿出生后的五个事项"_s;
    event.synonyms = {u"生孩子"_s};
    event.leadDepartmentId = u"health"_s;
    event.promised = {10, LimitUnit::WorkingDay};
    event.steps = {{u"1"_s, u"vaccination"_s, {}, false}, {u"2"_s, u"birth-registration"_s, {}, false}, {u"3"_s, u"social-card"_s, {u"2"_s}, false},
                   {u"4"_s, u"medical-insurance"_s, {u"2"_s}, false}, {u"5"_s, u"birth-expenses"_s, {u"2"_s}, false}};
    Situation married;
    married.id = u"married"_s;
    married.question = u"新生儿父母是否已登记结婚？"_s;
    married.answers = {{u"yes"_s, u"已登记"_s, {}}, {u"no"_s, u"未登记"_s, {{AnswerEffect::Kind::DropMaterial, u"marriage-certificate"_s, {}}, {AnswerEffect::Kind::Ask, u"surname"_s, {}}}}};
    Situation surname;
    surname.id = u"surname"_s;
    surname.question = u"孩子随哪一方姓？"_s;
    surname.onAsk = true;
    surname.answers = {{u"mother"_s, u"随母亲"_s, {}}, {u"father"_s, u"随父亲"_s, {}}};
    Situation wants;
    wants.id = u"extra"_s;
    wants.question = u"还需要哪些服务？"_s;
    wants.multiple = true;
    wants.answers = {{u"post"_s, u"结果邮寄"_s, {}}, {u"sms"_s, u"短信通知"_s, {}}};
    event.situations = {married, surname, wants};
    content.lifeEvents = {event};
    const auto made = Catalogue::make(content, 1);
    if (!made)
        qFatal("the scenes' catalogue is refused: %s", qPrintable(made.error().detail));
    return *made;
}

QList<CertificateSummary> sceneCertificates()
{
    const struct {
        const char16_t *type;
        const char16_t *name;
        const char16_t *number;
        const char16_t *issuer;
        const char16_t *department;
        int days; ///< of validity left; 0: unlimited
        CertificateStatus status;
        Relation relation;
    } table[] = {
        {u"birth", u"出生医学证明", u"T9****218", u"卫生健康委", u"health", 0, CertificateStatus::Valid, Relation::Child},
        {u"household", u"居民户口簿", u"99****310", u"公安局", u"police", 0, CertificateStatus::Valid, Relation::Household},
        {u"marriage", u"结婚证", u"J9****007", u"民政局", u"civil", 0, CertificateStatus::Valid, Relation::Self},
        {u"social", u"社会保障卡", u"", u"人力资源社会保障局", u"social", 1700, CertificateStatus::Valid, Relation::Self},
        {u"licence", u"机动车驾驶证", u"99****128", u"公安局交通警察支队", u"police", 23, CertificateStatus::Valid, Relation::Self},
        {u"estate", u"不动产权证书", u"", u"自然资源局", u"land", 0, CertificateStatus::Valid, Relation::Self},
        {u"residence", u"居住证", u"", u"公安局", u"police", 0, CertificateStatus::Cancelled, Relation::Self},
        {u"education", u"学历证书", u"", u"教育局", u"education", 0, CertificateStatus::Valid, Relation::Self},
        {u"maternity", u"生育登记凭证", u"", u"卫生健康委", u"health", 0, CertificateStatus::Valid, Relation::Self},
        {u"insurance", u"医疗保障凭证", u"", u"医疗保障局", u"medical", -5, CertificateStatus::Valid, Relation::Self}};
    QList<CertificateSummary> all;
    for (const auto &row : table) {
        CertificateSummary summary;
        summary.identifier = u"id-"_s + QString::fromUtf16(row.type);
        summary.typeId = QString::fromUtf16(row.type);
        summary.typeName = QString::fromUtf16(row.name);
        summary.maskedNumber = QString::fromUtf16(row.number);
        summary.issuerName = QString::fromUtf16(row.issuer);
        summary.departmentId = QString::fromUtf16(row.department);
        summary.issueDate = QDate(2022, 5, 20);
        summary.validFrom = summary.issueDate;
        if (row.days != 0)
            summary.validTo = sceneDay().addDays(row.days);
        summary.status = row.status;
        summary.statusDate = QDate(2022, 9, 1);
        summary.relation = row.relation;
        summary.holderName = row.relation == Relation::Self ? u"李示例"_s : u"李*"_s;
        all << summary;
    }
    return all;
}

} // namespace yichuang::test
