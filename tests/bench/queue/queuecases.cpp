// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "queuecases.h"

#include <domain/casenumber.h>
#include <domain/uuid7.h>

using namespace Qt::StringLiterals;

namespace yichuang::bench {

namespace {

// Commonest first; the draw below favours the front.
const QString surnames = u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷"_s;
const QString givens = u"伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文斌鹏宇浩博晨雨欣怡佳慧婷雪琳颖倩思远子轩梓涵诗一鸣"_s;

const QStringList items{
    u"出生医学证明办理"_s, u"预防接种证办理"_s, u"户口登记（申报出生登记）"_s, u"城乡居民基本医疗保险参保登记"_s,
    u"社会保障卡申领"_s, u"生育保险待遇核定支付"_s, u"职工正常退休申请"_s, u"基本养老保险待遇申领"_s,
    u"住房公积金离退休提取"_s, u"老年人优待证办理"_s, u"残疾人证新办"_s, u"困难残疾人生活补贴"_s,
    u"重度残疾人护理补贴"_s, u"户口注销登记"_s, u"丧葬补助金申领"_s, u"公积金账户余额提取"_s,
    u"灵活就业人员参保登记"_s, u"灵活就业社会保险补贴"_s, u"居住证签注"_s, u"流动人口居住登记"_s,
    u"机动车驾驶证补换领"_s, u"个体工商户注册登记"_s, u"食品经营许可"_s, u"不动产转移登记"_s,
    u"婚姻登记档案查询"_s, u"最低生活保障申请"_s, u"公共租赁住房申请"_s, u"义务教育入学登记"_s};

struct Event {
    QString name;
    int firstItem;
    int items;
};
const QList<Event> events{{u"新生儿出生一件事"_s, 0, 6},  {u"企业职工退休一件事"_s, 6, 4},
                          {u"残疾人服务一件事"_s, 10, 3}, {u"公民身后一件事"_s, 13, 3},
                          {u"灵活就业一件事"_s, 16, 2}};

constexpr int workingDays = 1000;
constexpr qint64 dayMs = 86'400'000;

} // namespace

QString QueueCases::personName()
{
    // The smaller of two draws: the first surname is borne by two in every hundred, the last by almost nobody.
    const int surname = std::min(below(int(surnames.size())), below(int(surnames.size())));
    QString name = surnames.at(surname);
    for (int i = 0; i < 1 + below(2); ++i)
        name += givens.at(std::min(below(int(givens.size())), below(int(givens.size()))));
    return name + u"示例"_s;
}

QString QueueCases::personNumber()
{
    const QDate birth = QDate(1940, 1, 1).addDays(below(27'000));
    return u"99010%1%2%3%4"_s.arg(below(8)).arg(birth.toString(u"yyyyMMdd"_s)).arg(below(1000), 3, 10, QLatin1Char('0')).arg(below(10));
}

void QueueCases::addParts(QueueCase &made)
{
    const bool single = below(10) < 7;
    const Event &event = events.at(below(int(events.size())));
    const int first = single ? below(int(items.size())) : event.firstItem;
    const int count = single ? 1 : event.items;
    made.event = single ? QString() : event.name;
    made.onCase.lifeEventId = made.event;
    for (int i = 0; i < count; ++i) {
        domain::CasePart part;
        part.itemName = items.at(first + i);
        part.departmentId = QString::number((first + i) % 12);
        part.state = domain::PartState::Finished;
        made.onCase.parts.append(part);
    }
}

/** What the case has come to: of the newest hundredth most are under way, of the others a few. */
void QueueCases::settle(QueueCase &made)
{
    using domain::CaseStage;
    using domain::PartState;
    const bool young = m_made > m_count - std::max(m_count / 100, 200);
    const int draw = below(1000);
    const bool open = draw < (young ? 700 : 5);
    made.onCase.stage = open ? (draw % 10 == 0 ? CaseStage::Received : CaseStage::InProgress)
                             : (draw > 985 ? CaseStage::Withdrawn : CaseStage::Finished);
    if (open) {
        for (domain::CasePart &part : made.onCase.parts) {
            part.state = draw % 40 == 1 ? PartState::CorrectionAsked : PartState::InReview;
            part.promisedDue = made.onCase.openedAt.date().addDays(3 + below(30));
        }
    }
    if (young && below(100) == 0) {
        made.onCase.stage = CaseStage::Draft;
        made.onCase.number.clear();
    }
    made.waiting = young && open && below(50) == 0 ? 1 + below(3) : 0;
}

QueueCase QueueCases::next()
{
    QueueCase made;
    domain::Case &onCase = made.onCase;
    const int perDay = std::max(1, m_count / workingDays);
    const QDate day = QDate(2026, 11, 23).addDays(-workingDays + std::min(m_made / perDay, workingDays));
    const qint64 within = 8 * 3'600'000 + qint64(m_made % perDay) * (8 * 3'600'000 / perDay);
    onCase.openedAt = QDateTime::fromMSecsSinceEpoch(QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()
                                                         + std::min(within, dayMs - 1), Qt::UTC);
    // Beyond the last day there is only one more: its cases come one millisecond after the other.
    if (m_made / perDay > workingDays)
        onCase.openedAt = onCase.openedAt.addMSecs(m_made);
    onCase.id = domain::makeUuid7(onCase.openedAt.toMSecsSinceEpoch(), QByteArray::number(m_made).rightJustified(10, '0'));
    onCase.number = domain::CaseNumber::make(u"990100"_s, day, m_made % perDay).text();
    onCase.openedBy.operatorId = u"clerk%1"_s.arg(below(20));
    onCase.applicant.emplace();
    onCase.applicant->name = personName();
    onCase.applicant->number = personNumber();
    addParts(made);
    ++m_made;
    settle(made);
    return made;
}

} // namespace yichuang::bench
