#!/usr/bin/env python3
"""A compiled policy as an Arrow function of DuckDB: decide.py LIBRARY

DuckDB reads, joins and schedules; the policy decides a vector of rows at a time.
"""

import pathlib
import sys

import duckdb
import pyarrow
from duckdb.typing import DuckDBPyType

here = pathlib.Path(__file__).parent
sys.path.insert(0, str(here.parent / "python"))
from pol_arrow import Policy  # noqa: E402

policy = Policy(sys.argv[1], "qalsody")
columns = ["evidence", "line_of_business", "benefit", "request", "birth_date", "date_of_service", "first_start",
           "contract_excludes", "mdrp_participating", "indication", "prescriber_specialty", "diagnosis",
           "sod1_mutation", "weakness_from_als", "weakness_from_als_evidence", "tracheostomy", "continues_to_benefit",
           "invasive_ventilation"]
sql_types = {"string": "VARCHAR", "bool": "BOOLEAN", "date32[day]": "DATE"}
types = [sql_types[str(policy.schema().field(name).type)] for name in columns]


def qalsody(*facts):
    """One chunked array a fact, in the order of `columns`; gives one row of decisions each."""
    rows = pyarrow.table(list(facts), names=columns).combine_chunks()
    batches = [policy.decide(batch).to_struct_array() for batch in rows.to_batches()]
    return pyarrow.chunked_array(batches)


connection = duckdb.connect()
connection.create_function(
    "qalsody", qalsody, [DuckDBPyType(name) for name in types],
    DuckDBPyType("STRUCT(outcome VARCHAR, denial BOOLEAN, approved_from DATE, approved_through DATE)"),
    type="arrow", null_handling="special")
csv_types = ", ".join(f"'{name}': '{type}'" for name, type in zip(columns, types))
query = f"""
    SELECT decided.outcome, count(*) AS members, min(decided.approved_from) AS first_day
    FROM (SELECT qalsody({", ".join(columns)}) AS decided
          FROM read_csv('{here.parent / "python" / "requests.csv"}', types = {{{csv_types}}}))
    GROUP BY ALL ORDER BY ALL"""
for outcome, members, first_day in connection.execute(query).fetchall():
    print(f"{outcome}: {members}" + (f", from {first_day}" if first_day else ""))
