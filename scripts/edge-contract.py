#!/usr/bin/env python3
"""Judges requests of the Media Edge API by the contract that Adobe published.

    scripts/edge-contract.py FILE...

A file is a capture (as in tests/payloads/edge), or has one request a line:

    {"path": "/ee/va/v1/play", "body": {"events": [...]}}

A line with `"valid": false` is expected to be invalid, and it is a fault if it is not. `-` is the standard input. The contract is schemas/edge/published/data-collection-apis/static/media-edge.yaml;
MEDIA_COLLECTION_EDGE_SCHEMAS names another folder in place of schemas/edge/published.

Every fault is a line with file, request, JSON Pointer and reason. Exit status: 0 if all requests are
as they should be, 1 if one is not, 2 if a file cannot be read or there is no request, 3 after a message if a package is
missing (PyYAML, jsonschema: `pip install PyYAML jsonschema`).

The contract is taken literally, except where it contradicts its own samples (schemas/edge/README.md has
the reasons): `mediaCollection` is not required beside the events of a downloaded session, and a skipped ad
is `media.adSkip`. With --literal, the first exception does not hold. `eventType`, a text with the one right
value as default, must have it.
"""

import datetime
import json
import os
import pathlib
import re
import sys

try:
    import jsonschema
    import yaml
except ImportError as error:
    print(f"skipped: {error.name} is missing (pip install PyYAML jsonschema)")
    sys.exit(3)

ROOT = pathlib.Path(__file__).resolve().parent.parent
CONTRACT = "data-collection-apis/static/media-edge.yaml"
SLIP = "media.adBreakSkip"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)

formats = jsonschema.FormatChecker(formats=())


@formats.checks("date-time")
def is_time(value):
    """RFC 3339, as the contract means `date-time`."""
    if not isinstance(value, str):
        return True
    if not TIME.fullmatch(value):
        return False
    try:
        # A leap second has no second of its own there.
        datetime.datetime.fromisoformat(value[:19].replace(":60", ":59"))
    except ValueError:
        return False
    return value.endswith("Z") or (value[-5:-3] < "24" and value[-2:] < "60")


@formats.checks("int32")
def is_int32(value):
    return not isinstance(value, int) or -(2**31) <= value < 2**31


def validators(literal):
    """A validator for the body of a request, by event type."""
    folder = ROOT / os.environ.get("MEDIA_COLLECTION_EDGE_SCHEMAS", "schemas/edge/published")
    contract = yaml.safe_load((folder / CONTRACT).read_text(encoding="utf-8"))
    made = {}
    for path, operations in contract["paths"].items():
        schema = operations["post"]["requestBody"]["content"]["application/json"]["schema"]
        xdm = schema["properties"]["events"]["items"]["properties"]["xdm"]
        if not literal and "mediaCollection" not in xdm["properties"]:
            xdm["required"] = [key for key in xdm["required"] if key != "mediaCollection"]
        event_type = xdm["properties"]["eventType"]
        right = event_type["default"]
        event_type["enum"] = [right, "media.adSkip"] if right == SLIP else [right]
        # Schemas of OpenAPI 3.0 are close to draft-04: 1.0 is no integer.
        made[path.strip("/")] = jsonschema.Draft4Validator(schema, format_checker=formats)
    return made


def requests(name):
    """The requests of a file: path, body, and whether it should be valid."""
    text = sys.stdin.read() if name == "-" else pathlib.Path(name).read_text(encoding="utf-8")
    try:
        document = json.loads(text)
    except ValueError:
        document = None
    if isinstance(document, dict) and "requests" in document:
        return [(sent["path"], json.loads(sent["raw"]), True) for sent in document["requests"]]
    lines = [json.loads(line) for line in text.split("\n") if line.strip()]
    return [(line["path"], line["body"], line.get("valid", True)) for line in lines]


def event_type(path, body):
    """The last segment of the path; of `interact`, which takes any event, the type in the body."""
    last = path.partition("?")[0].rstrip("/").rpartition("/")[2]
    if last != "interact":
        return last
    try:
        return body["events"][0]["xdm"]["eventType"].removeprefix("media.")
    except (AttributeError, IndexError, KeyError, TypeError):
        return last


def faults(validators, path, body):
    name = event_type(path, body)
    if name not in validators:
        return [f"{path} is no path of the contract"]
    found = validators[name].iter_errors(body)
    pointer = lambda error: "".join(f"/{step}" for step in error.absolute_path)
    return [f"{pointer(error) or '/'}: {error.message[:200]}" for error in found]


def main(arguments):
    literal = "--literal" in arguments
    names = [argument for argument in arguments if argument != "--literal"]
    if not names or any(name in ("-h", "--help") for name in names):
        print(__doc__)
        return 2
    try:
        known = validators(literal)
    except (OSError, yaml.YAMLError, KeyError) as error:
        print(f"the contract cannot be read: {error}")
        return 2
    count = wrong = 0
    for name in names:
        try:
            sent = requests(name)
        except (OSError, ValueError, KeyError, TypeError) as error:
            print(f"{name}: cannot be read: {error}")
            return 2
        for index, (path, body, valid) in enumerate(sent):
            found = faults(known, path, body)
            if not valid:
                found = [] if found else ["valid, although it should not be"]
            for fault in found:
                print(f"{name}: request {index} ({path}): {fault}")
            count += 1
            wrong += bool(found)
    print(f"{count} requests, {wrong} of them not as they should be")
    if count == 0:
        return 2
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
