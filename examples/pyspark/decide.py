#!/usr/bin/env python3
"""A compiled policy in Spark, as `mapInArrow` on a local session: decide.py LIBRARY"""

import os
import pathlib
import sys

import pyarrow
from pyspark.sql import SparkSession

here = pathlib.Path(__file__).parent
python_folder = str(here.parent / "python")
sys.path.insert(0, python_folder)
from pol_arrow import Policy, library_argument  # noqa: E402

sql_types = {"string": "string", "bool": "boolean", "date32[day]": "date"}


def session():
    """A local session of two workers."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config(
        "spark.ui.showConsoleProgress", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def decided(spark, library, requests, texts=()):
    """The decisions of the rows of a file, as a frame; `texts`: dates that may be `2014-07` or `2014`."""
    library = str(pathlib.Path(library).resolve())
    folder = python_folder

    def decide(batches):
        """Runs in the workers: each loads the library by itself."""
        sys.path.insert(0, folder)
        from pol_arrow import Policy

        policy = Policy(library, "qalsody")
        for batch in batches:
            decisions = policy.decide(batch)
            yield pyarrow.RecordBatch.from_arrays([batch["id"], *decisions.columns], ["id", *decisions.schema.names])

    types = {field.name: sql_types[str(field.type)] for field in Policy(library, "qalsody").schema()
             if field.name not in texts}
    with open(requests) as lines:
        names = next(lines).strip().split(",")
    schema = ", ".join(f"{name} {types.get(name, 'string')}" for name in names)
    return spark.read.csv(str(requests), schema=schema, header=True).mapInArrow(
        decide, "id string, outcome string, denial boolean, approved_from date, approved_through date, "
                "possible array<string>")


if __name__ == "__main__":
    library = library_argument(__doc__)
    spark = session()
    for row in decided(spark, library, here.parent / "python" / "requests.csv").collect():
        period = f" from {row.approved_from} through {row.approved_through}" if row.approved_from else ""
        print(f"{row.id}: {row.outcome}{period}")
    spark.stop()
