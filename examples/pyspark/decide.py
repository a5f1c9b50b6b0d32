#!/usr/bin/env python3
"""A compiled policy in Spark, as `mapInArrow` on a local session: decide.py LIBRARY"""

import os
import pathlib
import sys

import pyarrow
from pyspark.sql import SparkSession

here = pathlib.Path(__file__).parent
sys.path.insert(0, str(here.parent / "python"))
from pol_arrow import Policy  # noqa: E402

library = str(pathlib.Path(sys.argv[1]).resolve())
python_folder = str(here.parent / "python")
sql_types = {"string": "string", "bool": "boolean", "date32[day]": "date"}


def decide(batches):
    """Runs in the workers: each loads the library by itself."""
    sys.path.insert(0, python_folder)
    from pol_arrow import Policy

    policy = Policy(library, "qalsody")
    for batch in batches:
        decisions = policy.decide(batch)
        yield pyarrow.RecordBatch.from_arrays([batch["id"], *decisions.columns], ["id", *decisions.schema.names])


os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config(
    "spark.ui.showConsoleProgress", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
requests = here.parent / "python" / "requests.csv"
types = {field.name: sql_types[str(field.type)] for field in Policy(library, "qalsody").schema()}
names = requests.read_text().splitlines()[0].split(",")
schema = ", ".join(f"{name} {types.get(name, 'string')}" for name in names)
decided = spark.read.csv(str(requests), schema=schema, header=True).mapInArrow(
    decide, "id string, outcome string, denial boolean, approved_from date, approved_through date")
for row in decided.collect():
    period = f" from {row.approved_from} through {row.approved_through}" if row.approved_from else ""
    print(f"{row.id}: {row.outcome}{period}")
spark.stop()
