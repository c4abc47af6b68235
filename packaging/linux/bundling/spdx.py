# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The bill of materials of a bundle as SPDX 2.3 in JSON."""
import datetime
import hashlib
import json
import pathlib
import re

from . import collect, licences, metadata, plan

NAMESPACE = "https://yichuang.example/spdx/"
PUBLIC_DOMAIN = "LicenseRef-public-domain"


def identifier(kind: str, name: str) -> str:
    return f"SPDXRef-{kind}-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)


def moment() -> str:
    return datetime.datetime.fromtimestamp(metadata.epoch(), datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def product() -> dict:
    return {
        "SPDXID": "SPDXRef-Product",
        "name": "yichuang",
        "versionInfo": metadata.version(),
        "supplier": "Organization: The Yichuang authors",
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": "Apache-2.0",
        "licenseDeclared": "Apache-2.0",
        "copyrightText": "2026 The Yichuang authors",
        "primaryPackagePurpose": "APPLICATION",
    }


def package(one: licences.Component) -> dict:
    supplier = "Organization: Debian" if one.origin.startswith("pkg:deb/") else "NOASSERTION"
    return {
        "SPDXID": identifier("Package", one.name),
        "name": one.name,
        "versionInfo": one.version,
        "supplier": supplier,
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": one.licence,
        "licenseDeclared": "NOASSERTION",
        "copyrightText": "NOASSERTION",
        "sourceInfo": f"built from source {one.source} {one.source_version}",
        "comment": f"share/doc/{one.name}/copyright has the texts",
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": one.origin}],
    }


def file_entry(root: pathlib.Path, place: str) -> dict:
    data = (root / place).read_bytes()
    return {
        "SPDXID": identifier("File", place),
        "fileName": f"./{place}",
        "checksums": [
            {"algorithm": "SHA1", "checksumValue": hashlib.sha1(data, usedforsecurity=False).hexdigest()},
            {"algorithm": "SHA256", "checksumValue": hashlib.sha256(data).hexdigest()},
        ],
        "licenseConcluded": "NOASSERTION",
        "licenseInfoInFiles": ["NOASSERTION"],
        "copyrightText": "NOASSERTION",
    }


def relationship(one: str, kind: str, other: str) -> dict:
    return {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}


def carried(bundle: collect.Bundle) -> list[dict]:
    """Others' code inside of a file, and so of the component that brings the file."""
    pairs = {(identifier(kind, name), identifier("Package", part)) for place, parts in bundle.carried.items() for part in parts
             for kind, name in (("File", place), ("Package", bundle.component(place)))}
    return [relationship(one, "STATIC_LINK", part) for one, part in sorted(pairs)]


def explained(root: pathlib.Path, found: list[licences.Component]) -> list[dict]:
    """Licences that SPDX has no name for, with their words."""
    told = [{
        "licenseId": PUBLIC_DOMAIN,
        "name": "Public domain",
        "extractedText": "The authors have placed this software in the public domain; see the part's own copyright file.",
    }]
    for one in found:
        for name in sorted(set(re.findall(r"LicenseRef-[A-Za-z0-9.-]+", one.licence)) - {entry["licenseId"] for entry in told}):
            text = (root / "share/doc" / one.name / "copyright").read_text(encoding="utf-8", errors="replace")
            told.append({"licenseId": name, "name": name.removeprefix("LicenseRef-").replace("-", " "), "extractedText": text})
    return told


def document(bundle: collect.Bundle, found: list[licences.Component], system: str) -> dict:
    own = [bundle.program, *bundle.helpers]
    files = [file_entry(bundle.root, place) for place in [*sorted(bundle.copied), *own]]
    links = [relationship("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-Product"),
             *(relationship("SPDXRef-Product", "CONTAINS", identifier("File", place)) for place in own)]
    for one in found:
        links += [relationship("SPDXRef-Product", kind, identifier("Package", one.name))
                  for how, kind in (("file", "CONTAINS"), ("compiled in", "STATIC_LINK")) if how in one.how]
    for place in sorted(bundle.copied):
        links.append(relationship(identifier("Package", bundle.component(place)), "CONTAINS", identifier("File", place)))
    links += carried(bundle)
    digest = hashlib.sha256("".join(entry["checksums"][1]["checksumValue"] for entry in files).encode()).hexdigest()
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"yichuang-{metadata.version()}-{system}-x86_64",
        "documentNamespace": f"{NAMESPACE}yichuang-{metadata.version()}-{digest[:32]}",
        "creationInfo": {"created": moment(), "creators": ["Organization: The Yichuang authors", "Tool: yichuang-packaging"]},
        "packages": [product()] + [package(one) for one in found],
        "files": files,
        "relationships": links,
        "hasExtractedLicensingInfos": explained(bundle.root, found),
    }


def write(bundle: collect.Bundle, found: list[licences.Component], system: str = "linux") -> pathlib.Path:
    path = bundle.root / "share/doc/yichuang/sbom.spdx.json"
    path.write_text(json.dumps(document(bundle, found, system), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def write_for_debian(stage: pathlib.Path, package_name: str, program: str, without: tuple[str, ...] = ()) -> pathlib.Path:
    """Of a package that takes its libraries from Debian: the program and what is compiled into it, but for `without`."""
    found = [one for one in licences.compiled_in(plan.COMPILED_IN) if one.name not in without]
    made = document(collect.Bundle(stage, program=program), sorted(found), "debian")
    made["packages"][0]["name"] = package_name
    made["name"] = f"{package_name}-{metadata.version()}-debian-x86_64"
    path = stage / f"usr/share/doc/{package_name}/sbom.spdx.json"
    path.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path
