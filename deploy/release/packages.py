"""What a published program is made of: its deps.json, and the packages it names as they lie in NuGet's folder."""
import base64
import json
import pathlib
import re
import xml.etree.ElementTree


class Package:
    """A package that is shipped, or the part of .NET that is compiled in."""

    def __init__(self, folder: pathlib.Path, name: str, version: str, kind: str, requires: list[str]):
        self.name, self.version, self.kind, self.requires = name, version, kind, requires
        self.folder = folder / name.lower() / version
        nuspec = xml.etree.ElementTree.parse(next(self.folder.glob("*.nuspec"))).getroot()
        self._values = {re.sub(r"\{.*\}", "", e.tag): e for e in nuspec.iter()}

    @property
    def purl(self) -> str:
        return f"pkg:nuget/{self.name}@{self.version}"

    @property
    def licence(self) -> str | None:
        """As an SPDX expression; None = the package has only a file, or a link."""
        element = self._values.get("license")
        return element.text if element is not None and element.get("type") == "expression" else LINKED.get(self.text("licenseUrl"))

    @property
    def sha512(self) -> str:
        """Of the package as it was downloaded, in hex."""
        digest = next(self.folder.glob("*.nupkg.sha512")).read_text().strip()
        return base64.b64decode(digest).hex()

    @property
    def licence_files(self) -> list[pathlib.Path]:
        pattern = re.compile(r"(licen[sc]es?|notice|third-?party-?notices)(\.(txt|md))?$", re.IGNORECASE)
        return sorted(f for f in self.folder.iterdir() if f.is_file() and pattern.match(f.name))

    def text(self, name: str) -> str | None:
        element = self._values.get(name)
        return element.text.strip() if element is not None and element.text else None


# Links that older packages have in the place of an expression.
LINKED = {
    "https://github.com/dotnet/corefx/blob/master/LICENSE.TXT": "MIT",
    "https://github.com/prometheus-net/prometheus-net/blob/master/LICENSE": "MIT",
    "https://licenses.nuget.org/MIT": "MIT",
}

# Kinds of libraries in a deps.json, and what CycloneDX calls them.
KINDS = {"package": "library", "runtimepack": "framework"}


def shipped(deps: pathlib.Path, folder: pathlib.Path) -> list[Package]:
    """The packages that a program was published with, by its deps.json. Those of the build alone are not in it."""
    document = json.loads(deps.read_text())
    target = document["targets"][document["runtimeTarget"]["name"]]
    packages = []
    for key, library in document["libraries"].items():
        if library["type"] not in KINDS:
            continue
        name, version = key.removeprefix("runtimepack.").split("/")
        packages.append(Package(folder, name, version, KINDS[library["type"]], sorted(target[key].get("dependencies", {}))))
    return sorted(packages, key=lambda p: p.name.lower())
