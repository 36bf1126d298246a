#!/usr/bin/env python3
"""Holds a bill of materials against the schema of CycloneDX 1.6, and prints what is wrong with it. Needs "npm ci" in this folder, and jsonschema.

    check-sbom.py FILE
"""
import json
import pathlib
import sys
import warnings

# Newer releases of jsonschema have another way to resolve references, older ones, such as Debian's, this one alone.
warnings.simplefilter("ignore", DeprecationWarning)
import jsonschema  # noqa: E402

SCHEMAS = pathlib.Path(__file__).parent / "node_modules/@cyclonedx/cyclonedx-library/res/schema"


def read(name: str) -> dict:
    return json.loads((SCHEMAS / f"{name}.SNAPSHOT.schema.json").read_text())


if __name__ == "__main__":
    bill = read("bom-1.6")
    # By the addresses at which the schema refers to them: nothing is fetched.
    parts = {f"http://cyclonedx.org/schema/{name}.SNAPSHOT.schema.json": read(name) for name in ("spdx", "jsf-0.82")}
    resolver = jsonschema.RefResolver(bill["$id"], bill, store=parts)
    errors = list(jsonschema.Draft7Validator(bill, resolver=resolver).iter_errors(json.loads(pathlib.Path(sys.argv[1]).read_text())))
    for error in errors:
        print(f"{'/'.join(map(str, error.absolute_path))}: {error.message}")
    sys.exit(1 if errors else 0)
