#!/usr/bin/env python3
"""Decides the sample requests of this folder: decide.py LIBRARY [REQUESTS.csv]"""

import pathlib
import sys

import pyarrow
import pyarrow.csv

from pol_arrow import Policy

here = pathlib.Path(__file__).parent
library, requests = (sys.argv[1:] + [here / "requests.csv"])[:2]
policy = Policy(library, "qalsody")
types = {field.name: field.type for field in policy.schema()}
table = pyarrow.csv.read_csv(requests, convert_options=pyarrow.csv.ConvertOptions(
    column_types=types, strings_can_be_null=True, quoted_strings_can_be_null=True))
for batch in table.combine_chunks().to_batches():
    decisions = policy.decide(batch)
    for member, outcome, from_day, through in zip(batch["id"], *(decisions[name] for name in (
            "outcome", "approved_from", "approved_through"))):
        period = f" from {from_day} through {through}" if from_day.is_valid else ""
        print(f"{member}: {outcome}{period}")
