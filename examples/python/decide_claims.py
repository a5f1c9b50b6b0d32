#!/usr/bin/env python3
"""Decides the sample claims of this folder, each by the policies that list its code: decide_claims.py LIBRARY"""

import pathlib

import pyarrow
import pyarrow.csv

from pol_arrow import Registry, library_argument

registry = Registry(library_argument(__doc__), "plan_arrow")
for text in registry.identity().to_pylist():
    codes = ", ".join(code["code"] for code in text["codes"] if code["system"] == "hcpcs")
    print(f"{text['policy']} from {text['text_from']}, {text['title']}: {codes}")

types = {field.name: field.type for field in registry.schema()}
claims = pyarrow.csv.read_csv(pathlib.Path(__file__).parent / "claims.csv", convert_options=pyarrow.csv.ConvertOptions(
    column_types=types, strings_can_be_null=True, quoted_strings_can_be_null=True))
for batch in claims.combine_chunks().to_batches():
    for claim, row in zip(batch["id"], registry.decide(batch).to_pylist()):
        if row["unanswered"]:
            print(f"{claim}: {row['unanswered']}")
        for decision in row["decisions"]:
            denied = ", a denial whatever is answered" if decision["denial"] else ""
            print(f"{claim}: {decision['policy']}, {decision['problem'] or decision['outcome'] + denied}")
