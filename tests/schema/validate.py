"""Validates what polc reads and writes against its own schemas, with a validator that others wrote.

validate.py POLC REQUEST_LINES POLICY [REQUESTS BROKEN]
"""

import json
import subprocess
import sys

SKIPPED = 77

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: no jsonschema for this Python (Debian: python3-jsonschema)")
    sys.exit(SKIPPED)


def output_of(*command, text=None):
    run = subprocess.run(command, input=text, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{' '.join(command[:3])} ends with {run.returncode}: {run.stderr[:1000]}")
    return run.stdout


def lines_of(text):
    """Not by splitlines(), which also ends a line at signs that stand within JSON texts."""
    return [line for line in text.split("\n") if line]


def schema_of(polc, policy, subject):
    schema = json.loads(output_of(polc, "schema", subject, policy))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def expect_valid(schema, lines, what):
    for number, line in enumerate(lines, 1):
        for error in schema.iter_errors(json.loads(line)):
            sys.exit(f"{what} {number} is not valid at {error.json_path}: {error.message[:500]}\n{line[:2000]}")
    print(f"{len(lines)} {what}s are valid")


def is_valid(schema, line):
    try:
        return schema.is_valid(json.loads(line))
    except ValueError:
        return False


def check_requests(polc, policy, lines):
    expect_valid(schema_of(polc, policy, "--request"), lines, "request")
    decisions = output_of(polc, "decide", "--lines", "--format", "json", policy, "-", text="\n".join(lines))
    expect_valid(schema_of(polc, policy, "--decision"), lines_of(decisions), "decision")
    if len(lines_of(decisions)) != len(lines):
        sys.exit("not every request was decided")


def check_broken(schema, path):
    """A schema sees a value, not its text, so it cannot tell that a key is repeated: these lines it takes."""
    repeats = {'{"diagnosis": "als", "diagnosis": "other"}', '{"diagnosis": {"value": "als", "value": "other"}}'}
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        lines = lines_of(file.read())
    taken = {line for line in lines if is_valid(schema, line)}
    if taken != repeats:
        sys.exit(f"of the broken requests these are taken, but should not be, or the other way round: {taken ^ repeats}")
    print(f"{len(lines) - len(taken)} broken requests are refused, {len(taken)} that repeat a key are not")


def main(polc, request_lines, policy, requests=None, broken=None):
    lines = lines_of(output_of(request_lines, policy, "15"))
    if requests:
        with open(requests, encoding="utf-8") as file:
            lines += lines_of(file.read())
    check_requests(polc, policy, lines)
    if broken:
        check_broken(schema_of(polc, policy, "--request"), broken)


main(*sys.argv[1:])
