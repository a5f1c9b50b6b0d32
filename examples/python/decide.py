#!/usr/bin/env python3
"""Decides the sample requests of this folder: decide.py LIBRARY [REQUESTS.csv]"""

import pathlib
import sys

import pyarrow
import pyarrow.csv

from pol_arrow import Policy, library_argument

here = pathlib.Path(__file__).parent


def decided(library, requests, texts=()):
    """Batches of the rows of a file, each with its decisions; `texts`: dates that may be `2014-07` or `2014`."""
    policy = Policy(library, "qalsody")
    types = {field.name: field.type for field in policy.schema()}
    table = pyarrow.csv.read_csv(requests, convert_options=pyarrow.csv.ConvertOptions(
        column_types={**types, **dict.fromkeys(["id", *texts], pyarrow.string())}, strings_can_be_null=True, quoted_strings_can_be_null=True))
    for batch in table.combine_chunks().to_batches():
        yield batch, policy.decide(batch)


if __name__ == "__main__":
    library, requests = [library_argument(__doc__), *sys.argv[2:], here / "requests.csv"][:2]
    for batch, decisions in decided(library, requests):
        for member, outcome, from_day, through in zip(batch["id"], *(decisions[name] for name in (
                "outcome", "approved_from", "approved_through"))):
            period = f" from {from_day} through {through}" if from_day.is_valid else ""
            print(f"{member}: {outcome}{period}")
