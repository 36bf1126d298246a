#!/usr/bin/env python3
"""Writes the software bill of materials of a published program to stdout, as CycloneDX 1.6. The same program gives the same bytes.

    sbom.py --version V --deps FILE.deps.json --packages FOLDER --time SECONDS PROGRAM [LIBRARY ...]
"""
import argparse
import datetime
import hashlib
import json
import pathlib
import uuid

import packages

HOME = "https://github.com/modelexporter/modelexporter"


def licences(expression: str | None, name: str) -> list[dict]:
    if expression is None:
        return [{"license": {"name": f"see the package {name}"}}]
    if any(operator in expression for operator in (" OR ", " AND ", " WITH ")):
        return [{"expression": expression}]
    return [{"license": {"id": expression}}]


def component(package: packages.Package) -> dict:
    result = {
        "type": package.kind,
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "hashes": [{"alg": "SHA-512", "content": package.sha512}],
        "licenses": licences(package.licence, package.name),
        "purl": package.purl,
    }
    if copyright := package.text("copyright"):
        result["copyright"] = copyright
    if authors := package.text("authors"):
        result["authors"] = [{"name": authors}]
    return result


def file(path: pathlib.Path) -> dict:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {"type": "file", "bom-ref": f"file:{path.name}", "name": path.name, "hashes": [{"alg": "SHA-256", "content": digest}]}


def bill(version: str, time: int, shipped: list[packages.Package], files: list[pathlib.Path]) -> dict:
    program = f"pkg:github/modelexporter/modelexporter@v{version}"
    by_name = {p.name: p.purl for p in shipped}
    required = {name for p in shipped for name in p.requires}
    roots = sorted(p.purl for p in shipped if p.name not in required)
    parts = [file(f) for f in files]
    content = json.dumps([p["hashes"] for p in parts])
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{HOME}@{version}#{content}')}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.datetime.fromtimestamp(time, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": program,
                "name": "modelexporter",
                "version": version,
                "licenses": licences("Apache-2.0", "modelexporter"),
                "purl": program,
                "externalReferences": [{"type": "vcs", "url": HOME}],
                "components": parts,
            },
        },
        "components": [component(p) for p in shipped],
        "dependencies": [{"ref": program, "dependsOn": roots}]
        + [{"ref": p.purl, "dependsOn": sorted(by_name[n] for n in p.requires if n in by_name)} for p in shipped],
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--version", required=True)
    parser.add_argument("--deps", type=pathlib.Path, required=True)
    parser.add_argument("--packages", type=pathlib.Path, required=True)
    parser.add_argument("--time", type=int, required=True)
    parser.add_argument("files", type=pathlib.Path, nargs="+")
    told = parser.parse_args()
    document = bill(told.version, told.time, packages.shipped(told.deps, told.packages), told.files)
    print(json.dumps(document, indent=2, ensure_ascii=False))
