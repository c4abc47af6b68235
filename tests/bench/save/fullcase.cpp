// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "fullcase.h"

#include "kit/figures.h"

#include <caseworld.h>

using namespace Qt::StringLiterals;

namespace yichuang::bench {

using namespace domain;

namespace {

constexpr int answerCount = 8;
constexpr int fieldCount = 30;
constexpr int materialCount = 20;
constexpr int certificateCount = 13;   ///< the materials that a certificate satisfies

/** Gives commands one after the other, each against the case as the one before left it. */
class Maker
{
public:
    Maker(const Clock &clock, FullCase &made) : m_clock(clock), m_made(made)
    {
        m_made.id = clock.newId();
        m_made.stamp.receivedAt = clock.now();
        m_made.stamp.legalDate = QDate(2026, 11, 23);
        m_made.stamp.ruleVersion = u"2026-11"_s;
    }

    CaseCommand give(const CommandBody &body)
    {
        CaseCommand command;
        command.id = m_clock.newId();
        command.caseId = m_made.id;
        command.baseRevision = m_now.revision;
        command.actor = test::clerk();
        command.time.wall = m_clock.now();
        command.time.monotonicMs = m_clock.monotonicMs();
        command.time.bootId = m_clock.bootId();
        command.body = body;
        auto after = apply(m_now, command, m_made.stamp);
        if (!after)
            giveUp(commandName(body) + u' ' + after.error().detail);
        m_now = std::move(*after);
        return command;
    }

    void draft(const CommandBody &body) { m_made.draft.append(give(body)); }

private:
    const Clock &m_clock;
    FullCase &m_made;
    Case m_now;
};

void giveAnswersAndFields(Maker &maker, const Clock &clock)
{
    for (int i = 0; i < answerCount; ++i)
        maker.draft(command::AnswerSituation{u"newborn/question-%1"_s.arg(i), QStringList{i % 2 == 0 ? u"yes"_s : u"no"_s}});
    for (int i = 0; i < fieldCount; ++i) {
        FieldValue value;
        value.value = i % 3 == 0 ? u"示例市示例区示例街道示例社区%1号楼2单元"_s.arg(i) : u"示例内容%1"_s.arg(i);
        value.source = i % 2 == 0 ? FieldSource::Certificate : FieldSource::Operator;
        value.sourceRef = value.source == FieldSource::Certificate ? u"1.2.156.3005.2.11100000000014009D023.990100.000000%1"_s.arg(i) : QString();
        value.changedAt = clock.now();
        value.changedBy = u"clerk01"_s;
        maker.draft(command::SetField{u"newborn.field-%1"_s.arg(i), value});
    }
}

void giveMaterials(Maker &maker, const Clock &clock)
{
    for (int i = 0; i < materialCount; ++i) {
        MaterialState state = test::material(i < certificateCount ? MaterialWay::Certificate
                                             : i % 2 == 0         ? MaterialWay::OriginalSeen
                                                                  : MaterialWay::FileAttached);
        if (state.way == MaterialWay::Certificate)
            state.certificateIdentifier = u"1.2.156.3005.2.11100000000014009D023.990100.000000%1"_s.arg(i);
        state.at = clock.now();
        state.by = u"clerk01"_s;
        maker.draft(command::SetMaterial{u"material-%1"_s.arg(i), state});
    }
}

} // namespace

FullCase makeFullCase(const Clock &clock, int serial)
{
    FullCase made;
    Maker maker(clock, made);
    maker.draft(command::OpenCase{QDate(2026, 11, 23)});
    Party applicant = test::applicant();
    // Numbers by count: of a kind that has no check character.
    applicant.documentKind = u"990"_s;
    applicant.number = u"9901001990%1"_s.arg(serial, 8, 10, QLatin1Char('0'));
    maker.draft(command::SetApplicant{applicant});
    maker.draft(command::SetAgency{test::agency()});
    command::ChooseLifeEvent event{u"newborn"_s, 1, {}};
    const QStringList names{u"出生医学证明办理"_s, u"预防接种证办理"_s, u"户口登记（申报出生登记）"_s,
                            u"城乡居民基本医疗保险参保登记"_s, u"社会保障卡申领"_s};
    for (int i = 0; i < int(names.size()); ++i) {
        command::AddItem item = test::addItem(1, u"newborn-item-%1"_s.arg(i), u"department-%1"_s.arg(i));
        item.partId = clock.newId();
        item.itemName = names.at(i);
        event.items.append(item);
    }
    maker.draft(event);
    giveAnswersAndFields(maker, clock);
    giveMaterials(maker, clock);
    made.receive = maker.give(command::ReceiveMaterials{u"R-990100-%1"_s.arg(serial, 8, 10, QLatin1Char('0')), true});
    return made;
}

} // namespace yichuang::bench
