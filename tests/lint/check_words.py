#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Every word that a person reads goes through tr(): in ui/ no literal says anything outside it, and no form keeps words from translation.

usage: check_words.py ROOT              exits 1 with one line for each finding
       check_words.py ROOT --self-test  plants one of each kind and wants it found, and what is right left alone
"""
import re
import sys
import tempfile
import xml.etree.ElementTree as tree
from pathlib import Path

from cpptext import MayStand, code_only, files_of, line_of, literals

TRANSLATED = {"tr", "translate", "QT_TR_NOOP", "QT_TR_N_NOOP", "QT_TRANSLATE_NOOP", "QT_TRANSLATE_NOOP3", "QT_TRANSLATE_N_NOOP"}
# What is handed to one of these is read, whatever it looks like.
SHOWN = re.compile(r"^(?:set(?:Text|PlainText|Html|ToolTip|WindowTitle|PlaceholderText|Accessible(?:Name|Description)|StatusTip|WhatsThis|Title|LabelText"
                   r"|InformativeText|DetailedText|ItemText|TabText|TabToolTip|HeaderData|HeaderLabels|Prefix|Suffix|SpecialValueText|ButtonText)"
                   r"|(?:add|insert)(?:Action|Tab|Item|Items|Menu|Row|Button)|showMessage|showText|Q(?:Label|PushButton|CheckBox|RadioButton|Action|GroupBox))$")
# What is handed to one of these is not read: a format, or the name of something in the program.
UNREAD = {"toString", "fromString", "number", "value", "property", "setProperty", "objectName", "setObjectName", "findChild", "contains", "startsWith", "endsWith",
          "remove", "replace", "split", "section", "QRegularExpression", "QIcon", "icon", "QPixmap", "QFile", "qCDebug", "qCInfo", "qCWarning"}
# Properties of a form that are read.
READ = {"text", "plainText", "html", "toolTip", "windowTitle", "placeholderText", "accessibleName", "accessibleDescription", "statusTip", "whatsThis",
        "title", "prefix", "suffix", "specialValueText", "currentText"}
CHINESE = re.compile(r"[⺀-⿟　-〿㄀-ㇿ㐀-鿿豈-﫿＀-￯]")
LETTER = re.compile(r"[^\W\d_]")
SENTENCE = re.compile(r"[^\W\d_][,.:;!?]?\s+[^\W\d_]")
TITLE = re.compile(r"[A-Z][a-z]{2,}[.:…!?]*")
MARKUP = re.compile(r"<[^<>]*>|&#?\w+;|%L?\d+|%n|\\[nrt\"'\\]|\{[^{}]*\}")
ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2,4})")
# (file, the literal, why it needs no translation)
MAY_STAND = [
    ("ui/entry/signinpage.cpp", "English", "a language's own name, on the switch to it"),
    ("ui/entry/signinpage.cpp", "中文", "a language's own name, on the switch to it"),
    ("ui/window/headerbar.cpp", "English", "a language's own name, on the switch to it"),
    ("ui/window/headerbar.cpp", "中文", "a language's own name, on the switch to it"),
    ("ui/window/helpoverlay.cpp", "Ctrl+Z  Ctrl+Y", "keys, by what stands on them"),
    ("ui/window/helpoverlay.cpp", "Esc", "a key, by what stands on it"),
    ("ui/counter/applicantcard.ui", "F3", "a key, by what stands on it"),
    ("ui/kit/theme.cpp", "Fusion", "a style of Qt, by its name"),
    ("ui/kit/theme.cpp", "Noto Sans CJK SC", "a font, by its name"),
    ("ui/kit/theme.cpp", "Noto Sans", "a font, by its name"),
    ("ui/kit/theme.cpp", "Microsoft YaHei UI", "a font, by its name"),
    ("ui/kit/theme.cpp", "Microsoft YaHei", "a font, by its name"),
]
CALL = re.compile(r"([A-Za-z_]\w*)\s*(?:<[\w:\s*,]*>)?\s*$")


def calls_around(code, place):
    """Names of the calls that the place is an argument of, innermost first, up to the statement's or the block's begin; None: plain brackets."""
    depth, names = 0, []
    for at in range(place - 1, -1, -1):
        mark = code[at]
        if mark in ")]}":
            depth += 1
        elif mark in "([{":
            if depth:
                depth -= 1
            elif mark == "(":
                name = CALL.search(code, max(0, at - 120), at)
                # `if (`, `QLabel box(`: brackets of the language, and an object that is made with its name.
                names.append(name[1] if name else None)
                made = re.search(r"\b(Q\w+)\s*[*&]?\s+\w+\s*$", code[max(0, at - 120):at])
                if made:
                    names.append(made[1])
            elif mark == "{" and re.search(r"[)\]]\s*(?:const|noexcept|mutable|->[\w:<>\s*&]+)?\s*$", code[max(0, at - 80):at]):
                break
        elif mark == ";" and depth == 0:
            break
    return names


def says(text):
    """What of a literal is left to read, without markup and places of arguments."""
    plain = ESCAPED.sub(lambda found: chr(int(found[1] or found[2], 16)), text)
    return MARKUP.sub(" ", plain)


def fault_of(text, code, place):
    said = says(text)
    if not LETTER.search(said) and not CHINESE.search(said):
        return None
    around = calls_around(code, place)
    if around and around[0] in TRANSLATED:
        return None
    if CHINESE.search(said):
        return "Chinese"
    if around and around[0] in UNREAD:
        return None
    # Two words, or one that begins as a title does; the parts of a style sheet are between braces, and so is what it names before them.
    if "{" not in text and (SENTENCE.search(said.strip()) or TITLE.fullmatch(said.strip())):
        return "words"
    # A tag that is opened in one literal and closed in another is markup as well.
    bare = re.sub(r"^[^<>]*>|<[^<>]*$", " ", said)
    return "shown" if LETTER.search(bare) and any(name and SHOWN.match(name) for name in around) else None


def code_findings(root):
    for path in files_of(root, ["ui"]):
        text = path.read_text(encoding="utf-8")
        code = code_only(text)
        for place, said in literals(text):
            fault = fault_of(said, code, place)
            if fault:
                yield path.relative_to(root).as_posix(), line_of(text, place), said, f"not through tr() ({fault})"


def form_findings(root):
    for path in sorted((root / "ui").rglob("*.ui")):
        lines = path.read_text(encoding="utf-8").split("\n")
        for holder in tree.parse(path).getroot().iter():
            strings = [child for child in holder if child.tag in {"string", "stringlist"}]
            shown = holder.tag in {"property", "attribute"} and holder.get("name") in READ
            for string in strings:
                said = string.text or "".join(inner.text or "" for inner in string)
                words = says(said).strip()
                unread = not shown and not CHINESE.search(words) and not SENTENCE.search(words)
                if string.get("notr") == "true" and LETTER.search(words) and not unread:
                    number = next((number for number, line in enumerate(lines, 1) if "notr" in line and said in line), 1)
                    yield path.relative_to(root).as_posix(), number, said, "kept from translation"


def findings(root, may_stand):
    standing = MayStand("check_words.py", may_stand)
    for where, number, said, fault in [*code_findings(root), *form_findings(root)]:
        if not standing.take(where, lambda text: text == said):
            yield f"{where}:{number}: {fault}: {said}"
    yield from standing.unneeded()


PLANTED = [
    'label->setText(u"No card"_s);', 'label->setText(u"retry"_s);', 'label->setText("retry");', 'label->setText(QStringLiteral("retry"));',
    'label->setText(QLatin1String("retry"));', 'label->setText(u"<b>Retry</b>"_s);', 'label->setText(open ? tr("Open") : u"shut"_s);',
    'label->setText(tr("%1 left").arg(u"two"_s));', 'label->setText(u"重试"_s);', 'label->setText(u"\\u91cd\\u8bd5"_s);', 'setToolTip(u"retry"_s);',
    'setWindowTitle(u"yichuang"_s);', 'edit->setPlaceholderText(u"name"_s);', 'setAccessibleName(u"pill"_s);', 'menu->addAction(u"copy"_s, this, [] {});',
    'tabs->addTab(page, u"cases"_s);', 'setStatusTip(u"sent"_s);', 'box->addItem(u"all"_s);', 'const QString text = u"Nothing to send"_s;',
    'return "Nothing to send";', 'return u"nothing to send"_s;', 'return u"Nothing"_s;', 'words << u"已发送"_s;', "words << u'件';", 'names.join(u"、"_s);',
    'const char *const text = "保存";', 'return R"(Nothing to send)";', 'auto *label = new QLabel(u"retry"_s);', 'QLabel label(u"retry"_s);',
    'label->setText(\n        u"retry"_s);', 'say(tr("Fine"), u"Not fine at all"_s);', 'label->setText(u"%1 km"_s.arg(3));',
    '#define RETRY u"Try again"_s', 'label->setText(QString(u"retry"_s).toUpper());', 'const QString text{u"Nothing to send"_s};',
]
RIGHT = [
    'label->setText(tr("No card"));', 'label->setText(QCoreApplication::translate("Words", "No card"));', 'const char *text = QT_TR_NOOP("No card");',
    'label->setText(tr("A very long text "\n        "in two lines"));', 'label->setText(u"·"_s);', 'label->setText(u"%1 · %2"_s.arg(a, b));',
    'label->setText(u"<b>%1</b>"_s.arg(name));', 'label->setText(day.toString(u"yyyy-MM-dd HH:mm"_s));', 'setProperty("kind", u"small"_s);',
    'setObjectName(u"retryPushButton"_s);', '// says "No card" to them', 'label->setText(text + u"</table>"_s);', 'names.join(u", "_s);',
    'label->setText(tr(open ? "Open" : "Shut"));', 'label->setText(view.value(u"name"_s).toString());', "label->setText(u\"<table cellspacing='0'>\"_s);",
    'const QString style = u"p, td { margin: 2px 0; }"_s;', 'if (kind == u"plain"_s)\n        label->setText(tr("Plain"));', "text += u'\\n';",
    'const auto key = u"serial"_s;', '//: The reader\n    label->setText(tr("%n card(s)", nullptr, 2));',
]
FORMS_PLANTED = ['<property name="text"><string notr="true">Retry</string></property>', '<property name="toolTip"><string notr="true">retry</string></property>',
                 '<property name="placeholderText"><string notr="true">姓名</string></property>',
                 '<attribute name="title"><string notr="true">Cases</string></attribute>',
                 '<property name="said" stdset="0"><string notr="true">No card yet</string></property>',
                 '<item><property name="text"><string notr="true">All</string></property></item>']
FORMS_RIGHT = ['<property name="text"><string>Retry</string></property>', '<property name="kind" stdset="0"><string notr="true">primary</string></property>',
               '<property name="placeholderText"><string notr="true">2026-01-31</string></property>', '<property name="text"><string notr="true">·</string></property>',
               '<property name="displayFormat"><string notr="true">yyyy-MM-dd</string></property>']


def self_test():
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "ui/kit").mkdir(parents=True)

        def found(file, text, may_stand=()):
            (root / file).write_text(text, encoding="utf-8")
            said = list(findings(root, list(may_stand)))
            (root / file).unlink()
            return said

        def in_code(code):
            return found("ui/kit/a.cpp", f"void planted()\n{{\n    {code}\n}}\n")

        def in_form(form):
            return found("ui/kit/a.ui", f'<ui version="4.0"><widget class="QWidget" name="a">{form}</widget></ui>\n')

        wrong += [f"not found: {code}" for code in PLANTED if not in_code(code)]
        wrong += [f"found: {code}: {said}" for code in RIGHT if (said := in_code(code))]
        wrong += [f"not found: {form}" for form in FORMS_PLANTED if not in_form(form)]
        wrong += [f"found: {form}: {said}" for form in FORMS_RIGHT if (said := in_form(form))]
        allowed = [("ui/kit/a.cpp", "中文", "")]
        if found("ui/kit/a.cpp", 'box->setText(u"中文"_s);', allowed) or not found("ui/kit/a.cpp", "int x;", allowed):
            wrong.append("what may stand is not told from what nothing needs")
    print("\n".join(wrong) if wrong else f"planted words: all {len(PLANTED) + len(FORMS_PLANTED)} found")
    return 1 if wrong else 0


def main():
    if sys.argv[2:] == ["--self-test"]:
        return self_test()
    found = list(findings(Path(sys.argv[1]).resolve(), MAY_STAND))
    print("\n".join(found) if found else "words: clean")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
