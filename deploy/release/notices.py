#!/usr/bin/env python3
"""Writes who wrote the packages that are shipped, and under which licences, to stdout.

    notices.py --deps FILE.deps.json --packages FOLDER
"""
import argparse
import pathlib

import packages

MIT = """Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in
the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of
the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR
A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN
ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""

# Licences whose text need not be repeated for every package.
TEXTS = {"MIT": MIT, "Apache-2.0": "The text of this licence is in the file LICENSE.\n"}


def notice(package: packages.Package) -> str:
    title = f"{package.name} {package.version}"
    who = package.text("copyright") or f"Copyright (c) {package.text('authors')}"
    lines = [title, "=" * len(title), who, package.text("projectUrl") or package.purl, f"Licence: {package.licence or 'as follows'}", ""]
    files = [f.read_text(encoding="utf-8-sig", errors="replace").strip() + "\n" for f in package.licence_files]
    if not files and package.licence not in TEXTS:
        raise SystemExit(f"{title} has no licence text; add it to notices.py")
    return "\n".join(lines + (files or [TEXTS[package.licence]]))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--deps", type=pathlib.Path, required=True)
    parser.add_argument("--packages", type=pathlib.Path, required=True)
    told = parser.parse_args()
    print("ModelExporter is distributed with the following works of others.\n")
    print("\n".join(notice(p) for p in packages.shipped(told.deps, told.packages)))
