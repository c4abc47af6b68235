# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The WiX source of an installation folder. Identifiers follow from names, so that a file keeps its component over versions."""
import hashlib
import pathlib
import uuid
from xml.sax.saxutils import escape, quoteattr

from bundling import releases

from . import properties, texts

NAMESPACE = uuid.UUID("5b0b3d52-6f55-4d0c-9a4c-3ad1b6b0c0de")
PROGRAM = "yichuang.exe"
PROGRAM_FILE = "Program"
UPDATER = "yichuang-updater.exe"
UPDATER_FILE = "Updater"
SERVICE = "YichuangUpdates"
SERVICE_COMPONENT = "UpdateService"


def guid(*words: str) -> str:
    return "{" + str(uuid.uuid5(NAMESPACE, "/".join(words))).upper() + "}"


def identifier(kind: str, place: str) -> str:
    return kind + hashlib.sha256(place.encode()).hexdigest()[:20]


def element(name: str, body: str = "", **attributes: str) -> str:
    words = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items() if value is not None)
    return f"<{name}{words}>{body}</{name}>" if body else f"<{name}{words}/>"


class Source:
    """Collects components while the tree is written; every one belongs to the only feature."""

    def __init__(self, stage: pathlib.Path, version: str):
        self.stage, self.version = stage, version
        self.components: list[str] = []

    def component(self, name: str, body: str) -> str:
        self.components.append(name)
        return element("Component", body, Id=name, Guid=guid("component", name), Win64="yes")

    def file(self, path: pathlib.Path) -> str:
        place = path.relative_to(self.stage).as_posix()
        if not place.isascii():
            raise SystemExit(f"{place}: wixl loses names that are not ASCII")
        name = PROGRAM_FILE if place == PROGRAM else identifier("F", place)
        # wixl finds files by relative paths only; it runs in the parent of the folder.
        source = path.relative_to(self.stage.parent).as_posix()
        if place == UPDATER:
            return self.component(SERVICE_COMPONENT, element("File", Id=UPDATER_FILE, Source=source, KeyPath="yes") + self.service())
        return self.component(identifier("C", place), element("File", Id=name, Source=source, KeyPath="yes"))

    def service(self) -> str:
        """An installation whose service does not begin is taken back by Windows Installer as a whole."""
        body = element("ServiceInstall", Id=SERVICE_COMPONENT, Name=SERVICE, DisplayName=texts.SERVICE.ascii, Description=texts.SERVICE_ABOUT.ascii,
                       Type="ownProcess", Start="auto", ErrorControl="normal", Vital="yes", Account="LocalSystem", Arguments="--service")
        body += element("ServiceControl", Id=SERVICE_COMPONENT, Name=SERVICE, Start="install", Stop="both", Remove="uninstall", Wait="yes")
        # What is installed: Windows Installer itself says so only when it has ended.
        for name, value in (("version", "[ProductVersion]"), ("product", "[ProductCode]"), ("schema", str(releases.store_schema()))):
            body += element("RegistryValue", Root="HKLM", Key=properties.SETUP_KEY, Name=name, Type="string", Value=value)
        return body

    def tree(self, folder: pathlib.Path) -> str:
        body = ""
        for path in sorted(folder.iterdir()):
            if path.is_dir():
                place = path.relative_to(self.stage).as_posix()
                body += element("Directory", self.tree(path), Id=identifier("D", place), Name=path.name)
            else:
                body += self.file(path)
        return body

    def registry(self, key: str, name: str, value: str) -> str:
        return element("RegistryValue", Root="HKLM", Key=key, Name=name, Type="string", Value=value, KeyPath="yes")

    def kept(self) -> str:
        """Each property in a component of its own; its condition (tables.CONDITIONS) lets it be where it says something."""
        body = ""
        for one in properties.KEPT:
            value = self.registry(one.key, one.value, f"[{one.name}]")
            body += self.component(f"Keep{one.name}", value)
        return body

    def shortcut(self, name: str, text: texts.Text, about: texts.Text, arguments: str | None = None) -> str:
        link = element("Shortcut", Id=f"{name}Shortcut", Name=text.ascii, Description=about.ascii, Target=f"[INSTALLDIR]{PROGRAM}",
                       Arguments=arguments, WorkingDirectory="INSTALLDIR")
        mark = self.registry(properties.SETUP_KEY, f"has{name.lower()}", "1")
        return self.component(f"{name}Link", link + mark)

    def autostart(self) -> str:
        value = self.registry(r"SOFTWARE\Microsoft\Windows\CurrentVersion\Run", "Yichuang", f'"[INSTALLDIR]{PROGRAM}"')
        return self.component("Autostart", value)

    def directories(self) -> str:
        program = element("Directory", self.tree(self.stage) + self.kept() + self.autostart(), Id="INSTALLDIR", Name="Yichuang")
        menu = self.shortcut("Menu", texts.MENU, texts.MENU_ABOUT)
        menu += self.shortcut("Demo", texts.DEMO, texts.DEMO_ABOUT, "--demo")
        desktop = self.shortcut("Desktop", texts.DESKTOP, texts.DESKTOP_ABOUT)
        body = element("Directory", program, Id="ProgramFiles64Folder") + element("Directory", menu, Id="ProgramMenuFolder")
        return element("Directory", body + element("Directory", desktop, Id="DesktopFolder"), Id="TARGETDIR", Name="SourceDir")

    def replacing(self) -> str:
        """
        Whatever other version there is gives way, within one transaction: what fails leaves that one as it was. The condition
        refuses a newer one, unless the update service goes back.
        """
        body = element("UpgradeVersion", Property="WIX_UPGRADE_DETECTED", Minimum="0.0.0", IncludeMinimum="yes", Maximum=self.version, IncludeMaximum="no")
        body += element("UpgradeVersion", Property="WIX_DOWNGRADE_DETECTED", Minimum=self.version, IncludeMinimum="no")
        body = element("Upgrade", body, Id=guid("upgrade"))
        body += "".join(element("Condition", escape(one.key), Message=one.ascii) for one in (texts.DOWNGRADE, texts.SYSTEM, *texts.REFUSALS))
        return body + element("InstallExecuteSequence", element("RemoveExistingProducts", After="InstallInitialize"))

    def product(self, icon: str) -> str:
        about = element("Package", Description="Yichuang", Manufacturer=texts.MANUFACTURER.ascii, InstallerVersion="500", Languages="2052",
                        Compressed="yes", InstallScope="perMachine")
        body = about + self.replacing()
        body += element("Media", Id="1", Cabinet="yichuang.cab", EmbedCab="yes")
        body += element("Icon", Id="yichuang.ico", SourceFile=icon) + element("Property", Id="ARPPRODUCTICON", Value="yichuang.ico")
        body += element("Property", Id="ARPCOMMENTS", Value=texts.COMMENTS.ascii)
        # Files here say their version, their rows in the package do not: left to itself Windows Installer would keep the old ones.
        body += element("Property", Id="REINSTALLMODE", Value="amus")
        # Nothing to choose later: a setting is changed by installing again with it.
        body += element("Property", Id="ARPNOMODIFY", Value="1")
        body += self.directories()
        references = "".join(element("ComponentRef", Id=name) for name in self.components)
        body += element("Feature", references, Id="Main", Level="1", Title=texts.FEATURE.ascii)
        return element("Product", body, Id=guid("product", self.version), Name=texts.PRODUCT.ascii, UpgradeCode=guid("upgrade"),
                       Language="2052", Version=self.version, Manufacturer=texts.MANUFACTURER.ascii)

    def text(self, icon: str) -> str:
        wix = element("Wix", self.product(icon), xmlns="http://schemas.microsoft.com/wix/2006/wi")
        return '<?xml version="1.0" encoding="utf-8"?>\n' + wix.replace("><", ">\n<") + "\n"
