// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace yichuang::desk {

/**
 * What of the counter has the keyboard, and so where a draft that is opened again is gone on with. It is kept with the draft:
 * keys of the catalogue and names of fields, nothing of a person.
 */
struct WorkPlace {
    /** Nowhere: a button, another page. Missing: wherever the first thing that is missing leads. */
    enum class Part { Nowhere, Missing, Certificates, Items, Situations, Form, Materials, Applicant, Agent };
    Part part = Part::Nowhere;
    QString key; ///< of the question, field or material, or the name of a person's entry; empty: the part as a whole
    friend bool operator==(const WorkPlace &, const WorkPlace &) = default;

    [[nodiscard]] bool isField(const QString &id) const { return part == Part::Form && key == id; }
};

/** As it is kept; empty for what is not: nowhere, and what is missing. */
[[nodiscard]] QString textOf(const WorkPlace &place);
/** Nowhere for any text that textOf never gives. */
[[nodiscard]] WorkPlace workPlaceFrom(const QString &text);

} // namespace yichuang::desk
