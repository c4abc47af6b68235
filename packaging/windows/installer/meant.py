# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The tables that an MSI should have, worked out from the WiX source without wixl: it drops what it cannot write and says nothing."""
import dataclasses
import hashlib
import pathlib
import struct
from collections.abc import Iterable
from xml.etree import ElementTree

from . import package, properties, tables, texts, wix

# What wixl puts into the order of things by itself.
EXECUTE = {
    "FindRelatedProducts": 25, "LaunchConditions": tables.CONDITIONS_AT, "ValidateProductID": 700, "CostInitialize": 800, "FileCost": 900, "CostFinalize": 1000,
    "MigrateFeatureStates": 1200, "InstallValidate": 1400, "InstallInitialize": 1500, "RemoveExistingProducts": 1501, "ProcessComponents": 1600,
    "UnpublishFeatures": 1800, "StopServices": 1900, "DeleteServices": 2000, "RemoveRegistryValues": 2600, "RemoveShortcuts": 3200, "RemoveFiles": 3500,
    "InstallFiles": 4000, "CreateShortcuts": 4500, "WriteRegistryValues": 5000, "InstallServices": 5800, "StartServices": 5900, "RegisterUser": 6000,
    "RegisterProduct": 6100, "PublishFeatures": 6300, "PublishProduct": 6400, "InstallFinalize": 6600, "AppSearch": tables.SEARCH,
}
ON_NT = ("StopServices", "DeleteServices", "InstallServices", "StartServices")
OTHER_SEQUENCES = {
    "InstallUISequence": ("FindRelatedProducts", "ValidateProductID", "CostInitialize", "FileCost", "CostFinalize", "MigrateFeatureStates"),
    "AdvtExecuteSequence": ("CostInitialize", "CostFinalize", "InstallValidate", "InstallInitialize", "CreateShortcuts", "PublishFeatures", "PublishProduct", "InstallFinalize"),
    "AdminExecuteSequence": ("CostInitialize", "FileCost", "CostFinalize", "InstallValidate", "InstallInitialize", "InstallFiles", "InstallFinalize"),
    "AdminUISequence": ("CostInitialize", "FileCost", "CostFinalize"),
}
OTHER_PLACES = {"InstallUISequence": {"ExecuteAction": 1300}, "AdminUISequence": {"ExecuteAction": 1300}, "AdminExecuteSequence": {"InstallAdminPackage": 3900}}
ROOTS = {"HKLM": "2"}
VITAL_FILE = "512"


@dataclasses.dataclass
class Table:
    keys: list[str]
    rows: list[dict[str, str]]

    def by_key(self) -> dict[tuple[str, ...], dict[str, str]]:
        return {tuple(row[key] for key in self.keys): row for row in self.rows}


def parsed(idt: str) -> Table:
    """The text form of a table: names, types, table and keys, then the rows."""
    lines = idt.rstrip("\r\n").split("\r\n")
    columns = lines[0].split("\t")
    return Table(lines[2].split("\t")[1:], [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[3:]])


def registry_id(row: dict[str, str]) -> str:
    """wixl makes up the names of rows: here they are called by what they are."""
    return "\\".join(row[column] for column in ("Component_", "Root", "Key", "Name"))


class Meant:
    def __init__(self, stage: pathlib.Path, version: str):
        self.version = version
        self.tables: dict[str, Table] = {}
        source = ElementTree.fromstring(wix.Source(stage, version).text("yichuang.ico").replace(" xmlns=", " was="))
        self.stage, self.product = stage, source.find("Product")
        for name, keys in (("Signature", "Signature"), ("Error", "Error"), ("RemoveFile", "FileKey"), ("Binary", "Name"), ("CreateFolder", "Directory_")):
            self.tables[name] = Table([keys], [])
        self.directory(self.product.find("Directory"), "")
        self.whole_product()
        self.sequences()
        for name, idt in {**tables.searches(), **tables.action_tables()}.items():
            self.tables[name] = parsed(idt)
        for one in texts.ALL:
            for row in self.tables[one.table].rows:
                if row[one.key_column] == one.key:
                    row[one.column] = one.chinese

    def add(self, name: str, keys: str, **row: str) -> None:
        self.tables.setdefault(name, Table(keys.split(), [])).rows.append(row)

    def directory(self, element: ElementTree.Element, parent: str) -> None:
        place = element.get("Id")
        self.add("Directory", "Directory", Directory=place, Directory_Parent=parent, DefaultDir=element.get("Name", "."))
        for child in element:
            if child.tag == "Directory":
                self.directory(child, place)
            else:
                self.component(child, place)

    def component(self, element: ElementTree.Element, place: str) -> None:
        name, path, attributes = element.get("Id"), "", tables.BITS_64
        for child in element:
            row = {"File": self.file, "RegistryValue": self.registry, "Shortcut": self.shortcut, "ServiceInstall": self.service,
                   "ServiceControl": self.control}[child.tag](child, name, place)
            if child.get("KeyPath"):
                path = row
                attributes += tables.BY_REGISTRY if child.tag == "RegistryValue" else 0
        when = tables.CONDITIONS.get(name, "")
        attributes += tables.TRANSITIVE if when else 0
        self.add("Component", "Component", Component=name, ComponentId=element.get("Guid"), Directory_=place, Attributes=str(attributes), Condition=when, KeyPath=path)
        self.add("FeatureComponents", "Feature_ Component_", Feature_="Main", Component_=name)

    def file(self, element: ElementTree.Element, component: str, _: str) -> str:
        name, path = element.get("Id"), self.stage.parent / element.get("Source")
        data = path.read_bytes()
        number = len(self.tables["File"].rows) + 1 if "File" in self.tables else 1
        self.add("File", "File", File=name, Component_=component, FileName=path.name, FileSize=str(len(data)), Version="", Language="",
                 Attributes=VITAL_FILE, Sequence=str(number))
        parts = struct.unpack("<4i", hashlib.md5(data).digest())
        self.add("MsiFileHash", "File_", File_=name, Options="0", **{f"HashPart{i + 1}": str(part) for i, part in enumerate(parts)})
        return name

    def registry(self, element: ElementTree.Element, component: str, _: str) -> str:
        row = {"Root": ROOTS[element.get("Root")], "Key": element.get("Key"), "Name": element.get("Name"), "Value": element.get("Value"), "Component_": component}
        self.add("Registry", "Registry", Registry=registry_id(row), **row)
        return registry_id(row)

    def shortcut(self, element: ElementTree.Element, component: str, place: str) -> str:
        empty = ("Hotkey", "Icon_", "IconIndex", "ShowCmd", "DisplayResourceDLL", "DisplayResourceId", "DescriptionResourceDLL", "DescriptionResourceId")
        self.add("Shortcut", "Shortcut", Shortcut=element.get("Id"), Directory_=place, Name=element.get("Name"), Component_=component, Target=element.get("Target"),
                 Arguments=element.get("Arguments", ""), Description=element.get("Description"), WkDir=element.get("WorkingDirectory"), **dict.fromkeys(empty, ""))
        return element.get("Id")

    def service(self, element: ElementTree.Element, component: str, _: str) -> str:
        """As the system, of its own process, begun with Windows; without it the installation fails."""
        self.add("ServiceInstall", "ServiceInstall", ServiceInstall=element.get("Id"), Name=element.get("Name"), DisplayName=element.get("DisplayName"), ServiceType="16",
                 StartType="2", ErrorControl=str(0x8000 + 1), LoadOrderGroup="", Dependencies="", StartName="LocalSystem", Password="",
                 Arguments=element.get("Arguments"), Component_=component, Description=element.get("Description"))
        return element.get("Id")

    def control(self, element: ElementTree.Element, component: str, _: str) -> str:
        """Started by every installation and waited for; stopped and taken away by every removal."""
        self.add("ServiceControl", "ServiceControl", ServiceControl=element.get("Id"), Name=element.get("Name"), Event=str(1 + 2 + 32 + 128), Arguments="", Wait="1", Component_=component)
        return element.get("Id")

    def whole_product(self) -> None:
        product = self.product
        values = {one.get("Id"): one.get("Value") for one in product.iter("Property")}
        values |= {"ALLUSERS": "1", "Manufacturer": product.get("Manufacturer"), "ProductLanguage": product.get("Language"), "ProductCode": product.get("Id"),
                   "ProductName": product.get("Name"), "ProductVersion": product.get("Version"), "UpgradeCode": product.get("UpgradeCode"), "SecureCustomProperties": tables.SECURE}
        for name, value in values.items():
            self.add("Property", "Property", Property=name, Value=value)
        for one in product.iter("Condition"):
            self.add("LaunchCondition", "Condition", Condition=one.text, Description=one.get("Message"))
        for one in product.iter("UpgradeVersion"):
            self.add("Upgrade", "UpgradeCode VersionMin VersionMax Language Attributes", UpgradeCode=product.get("UpgradeCode"), VersionMin=one.get("Minimum"),
                     VersionMax=one.get("Maximum", ""), Language="", Attributes="256" if one.get("IncludeMinimum") == "yes" else "0", Remove="", ActionProperty=one.get("Property"))
        feature = product.find("Feature")
        self.add("Feature", "Feature", Feature=feature.get("Id"), Feature_Parent="", Title=feature.get("Title"), Description="", Display="2", Level="1", Directory_="", Attributes="0")
        self.add("Media", "DiskId", DiskId="1", LastSequence=str(len(self.tables["File"].rows)), DiskPrompt="", Cabinet="#yichuang.cab", VolumeLabel="", Source="")
        self.add("Icon", "Name", Name="yichuang.ico", Data="Icon.yichuang.ico")
        code = wix.guid("package", self.version, package.content_of(self.stage))
        for number, value in {2: "Installation Database", 3: f"Yichuang {self.version}", 4: texts.MANUFACTURER.ascii, 7: "x64;2052", 9: code, 14: "500", 15: "2", 19: "2"}.items():
            self.add("_SummaryInformation", "PropertyId", PropertyId=str(number), Value=value)

    def sequences(self) -> None:
        own = [(name, condition, place) for name, _, _, _, condition, place in tables.actions()]
        self.sequence("InstallExecuteSequence", [(name, "VersionNT" if name in ON_NT else "", place) for name, place in EXECUTE.items()] + own)
        for name, actions in OTHER_SEQUENCES.items():
            places = {action: EXECUTE[action] for action in actions} | OTHER_PLACES.get(name, {})
            self.sequence(name, [(action, "", place) for action, place in places.items()])

    def sequence(self, name: str, rows: Iterable[tuple[str, str, int]]) -> None:
        for action, condition, place in rows:
            self.add(name, "Action", Action=action, Condition=condition, Sequence=str(place))
