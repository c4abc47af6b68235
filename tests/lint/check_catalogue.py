#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Proves the demo city's catalogue: references, codes, complete and unrepeated guide texts, and answers that change the plan."""
import csv
import datetime
import itertools
import json
import pathlib
import re
import sys

TODAY = datetime.date(2026, 11, 23)  # the day the demo city lives in
ORGANISATION_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CARD_PATHS = {"name", "number", "birth", "sex", "ethnic", "address", "phone"}
ITEM_TYPES = {"00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "20"}
FIELD_TYPES = {"text", "multiline-text", "number", "date", "choice", "phone", "citizen-number", "person-number", "organisation-code", "boolean"}
HOLDERS = {"applicant", "spouse", "child", "parent", "deceased", "household", "agent"}
HINT_RELATIONS = {"self", "spouse", "child", "parent", "deceased", "household", "organisation"}
WAYS = {"certificate", "original-seen", "file-attached", "self-made", "promise", "deferred"}
STATES = {"in-use", "suspended", "cancelled", "draft"}
LEVELS = ("national", "provincial", "municipal", "county", "township", "village", "graded")  # digits 1 to 7 of the implementation code
NATURES = {"statutory", "authorised", "entrusted", "other"}
POWERS = {"own-level", "devolved", "authorised", "entrusted"}
SERVICE_OBJECTS = {"person", "enterprise", "institution", "social-organisation", "unincorporated", "government-body", "other-organisation"}
HANDLING_FORMS = {"window", "web", "mobile", "courier", "other"}
AREAS = {"nationwide", "across-provinces", "across-cities", "across-counties"}
PROCEDURES = {"hearing", "expert-review", "inspection", "site-check", "public-notice", "appraisal", "enquiry", "other"}
MATERIAL_FORMS = {"paper", "electronic", "either"}
MATERIAL_ORIGINS = {"applicant", "authority", "intermediary", "other"}
ANSWER_DAYS = 5  # working days for the answer to a received application, administrative licence law art. 32
LICENCE = "01"   # 行政许可 in the table of item types
LIFE_EVENTS = {"newborn", "retirement", "social-security-card", "disability", "after-death", "flexible-employment"}
MATERIAL_TEXTS = ("reason", "legalBasis", "instructions", "acceptanceStandard", "commonMistake")
GUIDE_TEXTS = ("legalBasis", "acceptingUnit", "conditions", "resultName", "resultSample", "modelText", "place", "hours",
               "enquiry", "complaint", "limitNote")
# The demo's citations were written down from memory. Nobody may take one for the law's word, so each says what it is.
UNCHECKED = "（演示文本，未经核对）"
# The desk itself offers this choice under every question that takes several answers.
NONE_OF_THEM = r"(以上)?(都|均|全)(没有|不|无)|^(无|没有|以上没有)$"
LONGEST_SHARED_TEXT = 12  # characters; a longer text belongs to one item only

# What the label of a person's own number ends with, on a form and on a certificate. A certificate's own serial is called 证号 or 编号.
PERSON_NUMBER = ("身份号码", "身份证号", "身份证件号", "证件号码", "证件号", "社会保障号码", "纳税人识别号")
PERSON_NUMBER_TYPES = {"person-number", "citizen-number"}

# Fields that speak of the applicant, whoever else's certificates are at hand: a dead parent's account gets no benefit.
OF_THE_APPLICANT = {"applicantName", "applicantNumber", "bankAccount", "address", "birth", "ethnic"}

findings = []


def report(where, text):
    findings.append(f"{where}: {text}")


def load(folder):
    """All files of the catalogue as one content value; each item carries nothing of where it came from."""
    def read(path):
        return json.loads(path.read_text(encoding="utf-8"))
    content = read(folder / "city.json")
    content["certificateTypes"] = read(folder / "certificate-types.json")
    content["items"] = []
    for path in sorted((folder / "items").glob("*.json")):
        for item in read(path):
            content["items"].append(item)
            if item["departmentId"] != path.stem:
                report(item["id"], f"stands in {path.name} but belongs to {item['departmentId']}")
    content["lifeEvents"] = [read(path) for path in sorted((folder / "life-events").glob("*.json"))]
    return content


def organisation_code_is_valid(code):
    """GB 32100 over 18 characters and GB 11714 over the organisation part inside."""
    if len(code) != 18 or any(c not in ORGANISATION_ALPHABET for c in code):
        return False
    total = sum(ORGANISATION_ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(code[:17]))
    if ORGANISATION_ALPHABET[-total % 31] != code[17]:
        return False
    inner = sum(int(c, 36) * w for c, w in zip(code[8:16], (3, 7, 9, 10, 5, 8, 4, 2)))
    check = 11 - inner % 11
    return code[16] == {10: "X", 11: "0"}.get(check, str(check))


def in_force(versioned, day=TODAY):
    start = datetime.date.fromisoformat(versioned["effectiveFrom"])
    end = versioned.get("effectiveTo")
    return start <= day and (end is None or day <= datetime.date.fromisoformat(end))


def days(limit):
    """Natural days of a limit, for comparing limits of different units."""
    return limit["value"] * {"working-day": 1.4, "natural-day": 1, "month": 30, "year": 365}[limit["unit"]]


def check_unique(where, ids):
    seen = set()
    for one in ids:
        if one in seen:
            report(where, f"{one} stands twice")
        seen.add(one)


def check_city(content):
    division = content["division"]
    if not content.get("hallName") or not re.fullmatch(r"99\d{4}", division):
        report("city", "needs a hall name and a fictional division that begins with 99")
    for department in content["departments"]:
        code = department["organisationCode"]
        if not organisation_code_is_valid(code) or code[2:8] != division:
            report(department["id"], f"organisation code {code} is wrong or of another division")
    for kind in ("departments", "categories", "purposes", "certificateTypes"):
        check_unique(kind, [one["id"] for one in content[kind]])
        for one in content[kind]:
            if not one.get("name"):
                report(one["id"], "has no name")
    check_unique("organisation codes", [d["organisationCode"] for d in content["departments"]])
    check_unique("type codes", [t["code"] for t in content["certificateTypes"]])


def check_certificate_types(content):
    departments = {d["id"] for d in content["departments"]}
    current = {i["id"] for i in content["items"] if in_force(i)}
    for kind in content["certificateTypes"]:
        where = f"certificate type {kind['id']}"
        if not re.fullmatch(r"[A-Z0-9]{18}\d{3}", kind["code"]) or not organisation_code_is_valid(kind["code"][:18]):
            report(where, f"type code {kind['code']} is wrong")
        if kind["departmentId"] not in departments:
            report(where, f"unknown department {kind['departmentId']}")
        if not kind["faceFields"] or not kind["holder"] or kind["expiryNoticeDays"] < 1:
            report(where, "needs a holder, face fields and days of notice")
        check_unique(where, [f["id"] for f in kind["faceFields"]])
        if any(not f["text"] for f in kind["faceFields"]):
            report(where, "a face field has no label")
        check_expectation(where, kind, content)
        renewal = kind.get("renewalItem")
        if renewal and renewal not in current:
            report(where, f"renewal item {renewal} is not in force")


def check_expectation(where, kind, content):
    """What is expected with another certificate is proposed by an item in force that yields it."""
    expected, issuing = kind.get("expectedWith", []), kind.get("issueItem")
    check_unique(where, expected)
    if not set(expected) <= {t["id"] for t in content["certificateTypes"]} - {kind["id"]}:
        report(where, f"is expected with unknown certificates or with itself: {expected}")
    if bool(expected) != bool(issuing):
        report(where, "an expected certificate and the item that issues it go together")
    if issuing and not any(kind["id"] in i["resultTypes"] and in_force(i) for i in content["items"] if i["id"] == issuing):
        report(where, f"item {issuing} is not in force or does not yield it")


def check_counts(content):
    current = {i["id"] for i in content["items"] if in_force(i)}
    if len(content["departments"]) < 12 or len(content["certificateTypes"]) < 40 or len(current) < 60:
        report("counts", f"{len(content['departments'])} departments, {len(content['certificateTypes'])} certificate types, "
                         f"{len(current)} items in force; 12, 40 and 60 are the least")
    missing = LIFE_EVENTS - {e["id"] for e in content["lifeEvents"] if in_force(e)}
    if missing:
        report("counts", f"life events missing: {sorted(missing)}")
    waiting = {i["id"] for i in content["items"] if in_force(i) and i.get("acceptance", {}).get("by") == "department"}
    if not 6 <= len(waiting) <= len(current) // 3:
        report("counts", f"{len(waiting)} of {len(current)} items are accepted by their department; some, but a minority")
    idle = {d["id"] for d in content["departments"]} - {i["departmentId"] for i in content["items"]}
    if idle:
        report("counts", f"departments without an item: {sorted(idle)}")
    retired = [i["id"] for i in content["items"] if i.get("effectiveTo") and i["id"] not in current]
    if not retired:
        report("counts", "no item is retired")
    if all(i["state"] != "suspended" for i in content["items"] if in_force(i)):
        report("counts", "no item is suspended")


def check_versions(kind, entries):
    """Versions of one id follow each other without overlap; at least one item has two."""
    groups = {}
    for entry in entries:
        groups.setdefault(entry["id"], []).append(entry)
    for name, versions in groups.items():
        versions.sort(key=lambda v: v["version"])
        if [v["version"] for v in versions] != list(range(1, len(versions) + 1)):
            report(name, "versions do not count from 1")
        for older, newer in itertools.pairwise(versions):
            end = older.get("effectiveTo")
            start = datetime.date.fromisoformat(newer["effectiveFrom"])
            if end is None or datetime.date.fromisoformat(end) + datetime.timedelta(days=1) != start:
                report(name, f"version {newer['version']} does not start the day after version {older['version']} ends")
    if kind == "items" and all(len(v) == 1 for v in groups.values()):
        report("counts", "no item has two versions")


def check_codes(content):
    organisation = {d["id"]: d["organisationCode"] for d in content["departments"]}
    owner = {}
    for item in content["items"]:
        basic, implementation, handling = item["basicCode"], item["implementationCode"], item["handlingCode"]
        if (len(basic), len(implementation), len(handling)) != (12, 31, 33):
            report(item["id"], "codes need 12, 31 and 33 characters")
        if implementation[:18] != organisation.get(item["departmentId"]) or implementation[19:] != basic:
            report(item["id"], "implementation code is not organisation code, level and basic code")
        if not re.fullmatch(r"[1-7]", implementation[18]) or handling[:31] != implementation:
            report(item["id"], "level or handling code is wrong")
        if item["itemType"] not in ITEM_TYPES or basic[2:4] != item["itemType"]:
            report(item["id"], f"item type {item['itemType']} does not fit its basic code")
        if owner.setdefault(basic, item["id"]) != item["id"]:
            report(item["id"], f"basic code is that of {owner[basic]} too")


def check_item_head(item, departments, categories):
    where = item["id"]
    if item["departmentId"] not in departments or item["category"] not in categories:
        report(where, "unknown department or category")
    if len(item["synonyms"]) < 2 or not all(item["synonyms"]) or not item["name"]:
        report(where, "needs a name and at least two colloquial names")
    if days(item["statutory"]) < days(item["promised"]):
        report(where, "promises more time than the law allows")
    if (item["kind"] == "immediate") != (item["promised"]["value"] == 0):
        report(where, "an immediate item promises 0 days, any other more")
    if not 0 <= item["visits"] <= 3:
        report(where, "number of visits is odd")
    check_acceptance(item)
    for fee in item["fees"]:
        if not fee["name"] or fee["fen"] < 0 or not fee.get("basis") or not fee.get("reduction"):
            report(where, "a fee needs a name, an amount, its basis and its reduction")


def check_acceptance(item):
    """Who accepts: the window unless the item says otherwise; a licence is examined first, and nobody waits longer than the law lets."""
    where, acceptance = item["id"], item.get("acceptance", {"by": "window"})
    limit = acceptance.get("limit", {"value": ANSWER_DAYS, "unit": "working-day"})
    if acceptance.get("by") not in {"window", "department"}:
        report(where, "it is neither the window nor the department that accepts it")
    if limit["unit"] != "working-day" or not 1 <= limit["value"] <= ANSWER_DAYS:
        report(where, f"an answer to what was received comes within 1 to {ANSWER_DAYS} working days")
    if item["kind"] == "immediate" and acceptance.get("by") != "window":
        report(where, "is finished at the counter, but waits for its department to accept it")
    if item["itemType"] == LICENCE and item["kind"] == "promised" and acceptance.get("by") != "department":
        report(where, "is a licence that the department examines, but the window accepts it")


def check_elements(item):
    """The mandatory coded elements of GB/T 39554.2, each of its table and none against another."""
    where, channels, authority = item["id"], item.get("channels", {}), item.get("authority", {})
    ended = bool(item.get("effectiveTo")) and datetime.date.fromisoformat(item["effectiveTo"]) < TODAY
    if item.get("state") not in STATES or (item["state"] == "cancelled") != ended:
        report(where, "state is unknown, or does not fit its last day")
    if (item["state"] == "suspended") != bool(item.get("stateNote")):
        report(where, "a suspended item, and no other, says why it is suspended")
    if authority.get("level") not in LEVELS or authority.get("nature") not in NATURES or authority.get("power") not in POWERS:
        report(where, "exercise level, nature of the body or source of its power is unknown")
    elif item["implementationCode"][18] != str(LEVELS.index(authority["level"]) + 1):
        report(where, "exercise level is not the one of its implementation code")
    serves = item.get("serves", [])
    if not serves or not set(serves) <= SERVICE_OBJECTS or serves != sorted(serves):
        report(where, "service objects are empty, unknown or unsorted")
    check_channels(item, channels)
    if "specialProcedures" not in item:
        report(where, "does not say which special procedures it has")
    for procedure in item.get("specialProcedures", []):
        if procedure["kind"] not in PROCEDURES or procedure["limit"]["value"] < 1 or not procedure.get("reason"):
            report(where, "a special procedure needs a known kind, a time and its reason")
    if (item.get("resultKind") == "certificate") != bool(item["resultTypes"]) or item.get("resultKind") not in {"certificate", "approval", "other"}:
        report(where, "a result is a certificate exactly where a certificate type is named")


def check_channels(item, channels):
    where, forms = item["id"], channels.get("forms", [])
    if not forms or not set(forms) <= HANDLING_FORMS or forms != sorted(forms) or channels.get("area") not in AREAS | {None}:
        report(where, "handling forms or area are empty, unknown or unsorted")
    for name in ("inHall", "online", "onlinePayment", "courier"):
        if not isinstance(channels.get(name), bool):
            report(where, f"does not say yes or no to {name}")
    if channels.get("online") != bool({"web", "mobile"} & set(forms)) or channels.get("inHall") != ("window" in forms):
        report(where, "online or in the hall does not fit its handling forms")
    if item["visits"] == 0 and not channels.get("online"):
        report(where, "promises no visit, but can be had at a window only")
    if "courier" in forms and not channels.get("courier"):
        report(where, "is applied for by courier, but nothing is sent")
    if channels.get("onlinePayment") != any(fee["fen"] for fee in item["fees"]):
        report(where, "online payment and a fee go together")


def check_result(item, types):
    for kind in item["resultTypes"]:
        if kind not in types:
            report(item["id"], f"unknown result type {kind}")
        elif not item["guide"]["resultName"].startswith(types[kind]["name"]):
            report(item["id"], f"yields {types[kind]['name']}, but its result reads {item['guide']['resultName']}")


def check_guide(item):
    where, guide = item["id"], item["guide"]
    for name in GUIDE_TEXTS:
        if not guide.get(name):
            report(where, f"guide has no {name}")
    if "《" not in guide.get("legalBasis", ""):
        report(where, "legal basis names no act")
    for name, least, members in (("steps", 3, ("name", "who", "duration")), ("questions", 2, ("id", "text"))):
        if len(guide[name]) < least:
            report(where, f"guide has fewer than {least} {name}")
        if any(not entry.get(member) for entry in guide[name] for member in members):
            report(where, f"an entry of {name} is incomplete")
    if len(guide["mistakes"]) < 2 or not all(guide["mistakes"]):
        report(where, "guide has fewer than 2 mistakes")


def check_citations(item):
    cited = [item["guide"].get("legalBasis", "")] + [m.get("legalBasis", "") for m in item["materials"]] \
        + [fee.get("basis", "") for fee in item["fees"]]
    for text in cited:
        if text and not text.endswith(UNCHECKED):
            report(item["id"], f"presents as checked what is only demonstration text: {text}")


def check_materials(item, types):
    where = item["id"]
    if not item["materials"]:
        report(where, "asks for no material")
    check_unique(where, [m["key"] for m in item["materials"]])
    for material in item["materials"]:
        here = f"{where}/{material['key']}"
        for name in MATERIAL_TEXTS + ("source", "name"):
            if not material.get(name):
                report(here, f"has no {name}")
        if material["kind"] not in {"certificate", "form", "other"} or material["holder"] not in HOLDERS:
            report(here, "unknown kind or holder")
        if material.get("form") not in MATERIAL_FORMS or material.get("origin") not in MATERIAL_ORIGINS:
            report(here, "unknown form or origin")
        elif (material["origin"] == "authority") != (material["source"] == "政府部门核发"):
            report(here, "origin and source contradict each other")
        elif material["form"] == "paper" and item["channels"]["online"]:
            report(here, "is wanted on paper, but the item can be done online")
        if not material["ways"] or not set(material["ways"]) <= WAYS or material["ways"] != sorted(material["ways"]):
            report(here, "ways are empty, unknown or unsorted")
        unknown = set(material["certificateTypes"]) - set(types)
        if unknown:
            report(here, f"unknown certificate types {sorted(unknown)}")
        if (material["necessity"] == "deferrable") != ("deferred" in material["ways"]):
            report(here, "deferrable and the way deferred go together")
        issued = material["kind"] == "certificate" or material["origin"] == "authority" \
            or material["name"] in {t["name"] for t in types.values()}
        if issued and ("certificate" not in material["ways"] or not material["certificateTypes"]):
            report(here, "a public body holds it as a certificate, so nobody may be asked to bring proof of it")


def check_show_if(owner, field):
    """A condition names a field of the same form or a question of the same owner, and a value it can take."""
    left, equals, right = field["showIf"].partition("=")
    if "/" in left:
        values = [a["id"] for s in owner["situations"] if f"{owner['id']}/{s['id']}" == left for a in s["answers"]]
    else:
        values = [c["id"] for f in owner["fields"] if f["id"] == left for c in f["choices"]]
    if not equals or right not in values or left == field["id"]:
        report(f"{owner['id']}/{field['id']}", f"is never shown: {field['showIf']}")


def check_refuses_nonsense(here, field, ethnic_groups):
    """What the label promises, the type or pattern holds: a name in the ethnic group's field is no value."""
    label, pattern = field["label"], field.get("pattern", "")
    if label.endswith("民族") and (field["type"] != "choice" or [(c["id"], c["text"]) for c in field["choices"]] != ethnic_groups):
        report(here, "an ethnic group is a choice from resources/domain/ethnic_groups.csv")
    samples = []
    if field["type"] == "text" and label.endswith("姓名"):
        samples = [("王示例", True), ("阿依·示例", True), ("990101199001010010", False), ("a@b", False)]
    elif label.endswith(PERSON_NUMBER) and field["type"] not in PERSON_NUMBER_TYPES:
        report(here, "holds a person's number, whose check digit no text has")
    elif label.endswith("账号"):
        samples = [("6200990099009900", True), ("王示例", False)]
    elif "（元）" in label:
        samples = [("1200", True), ("-5", False)]
    elif "金额" in label or "数额" in label:
        samples = [("1200", True), ("-5", False), ("很多", False)]
    elif field["type"] == "text" and label.endswith(("期间", "月份")):
        samples = [("2025年1月至12月", True), ("2025年1月至2026年3月", True), ("2025-01至2025-12", True), ("2025-07", True),
                   ("2025-13", False), ("去年", False), ("示例", False)]
    elif label.endswith(("年度", "年份")):
        samples = [("2026", True), ("26", False), ("去年", False)]
    for value, fits in samples:
        taken = bool(re.fullmatch(pattern, value)) if pattern else True
        if taken != fits:
            report(here, f"{'refuses' if fits else 'accepts'} {value}")


def check_number_source(here, field, label):
    """A person's number fills a field of a person's number and no other; a certificate's serial fills neither."""
    if (field["type"] in PERSON_NUMBER_TYPES) != label.endswith(PERSON_NUMBER):
        report(here, f"a {field['type']} is filled from {label}")


def check_fields(form, types, ethnic_groups):
    owner, fields = form["id"], form["fields"]
    check_unique(owner, [f["id"] for f in fields])
    for field in fields:
        here = f"{owner}/{field['id']}"
        if field.get("showIf"):
            check_show_if(form, field)
        if field["type"] not in FIELD_TYPES or not field["label"] or not field["section"]:
            report(here, "needs a known type, a label and a section")
        if not 1 <= field["maxLength"] <= 1000:
            report(here, "longest text is out of range")
        if (field["type"] == "choice") != bool(field["choices"]):
            report(here, "a choice, and nothing else, lists choices")
        check_refuses_nonsense(here, field, ethnic_groups)
        if field.get("pattern"):
            if not (field["pattern"].startswith("^") and field["pattern"].endswith("$")):
                report(here, "pattern is not anchored")
            try:
                re.compile(field["pattern"])
            except re.error as error:
                report(here, f"pattern cannot be read: {error}")
        if field["id"] in OF_THE_APPLICANT and any(path.startswith("certificate:") for path in field["prefill"]):
            report(here, "is the applicant's, but would be filled from anybody's certificate")
        for path in field["prefill"]:
            source, _, rest = path.partition(":")
            kind, _, face = rest.partition(".")
            if source == "constant" and rest:
                continue
            if source in ("certificate", "own-certificate") and kind in types and face in {f["id"] for f in types[kind]["faceFields"]}:
                check_number_source(here, field, next(f["text"] for f in types[kind]["faceFields"] if f["id"] == face))
                continue
            if path.startswith("card.") and path[5:] in CARD_PATHS or path == "agent.relation":
                continue
            report(here, f"prefill path {path} leads nowhere")


def check_shared(content):
    """The same key or field id means the same thing wherever it stands."""
    materials, fields = {}, {}
    for item in content["items"]:
        for material in item["materials"]:
            meaning = (material["name"], material["kind"], material["holder"], material["certificateTypes"])
            if materials.setdefault(material["key"], meaning) != meaning:
                report(f"{item['id']}/{material['key']}", "means something else than in another item")
    for owner in content["items"] + content["lifeEvents"]:
        for field in owner["fields"]:
            meaning = (field["label"], field["type"], field["choices"], field["prefill"])
            if fields.setdefault(field["id"], meaning) != meaning:
                report(f"{owner['id']}/{field['id']}", "means something else than in another form")


def guide_texts(item):
    """(element, text) of everything a citizen reads; the citation of a material's law may repeat and is left out."""
    guide = item["guide"]
    yield from ((name, guide.get(name, "").removesuffix(UNCHECKED)) for name in GUIDE_TEXTS)
    yield from (("mistakes", text) for text in guide["mistakes"])
    for step in guide["steps"]:
        yield from (("steps", step[member]) for member in ("name", "who", "duration"))
    yield from (("specialProcedures", procedure.get("reason", "")) for procedure in item.get("specialProcedures", []))
    for question in guide["questions"]:
        yield from (("questions", question[member]) for member in ("id", "text"))
    for material in item["materials"]:
        yield from ((f"{material['key']}.{name}", material.get(name, "")) for name in MATERIAL_TEXTS if name != "legalBasis")


def check_unrepeated(content):
    """No text over 12 characters repeats over items, digits and punctuation aside, so a changed window number is no new text."""
    owners = {}
    for item in content["items"]:
        here = set()
        for element, text in guide_texts(item):
            bare = re.sub(r"[\W\d_]", "", text)
            if len(text) <= LONGEST_SHARED_TEXT:
                continue
            if owners.setdefault(bare, item["id"]) != item["id"]:
                report(item["id"], f"{element} repeats a text of {owners[bare]}: {text}")
            elif bare in here:
                report(item["id"], f"{element} repeats a text of its own: {text}")
            here.add(bare)


def plan(owner, effects):
    """What a clerk sees after these effects: materials, items, questions, fields, stop."""
    materials = {m["key"] for m in owner.get("materials", []) if not m["onDemand"]}
    items = {s["itemId"] for s in owner.get("steps", []) if not s["optional"]}
    asked = {s["id"] for s in owner["situations"] if not s["onAsk"]}
    fields = {f["id"]: f["prefill"][0][9:] for f in owner["fields"] if f["prefill"] and f["prefill"][0].startswith("constant:")}
    stops = []
    for effect in effects:
        target, kind = effect.get("target", ""), effect["kind"]
        if kind in ("add-material", "drop-material"):
            (materials.add if kind == "add-material" else materials.discard)(target)
        elif kind in ("add-item", "drop-item"):
            (items.add if kind == "add-item" else items.discard)(target)
        elif kind == "ask":
            asked.add(target)
        elif kind == "set-field":
            fields[target] = effect["value"]
        elif kind == "stop":
            stops.append(effect["value"])
    return materials, items, asked, fields, stops


def check_effect(owner, here, effect):
    kind, target, value = effect["kind"], effect.get("target", ""), effect.get("value", "")
    known = {"add-material": {m["key"] for m in owner.get("materials", []) if m["onDemand"]},
             "drop-material": {m["key"] for m in owner.get("materials", []) if not m["onDemand"]},
             "add-item": {s["itemId"] for s in owner.get("steps", []) if s["optional"]},
             "drop-item": {s["itemId"] for s in owner.get("steps", []) if not s["optional"]},
             "ask": {s["id"] for s in owner["situations"] if s["onAsk"]},
             "set-field": {f["id"] for f in owner["fields"]}}
    if kind == "stop":
        if not value:
            report(here, "stops without an explanation")
    elif target not in known.get(kind, set()):
        report(here, f"{kind} of {target} changes nothing")
    elif kind == "set-field":
        field = next(f for f in owner["fields"] if f["id"] == target)
        allowed = {c["id"] for c in field["choices"]} or ({"true", "false"} if field["type"] == "boolean" else {value})
        if value not in allowed or not value:
            report(here, f"sets {target} to {value}, which the form refuses")


def check_several(owner, situation):
    """A question that takes several answers takes none of them too: each choice of answers, the empty one as well, is a plan of its own."""
    here = f"{owner['id']}/{situation['id']}"
    seen = {}
    for size in range(len(situation["answers"]) + 1):
        for chosen in itertools.combinations(situation["answers"], size):
            name = "+".join(answer["id"] for answer in chosen) or "none"
            result = repr([sorted(part.items()) if isinstance(part, dict) else sorted(part)
                           for part in plan(owner, [effect for answer in chosen for effect in answer["effects"]])])
            if seen.setdefault(result, name) != name:
                report(here, f"{name} leads to the same plan as {seen[result]}")
    for answer in situation["answers"]:
        if re.match(NONE_OF_THEM, answer["text"]):
            report(f"{here}={answer['id']}", "says none of them, a choice that every such question has already")
    if owner.get("steps") and not any(items_after(owner, situation, others) for others in other_answers(owner, situation)):
        report(here, "leaves no item to anybody whom none of its answers fits")


def other_answers(owner, situation):
    """Every way to answer the other questions with one answer each."""
    return itertools.product(*(other["answers"] for other in owner["situations"] if other is not situation))


def items_after(owner, situation, answers):
    return plan(owner, [effect for answer in answers for effect in answer["effects"]])[1]


def set_by(answer, field):
    return [e["value"] for e in answer["effects"] if e["kind"] == "set-field" and e["target"] == field["id"]]


def check_form_agrees(owner):
    """What was answered stands on the form: one answer fills a field, so the others do too, or leave what the clerk has to fill."""
    for field in owner["fields"]:
        said = [{value for answer in s["answers"] for value in set_by(answer, field)} for s in owner["situations"]]
        if field["type"] == "boolean" and {"true", "false"} not in said:
            report(f"{owner['id']}/{field['id']}", "is a tick box that no question ticks and clears")
        for situation in owner["situations"]:
            silent = [a["id"] for a in situation["answers"] if not set_by(a, field) and all(e["kind"] != "stop" for e in a["effects"])]
            answered = len(silent) < len(situation["answers"]) and not situation["multiple"]
            if answered and silent and (field["type"] == "boolean" or not field["required"]):
                report(f"{owner['id']}/{situation['id']}", f"fills {field['id']}, but not with {silent}, and nobody has to")


def check_situations(owner):
    check_unique(owner["id"], [s["id"] for s in owner["situations"]])
    before = plan(owner, [])
    reached = []
    for situation in owner["situations"]:
        here = f"{owner['id']}/{situation['id']}"
        if not situation["question"] or len(situation["answers"]) < 2:
            report(here, "needs a question and two answers")
        check_unique(here, [a["id"] for a in situation["answers"]])
        after = []
        for answer in situation["answers"]:
            if not answer["text"]:
                report(here, "an answer has no text")
            for effect in answer["effects"]:
                check_effect(owner, f"{here}={answer['id']}", effect)
            reached += answer["effects"]
            result = plan(owner, answer["effects"])
            if result == before:
                report(f"{here}={answer['id']}", "leaves the plan as it is")
            if result in after:
                report(f"{here}={answer['id']}", "leads to the same plan as another answer")
            after.append(result)
        if situation["multiple"]:
            check_several(owner, situation)
    targets = {e.get("target") for e in reached}
    for material in owner.get("materials", []):
        if material["onDemand"] and material["key"] not in targets:
            report(f"{owner['id']}/{material['key']}", "is asked for by no answer")
    for situation in owner["situations"]:
        if situation["onAsk"] and situation["id"] not in targets:
            report(f"{owner['id']}/{situation['id']}", "is asked by no answer")


def check_life_event(event, content, types):
    where = event["id"]
    current = {i["id"] for i in content["items"] if in_force(i)}
    if not event["name"] or not event.get("description") or not event["synonyms"] or not event["fields"]:
        report(where, "needs a name, a description, colloquial names and a form")
    if not event["situations"]:
        report(where, "asks nothing, so its plan is the same for everybody")
    if event["leadDepartmentId"] not in {d["id"] for d in content["departments"]}:
        report(where, "unknown lead department")
    check_unique(where, [s["id"] for s in event["steps"]])
    check_unique(where, [s["itemId"] for s in event["steps"]])
    waits = {s["id"]: set(s["dependsOn"]) for s in event["steps"]}
    slowest = max((i for i in content["items"] if i["id"] in {s["itemId"] for s in event["steps"]} and in_force(i)), key=lambda i: days(i["promised"]), default=None)
    if slowest and days(event["promised"]) < days(slowest["promised"]):
        report(where, f"promises less time than its item {slowest['id']}")
    for step in event["steps"]:
        if step["itemId"] not in current:
            report(f"{where}/{step['id']}", f"item {step['itemId']} is not in force")
        if not waits[step["id"]] <= set(waits):
            report(f"{where}/{step['id']}", "depends on an unknown step")
    while free := [s for s, on in waits.items() if not on & set(waits)]:
        for step in free:
            del waits[step]
    if waits:
        report(where, f"steps wait for each other: {sorted(waits)}")
    unknown = set(event["hintCertificates"]) - set(types)
    if unknown:
        report(where, f"unknown hint certificates {sorted(unknown)}")
    relation, recent = event.get("hintRelation", "self"), event.get("hintDays", 0)
    if relation not in HINT_RELATIONS or recent < 0 or (relation != "self") != (recent > 0):
        report(where, f"is hinted by certificates of {relation} for {recent} days; what befell somebody else is news for a while only")


def check_all(content, ethnic_groups):
    types = {t["id"]: t for t in content["certificateTypes"]}
    departments = {d["id"] for d in content["departments"]}
    categories = {c["id"] for c in content["categories"]}
    check_city(content)
    check_certificate_types(content)
    check_counts(content)
    check_versions("items", content["items"])
    check_versions("life events", content["lifeEvents"])
    check_codes(content)
    check_shared(content)
    check_unrepeated(content)
    for item in content["items"]:
        check_item_head(item, departments, categories)
        check_elements(item)
        check_guide(item)
        check_citations(item)
        check_result(item, types)
        check_materials(item, types)
    for event in content["lifeEvents"]:
        check_life_event(event, content, types)
    for owner in content["items"] + content["lifeEvents"]:
        check_fields(owner, types, ethnic_groups)
        check_situations(owner)
        check_form_agrees(owner)


def main():
    resources = pathlib.Path(sys.argv[1]) / "resources"
    with (resources / "domain" / "ethnic_groups.csv").open(encoding="utf-8") as table:
        ethnic_groups = [(row["code"], row["name"]) for row in csv.DictReader(table)]
    content = load(resources / "demo" / "catalogue")
    check_all(content, ethnic_groups)
    for finding in findings:
        print(finding)
    print(f"{len(content['items'])} item versions, {len(content['lifeEvents'])} life events, "
          f"{len(content['certificateTypes'])} certificate types: {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
