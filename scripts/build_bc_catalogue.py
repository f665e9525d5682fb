"""Build the shipped ``bc`` catalogue from a folder in the gathered form.

    python scripts/build_bc_catalogue.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from corpus.errors import CatalogueError
from corpus.load import SHIPPED
from corpus.readers.gathered import read_gathered
from corpus.readers.native import write_records


def main(folder: str) -> None:
    """Read, check and write the records."""
    records, faults = read_gathered(Path(folder))
    if faults:
        raise CatalogueError(tuple(faults))
    write_records(SHIPPED["bc"] / "credentials.jsonl", records)
    print(f"{len(records)} records written to {SHIPPED['bc'] / 'credentials.jsonl'}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
