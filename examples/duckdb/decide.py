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
from pol_arrow import Policy  # noqa: E402

policy = Policy(sys.argv[1], "qalsody")
requests = here.parent / "python" / "requests.csv"
sql_types = {"string": "VARCHAR", "bool": "BOOLEAN", "date32[day]": "DATE"}
types = {field.name: sql_types[str(field.type)] for field in policy.schema()}
row = {name: types.get(name, "VARCHAR") for name in requests.read_text().splitlines()[0].split(",")}


def qalsody(rows):
    """Rows as a chunked array of structures; gives the decisions as one."""
    return pyarrow.chunked_array(
        [policy.decide(pyarrow.RecordBatch.from_struct_array(chunk)).to_struct_array() for chunk in rows.chunks])


connection = duckdb.connect()
connection.create_function(
    "qalsody", qalsody, [f"STRUCT({', '.join(f'{name} {type}' for name, type in row.items())})"],
    "STRUCT(outcome VARCHAR, denial BOOLEAN, approved_from DATE, approved_through DATE)", type="arrow")
connection.execute(f"CREATE VIEW requests AS FROM read_csv('{requests}', columns = {row})")
decided = connection.execute("""
    SELECT decision.outcome, count(*) AS members, min(decision.approved_from) AS first_day
    FROM (SELECT qalsody(requests) AS decision FROM requests)
    GROUP BY ALL ORDER BY ALL""")
for outcome, members, first_day in decided.fetchall():
    print(f"{outcome}: {members}" + (f", from {first_day}" if first_day else ""))
