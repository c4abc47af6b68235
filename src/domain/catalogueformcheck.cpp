// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "cataloguecheck.h"
#include "materialways.h"

#include <QRegularExpression>
#include <algorithm>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

const Situation *situationOf(const QList<Situation> &situations, const QString &id)
{
    const auto found = std::find_if(situations.cbegin(), situations.cend(), [&](const Situation &each) { return each.id == id; });
    return found == situations.cend() ? nullptr : &*found;
}

/** Walks Ask effects; `open` holds the chain that led here. */
bool asksInCircle(const QList<Situation> &situations, const QString &id, QStringList open)
{
    if (open.contains(id))
        return true;
    open.append(id);
    const Situation *situation = situationOf(situations, id);
    if (!situation)
        return false;
    for (const SituationAnswer &answer : situation->answers) {
        for (const AnswerEffect &effect : answer.effects) {
            if (effect.kind == AnswerEffect::Kind::Ask && asksInCircle(situations, effect.target, open))
                return true;
        }
    }
    return false;
}

bool knowsMaterial(const QString &target, const FormOwner &owner, const CatalogueIds &ids)
{
    const EffectTarget to = effectTarget(target);
    if (!to.itemId.isEmpty())
        return ids.materialsOf.value(to.itemId).contains(to.key);
    return std::any_of(owner.items.cbegin(), owner.items.cend(), [&](const QString &item) { return ids.materialsOf.value(item).contains(to.key); });
}

bool isKnown(const AnswerEffect &effect, const QList<Situation> &situations, const QSet<QString> &fieldIds, const FormOwner &owner,
             const CatalogueIds &ids)
{
    switch (effect.kind) {
    case AnswerEffect::Kind::AddMaterial:
    case AnswerEffect::Kind::DropMaterial:
        return knowsMaterial(effect.target, owner, ids);
    case AnswerEffect::Kind::AddItem:
    case AnswerEffect::Kind::DropItem:
        return owner.isEvent ? owner.items.contains(effect.target) : ids.items.contains(effect.target) && effect.target != owner.id;
    case AnswerEffect::Kind::Ask: {
        const Situation *asked = situationOf(situations, effect.target);
        return asked && asked->onAsk;
    }
    case AnswerEffect::Kind::Stop:
        return !effect.value.trimmed().isEmpty();
    case AnswerEffect::Kind::SetField:
        return fieldIds.contains(effect.target);
    }
    return false;
}

bool isPrefillPath(const QString &path, const CatalogueIds &ids)
{
    static const QRegularExpression card(
        u"^(card|agent)\\.(name|englishName|passNumber|sex|birth|number|ethnic|address|nationality|phone|issuer|validFrom|validTo|documentKind)$"_s);
    if (path.startsWith("constant:"_L1) || path == "agent.relation"_L1 || card.match(path).hasMatch())
        return true;
    if (!path.startsWith("certificate:"_L1) && !path.startsWith("own-certificate:"_L1))
        return false;
    const QString rest = path.mid(path.indexOf(u':') + 1);
    const qsizetype dot = rest.indexOf(u'.');
    return dot > 0 && dot + 1 < rest.size() && ids.types.contains(rest.left(dot));
}

bool isShowIf(const QString &showIf, const QList<FormField> &fields, const QList<Situation> &situations, const FormOwner &owner)
{
    const qsizetype equals = showIf.indexOf(u'=');
    if (equals <= 0)
        return false;
    const QString left = showIf.left(equals);
    const QString right = showIf.mid(equals + 1);
    if (!left.contains(u'/'))
        return std::any_of(fields.cbegin(), fields.cend(), [&](const FormField &field) { return field.id == left; });
    if (left.section(u'/', 0, 0) != owner.id)
        return false;
    const Situation *situation = situationOf(situations, left.section(u'/', 1));
    return situation && std::any_of(situation->answers.cbegin(), situation->answers.cend(), [&](const SituationAnswer &answer) { return answer.id == right; });
}

Result<void> checkField(const FormField &field, const QString &path, const CatalogueIds &ids)
{
    if (field.maxLength < 1 || field.maxLength > 1000)
        return badEntry(path, u"maxLength"_s);
    if (!field.pattern.isEmpty() && !QRegularExpression(field.pattern).isValid())
        return badEntry(path, u"pattern"_s);
    QSet<QString> choices;
    for (const auto &choice : field.choices)
        choices.insert(choice.first);
    const bool chosen = field.type == FieldType::Choice;
    if (choices.size() != field.choices.size() || choices.contains(QString()) || choices.isEmpty() == chosen)
        return badEntry(path, u"choices"_s);
    for (const QString &prefill : field.prefill) {
        if (!isPrefillPath(prefill, ids))
            return badEntry(path, u"prefill "_s + prefill);
    }
    return {};
}

} // namespace

Result<void> checkSituations(const QList<Situation> &situations, const QSet<QString> &fieldIds, const FormOwner &owner, const CatalogueIds &ids)
{
    QSet<QString> seen;
    for (const Situation &situation : situations) {
        const QString path = owner.path + u" situation "_s + situation.id;
        if (situation.id.isEmpty() || seen.contains(situation.id) || situation.answers.isEmpty())
            return badEntry(path, u"id or answers"_s);
        seen.insert(situation.id);
        QSet<QString> answers;
        for (const SituationAnswer &answer : situation.answers) {
            if (answer.id.isEmpty() || answers.contains(answer.id))
                return badEntry(path, u"answer id "_s + answer.id);
            answers.insert(answer.id);
            for (const AnswerEffect &effect : answer.effects) {
                if (!isKnown(effect, situations, fieldIds, owner, ids))
                    return badEntry(path, u"effect of answer %1 on '%2'"_s.arg(answer.id, effect.target));
            }
        }
    }
    for (const Situation &situation : situations) {
        if (asksInCircle(situations, situation.id, {}))
            return failure(FailureCode::CatalogueCycle, owner.path + u": situation "_s + situation.id);
    }
    return {};
}

Result<void> checkFields(const QList<FormField> &fields, const QList<Situation> &situations, const FormOwner &owner, const CatalogueIds &ids)
{
    QSet<QString> seen;
    for (const FormField &field : fields) {
        const QString path = owner.path + u" field "_s + field.id;
        if (field.id.isEmpty() || field.id.contains(u'/') || seen.contains(field.id))
            return badEntry(path, u"id"_s);
        seen.insert(field.id);
        if (const auto checked = checkField(field, path, ids); !checked)
            return checked;
        if (!field.showIf.isEmpty() && !isShowIf(field.showIf, fields, situations, owner))
            return badEntry(path, u"showIf "_s + field.showIf);
    }
    return {};
}

} // namespace yichuang::domain
