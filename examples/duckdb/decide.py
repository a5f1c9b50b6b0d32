#!/usr/bin/env python3
"""A compiled policy as an Arrow function of DuckDB: decide.py LIBRARY

DuckDB reads, joins and schedules; the policy decides a vector of rows at a time.
"""

import pathlib
import sys

import duckdb
import pyarrow

here = pathlib.Path(__file__).parent
sys.path.insert(0, str(here.parent / "python"))
from pol_arrow import Policy, library_argument  # noqa: E402

sql_types = {"string": "VARCHAR", "bool": "BOOLEAN", "date32[day]": "DATE"}


def connect(library, requests, texts=()):
    """A connection that has the rows of a file as `requests` and decides them by `qalsody`.

    `texts`: dates that may be `2014-07` or `2014`.
    """
    policy = Policy(library, "qalsody")
    types = {field.name: sql_types[str(field.type)] for field in policy.schema() if field.name not in texts}
    with open(requests) as lines:
        row = {name: types.get(name, "VARCHAR") for name in next(lines).strip().split(",")}

    def qalsody(rows):
        """Rows as a chunked array of structures; gives the decisions as one."""
        return pyarrow.chunked_array(
            [policy.decide(pyarrow.RecordBatch.from_struct_array(chunk)).to_struct_array() for chunk in rows.chunks])

    connection = duckdb.connect()
    connection.create_function(
        "qalsody", qalsody, [f"STRUCT({', '.join(f'{name} {type}' for name, type in row.items())})"],
        "STRUCT(outcome VARCHAR, denial BOOLEAN, approved_from DATE, approved_through DATE, possible VARCHAR[])", type="arrow")
    connection.execute(f"CREATE VIEW requests AS FROM read_csv('{requests}', columns = {row})")
    return connection


if __name__ == "__main__":
    decided = connect(library_argument(__doc__), here.parent / "python" / "requests.csv").execute("""
        SELECT decision.outcome, count(*) AS members, min(decision.approved_from) AS first_day
        FROM (SELECT qalsody(requests) AS decision FROM requests)
        GROUP BY ALL ORDER BY ALL""")
    for outcome, members, first_day in decided.fetchall():
        print(f"{outcome}: {members}" + (f", from {first_day}" if first_day else ""))
