#!/usr/bin/env python3
"""Whether engines decide as the evaluator of single requests does: compare_engines.py BUILD COUNT [ENGINE...]

Decides COUNT seeded requests by the code of the examples for Python, DuckDB and Spark and compares every row with what
the evaluator says of that request alone: outcome, denial, first and last day of the approval, possible outcomes. An
engine that is not installed is skipped with a sentence; ends with 77 if all are, with 1 if a row differs, with 2 if
BUILD has no tests.
"""

import importlib.util
import os
import pathlib
import runpy
import shutil
import subprocess
import sys
import tempfile
import time

examples = pathlib.Path(__file__).resolve().parents[2] / "examples"
seed = 127
# Dates that may be a month or a year.
texts = ["birth_date"]
modules = {"python": ["pyarrow"], "duckdb": ["pyarrow", "duckdb"], "pyspark": ["pyarrow", "pandas", "pyspark"]}


def missing(engine):
    """What the engine lacks here, in words; empty if nothing."""
    for module in modules[engine]:
        if importlib.util.find_spec(module) is None:
            return f"{sys.executable} has no module {module} (pip install {' '.join(modules[engine])})"
    if engine == "pyspark" and not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        return "there is no java (apt-get install default-jre-headless)"
    return ""


def example(engine):
    """The functions of an example's script."""
    sys.path.insert(0, str(examples / "python"))
    return runpy.run_path(str(examples / engine / "decide.py"))


def decide_by_python(library, requests, scratch):
    import pyarrow
    batches = []
    for batch, decisions in example("python")["decided"](library, requests, texts):
        batches.append(pyarrow.RecordBatch.from_arrays(
            [batch["id"], *decisions.columns], ["id", *decisions.schema.names]))
    return pyarrow.Table.from_batches(batches)


def decide_by_duckdb(library, requests, scratch):
    import pyarrow.parquet
    output = scratch / "duckdb.parquet"
    example("duckdb")["connect"](library, requests, texts).execute(f"""
        COPY (SELECT id, decision.* FROM (SELECT id, qalsody(requests) AS decision FROM requests))
        TO '{output}' (FORMAT parquet)""")
    return pyarrow.parquet.read_table(output)


def decide_by_pyspark(library, requests, scratch):
    import pyarrow.parquet
    functions = example("pyspark")
    spark = functions["session"]()
    functions["decided"](spark, library, requests, texts).write.parquet(str(scratch / "pyspark"))
    spark.stop()
    return pyarrow.parquet.read_table(scratch / "pyspark")


def read_native(file):
    import pyarrow
    import pyarrow.csv
    types = {"id": pyarrow.int64(), "outcome": pyarrow.string(), "denial": pyarrow.bool_(),
             "approved_from": pyarrow.date32(), "approved_through": pyarrow.date32(), "possible": pyarrow.string()}
    return pyarrow.csv.read_csv(file, convert_options=pyarrow.csv.ConvertOptions(column_types=types))


def with_text_of_possible(decided):
    """With the list of possible outcomes as the text that the native decisions have."""
    import pyarrow
    import pyarrow.compute as compute
    at = decided.column_names.index("possible")
    lists = decided["possible"].cast(pyarrow.list_(pyarrow.string()))
    return decided.set_column(at, "possible", compute.binary_join(lists, " "))


def alike_rows(native, decided):
    """For every row whether all columns are equal, or null in both."""
    import pyarrow.compute as compute
    alike = None
    for name in native.column_names:
        ours, theirs = native[name], decided[name]
        same = compute.or_(compute.fill_null(compute.equal(ours, theirs), False),
                           compute.and_(compute.is_null(ours), compute.is_null(theirs)))
        alike = same if alike is None else compute.and_(alike, same)
    return alike


def compare(engine, native, decided, seconds):
    """Prints how many rows are alike, and the first that is not; whether all are."""
    import pyarrow.compute as compute
    decided = with_text_of_possible(decided).select(native.column_names).cast(native.schema).sort_by("id")
    if decided.num_rows != native.num_rows:
        print(f"{engine}: {decided.num_rows} rows for {native.num_rows} requests")
        return False
    alike = alike_rows(native, decided)
    count = compute.sum(alike).as_py()
    print(f"{engine}: {count} of {native.num_rows} alike, {seconds:.1f} s", flush=True)
    if count == native.num_rows:
        return True
    row = compute.index(alike, False).as_py()
    print(f"  {decided.slice(row, 1).to_pylist()[0]}, not {native.slice(row, 1).to_pylist()[0]}")
    return False


def say_native(native, seconds):
    counts = sorted((entry["counts"], entry["values"]) for entry in native["outcome"].value_counts().to_pylist())
    print(f"native: {native.num_rows} requests, {seconds:.1f} s: " +
          ", ".join(f"{count} {outcome}" for count, outcome in reversed(counts)), flush=True)


def installed(engines):
    """Those engines that can run here; says why the others cannot."""
    present = []
    for engine in engines:
        why = missing(engine)
        if why:
            print(f"{engine}: skipped, {why}", flush=True)
        else:
            present.append(engine)
    return present


def main(build, count, engines):
    build = pathlib.Path(build).resolve()
    library = str(build / "examples" / "libplan_arrow.so")
    evaluator = build / "tests" / "arrow" / "engine_requests"
    if not evaluator.exists():
        print(f"{evaluator} is missing: it takes a build with -DBUILD_TESTING=ON, as ./dev test makes", file=sys.stderr)
        return 2
    ways = {"python": decide_by_python, "duckdb": decide_by_duckdb, "pyspark": decide_by_pyspark}
    present = installed(engines or ways)
    if not present:
        return 77
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        subprocess.run([evaluator, str(seed), count, folder], check=True)
        scratch = pathlib.Path(folder)
        native = read_native(scratch / "decided.csv")
        say_native(native, time.monotonic() - began)
        is_alike = True
        for engine in present:
            began = time.monotonic()
            decided = ways[engine](library, str(scratch / "requests.csv"), scratch)
            is_alike &= compare(engine, native, decided, time.monotonic() - began)
    return 0 if is_alike else 1


if __name__ == "__main__":
    if len(sys.argv) < 3:
        print(__doc__.splitlines()[0], file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
