# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The words of the installation. wixl writes ASCII only; the Chinese takes its place afterwards, table by table."""
import dataclasses

# GBK: every Windows that shows Chinese knows it, and Windows Installer has never promised UTF-8.
CODEPAGE = 936


@dataclasses.dataclass(frozen=True)
class Text:
    table: str
    column: str
    key_column: str
    key: str
    ascii: str       # what wixl is given
    chinese: str


PRODUCT = Text("Property", "Value", "Property", "ProductName", "Yichuang", "一窗")
MANUFACTURER = Text("Property", "Value", "Property", "Manufacturer", "The Yichuang authors", "一窗项目组")
COMMENTS = Text("Property", "Value", "Property", "ARPCOMMENTS", "Government service window", "一窗受理、一次告知、部门并联办理，断网也能收件")
MENU = Text("Shortcut", "Name", "Shortcut", "MenuShortcut", "Yichuang", "YICHUANG|一窗")
MENU_ABOUT = Text("Shortcut", "Description", "Shortcut", "MenuShortcut", "Window", "政务服务综合窗口受理工作台")
DEMO = Text("Shortcut", "Name", "Shortcut", "DemoShortcut", "Yichuang demo", "YCDEMO|一窗 演示城市")
DEMO_ABOUT = Text("Shortcut", "Description", "Shortcut", "DemoShortcut", "Demo", "虚构城市与虚拟读卡器，不保存任何数据")
DESKTOP = Text("Shortcut", "Name", "Shortcut", "DesktopShortcut", "Yichuang", "YICHUANG|一窗")
DESKTOP_ABOUT = Text("Shortcut", "Description", "Shortcut", "DesktopShortcut", "Window", "政务服务综合窗口受理工作台")
FEATURE = Text("Feature", "Title", "Feature", "Main", "Yichuang", "一窗")
DOWNGRADE = Text("LaunchCondition", "Description", "Condition", 'NOT WIX_DOWNGRADE_DETECTED OR GOBACK="1"', "A newer version is installed.",
                 "本机已安装更新版本的“一窗”，不能降级。如确需旧版本，请先卸载现有版本（窗口人员的加密数据会保留）。")
SYSTEM = Text("LaunchCondition", "Description", "Condition", "Installed OR (VersionNT64 AND WINDOWSBUILD >= 10240)", "Windows 10 or newer, 64 bits.",
              "“一窗”需要 64 位 Windows 10 或更新的系统。")
SERVICE = Text("ServiceInstall", "DisplayName", "ServiceInstall", "UpdateService", "Yichuang updates", "一窗更新服务")
SERVICE_ABOUT = Text("ServiceInstall", "Description", "ServiceInstall", "UpdateService", "Installs newer versions", "从大厅更新源获取经签名校验的“一窗”新版本，在无人办理业务时安装；新版本不能正常工作时自动恢复。")


def refusal(name: str, sound: str, ascii: str, chinese: str) -> Text:
    """What stops an installation that was told something it cannot mean. Only what is said now is looked at: a value that was kept never stops a newer version."""
    return Text("LaunchCondition", "Description", "Condition", f'NOT {name} OR {name}="-" OR {sound}', ascii, f"属性 {name} 的值“[{name}]”无效：{chinese}")


def either(name: str, *words: str) -> str:
    return " OR ".join(f'{name}="{word}"' for word in words)


def any_of(name: str, how: str, *words: str) -> str:
    """`how` is an operator of Windows Installer: << begins with, >> ends with, >< holds; with ~ before it in any case."""
    return " OR ".join(f'{name}{how}"{word}"' for word in words)


def address_refusals(name: str, ascii: str, chinese: str, others: str = "") -> list[Text]:
    """
    Of an address: what conditions can see, which know no loops. `others` lets through what is no address. The whole of it is
    looked at by the program alone: src/remote/endpoint.cpp, src/update/updatesettings.cpp.
    """
    begins = any_of(name, "~<<", "https://", *LOOPBACK)
    rules = [begins + others]
    # A longer name would be another machine's.
    rules += [f'NOT {name}~<<"{here}" OR {name}~="{whole}" OR ' + any_of(name, "~<<", f"{whole}:", f"{whole}/") for here, whole in LOOPBACK.items()]
    rules.append(f'NOT ({name}~="https://" OR ' + any_of(name, "~<<", *(f"https://{sign}" for sign in ":/?#")) + ")")
    rules.append(f'NOT {name}~<<"http" OR NOT ({any_of(name, "><", *"?#@ ")})')
    return [refusal(name, rule, ascii, chinese) for rule in rules]


def reader_refusals(name: str, ascii: str, chinese: str) -> list[Text]:
    """Of readers the first is known, and whether one of another kind follows a semicolon: src/device/readeruri.cpp looks at the whole."""
    letters = [f";{letter}" for letter in "abcdefghijklmnopqruvwxyz"]
    wrong = [
        any_of(name, "><", ":;", ",", " ", "serial:?") + f' OR {any_of(name, ">>", ":", ";")}',
        f'{name}><"tcp::" AND NOT {name}><"tcp:::"',
        any_of(name, "~><", *letters[:12]),
        any_of(name, "~><", *letters[12:]),
        any_of(name, "><", ";S", ";T", *(f";{digit}" for digit in range(10))),
    ]
    rules = [any_of(name, "<<", "serial:", "tcp:"), f'NOT {name}><";" OR ' + any_of(name, "><", ";serial:", ";tcp:"), *(f"NOT ({one})" for one in wrong)]
    return [refusal(name, rule, ascii, chinese) for rule in rules]


# How plain http to this machine begins -> the whole of it, before a port or a path.
LOOPBACK = {"http://localhost": "http://localhost", "http://127.": "http://127.0.0.1", "http://[::1]": "http://[::1]"}
REFUSALS = [
    *address_refusals("EXCHANGE", "EXCHANGE is no https address.", "应为 https:// 开头的地址（仅本机 localhost、127.0.0.1、[::1] 可用 http://），不含用户名、空格、? 和 #。"),
    *reader_refusals("READER", "READER is no reader.", "应为 serial:COM3 或 tcp:地址:端口，多个之间只用分号。"),
    refusal("UILANGUAGE", either("UILANGUAGE", "zh_CN", "en"), "UILANGUAGE is zh_CN or en.", "只能是 zh_CN 或 en。"),
    refusal("OFFLINEENTRYDAYS", "(OFFLINEENTRYDAYS >= 0 AND OFFLINEENTRYDAYS <= 31)", "OFFLINEENTRYDAYS is 0 to 31.", "只能是 0 到 31 的整数。"),
    *address_refusals("UPDATESOURCE", "UPDATESOURCE is no source.", "应为 https:// 开头的地址（不含用户名、空格、? 和 #）、\\\\服务器\\共享 或本机文件夹的完整路径。",
                      ' OR UPDATESOURCE<<"\\\\" OR UPDATESOURCE><":\\"'),
    refusal("UPDATEWHEN", either("UPDATEWHEN", "ask", "start", "never"), "UPDATEWHEN is ask, start or never.", "只能是 ask、start 或 never。"),
    *(refusal(name, either(name, "0", "1"), f"{name} is 0 or 1.", "只能是 0 或 1。") for name in ("STARTMENU", "DEMOSHORTCUT", "DESKTOPSHORTCUT", "AUTOSTART")),
]
ALL = [PRODUCT, MANUFACTURER, COMMENTS, MENU, MENU_ABOUT, DEMO, DEMO_ABOUT, DESKTOP, DESKTOP_ABOUT, FEATURE, DOWNGRADE, SYSTEM, SERVICE, SERVICE_ABOUT, *REFUSALS]


def faults() -> list[str]:
    """What would be lost on the way into the tables."""
    found = []
    for one in ALL:
        if not one.ascii.isascii():
            found.append(f"{one.key}: {one.ascii!r} is not ASCII")
        try:
            one.chinese.encode("gbk")
        except UnicodeEncodeError as why:
            found.append(f"{one.key}: {why}")
        if "'" in one.chinese:
            found.append(f"{one.key}: a quote ends the statement that writes it")
    return found


def statement(one: Text) -> str:
    return f"UPDATE `{one.table}` SET `{one.column}` = '{one.chinese}' WHERE `{one.key_column}` = '{one.key}'"
