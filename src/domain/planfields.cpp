// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "planparts.h"

#include <algorithm>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

/** One field as one owner asks for it; the item is empty for the life event. */
struct FieldUse {
    const FormField *field;
    QString itemId;
};

/** Decides values and visibility over all uses before the union is made, because fields can show each other. */
class FieldUnion
{
public:
    FieldUnion(const PlanInput &input, const ItemSelection &selection) : m_input(input)
    {
        for (const PlannedSituation &situation : selection.walk.situations)
            m_answers.insert(situation.key, situation.answers);
        for (const OwnedEffect &each : selection.walk.effects) {
            if (each.effect.kind == AnswerEffect::Kind::SetField)
                m_set.insert(each.effect.target, each.effect.value);
        }
        if (input.lifeEvent)
            add(input.lifeEvent->fields, {});
        for (const ServiceItem *item : selection.items)
            add(item->fields, item->id);
    }

    QList<PlannedField> planned()
    {
        QList<PlannedField> fields;
        QHash<QString, qsizetype> places;
        for (const FieldUse &use : std::as_const(m_uses)) {
            if (!isShown(*use.field, {}))
                continue;
            const auto place = places.constFind(use.field->id);
            if (place != places.cend()) {
                merge(fields[*place], use);
                continue;
            }
            places.insert(use.field->id, fields.size());
            PlannedField planned;
            planned.field = *use.field;
            if (!use.itemId.isEmpty())
                planned.itemIds.append(use.itemId);
            fields.append(planned);
        }
        for (PlannedField &field : fields)
            settle(field);
        return fields;
    }

private:
    void add(const QList<FormField> &fields, const QString &itemId)
    {
        for (const FormField &field : fields)
            m_uses.append({&field, itemId});
    }

    static void merge(PlannedField &planned, const FieldUse &use)
    {
        planned.field.required = planned.field.required || use.field->required;
        planned.field.maxLength = std::min(planned.field.maxLength, use.field->maxLength);
        for (const QString &path : use.field->prefill) {
            if (!planned.field.prefill.contains(path))
                planned.field.prefill.append(path);
        }
        if (!use.itemId.isEmpty())
            planned.itemIds.append(use.itemId);
    }

    /** The operator's word wins; then an answer's effect, what the case holds, and the sources. */
    std::pair<FieldValue, bool> valueOf(const FormField &field) const
    {
        const auto kept = m_input.fields.constFind(field.id);
        const bool has = kept != m_input.fields.cend();
        if (has && kept->source == FieldSource::Operator)
            return {*kept, false};
        const auto set = m_set.constFind(field.id);
        if (set != m_set.cend())
            return {FieldValue{*set, FieldSource::Answer, {}, {}, {}}, !has || kept->value != *set};
        // A kept value of an answer that no longer stands has lost its ground.
        if (has && kept->source != FieldSource::Answer)
            return {*kept, false};
        const std::optional<FieldValue> prefilled = prefilledValue(field, m_input);
        return {prefilled.value_or(FieldValue()), prefilled.has_value()};
    }

    void settle(PlannedField &planned) const
    {
        std::tie(planned.value, planned.prefilled) = valueOf(planned.field);
        const auto checked = checkFieldValue(planned.field, planned.value.value, m_input.date);
        if (!checked)
            planned.problem = checked.error();
    }

    bool isShown(const FormField &field, QStringList open) const
    {
        if (field.showIf.isEmpty())
            return true;
        // Two fields that show each other stay hidden until a third shows one.
        if (open.contains(field.id))
            return false;
        open.append(field.id);
        const qsizetype equals = field.showIf.indexOf(u'=');
        const QString left = field.showIf.left(equals);
        const QString right = field.showIf.mid(equals + 1);
        if (left.contains(u'/'))
            return m_answers.value(left).contains(right);
        return std::any_of(m_uses.cbegin(), m_uses.cend(), [&](const FieldUse &use) {
            return use.field->id == left && isShown(*use.field, open) && valueOf(*use.field).first.value == right;
        });
    }

    const PlanInput &m_input;
    QList<FieldUse> m_uses;
    QMap<QString, QStringList> m_answers;
    QMap<QString, QString> m_set;
};

} // namespace

QList<PlannedField> planFields(const PlanInput &input, const ItemSelection &selection)
{
    return FieldUnion(input, selection).planned();
}

} // namespace yichuang::domain
