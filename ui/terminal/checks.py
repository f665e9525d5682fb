"""The checks of ``advisor doctor``: each looks at one part and says what it found. None of them changes anything."""

from __future__ import annotations

import errno
import os
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from corpus.catalogue import Catalogue
from corpus.errors import AdvisorError, CatalogueError
from corpus.settings import Settings, unknown_variables

__all__ = ["MARKS", "Check", "run_checks"]

State = Literal["ok", "note", "broken"]
MARKS: dict[State, str] = {"ok": "ok    ", "note": "note  ", "broken": "BROKEN"}
#: variables of ours that are no setting
_OWN_VARIABLES = {"ADVISOR_DEBUG"}
#: so many faults of the ways on are listed
_MOST_FAULTS = 10


class Check(NamedTuple):
    """What one check found, and what to do about it (empty when nothing)."""

    name: str
    state: State
    found: str
    advice: str = ""


def run_checks(settings: Settings) -> Iterator[Check]:
    """Every check, in the order in which one part needs another."""
    yield _guarded("settings", lambda: _settings(settings))
    yield _guarded("home", lambda: _home(settings))
    catalogue: list[Catalogue] = []
    yield _guarded("catalogue", lambda: _catalogue(settings, catalogue))
    if catalogue:
        yield _guarded("links", lambda: _links(catalogue[0]))
        yield _guarded("pathways", lambda: _pathways(catalogue[0]))
        yield _guarded("guidance", lambda: _guidance(catalogue[0]))
    yield _guarded("model", _packaged_model)
    yield _guarded("exported model", lambda: _exported_model(settings))
    if catalogue:
        yield _guarded("index", lambda: _index(settings, catalogue[0]))
    yield _guarded("port", lambda: _port(settings))
    yield _network(settings)


def _guarded(name: str, check: Callable[[], Check]) -> Check:
    """A check that fails says so; it never stops the others."""
    try:
        return check()
    except CatalogueError as error:
        return Check(name, "broken", f"{len(error.faults)} faults:\n" + "\n".join(map(str, error.faults)), error.hint)
    except AdvisorError as error:
        return Check(name, "broken", error.message, error.hint)
    except Exception as error:  # noqa: BLE001 - a broken part may fail in any way, and the report must go on
        return Check(name, "broken", f"{type(error).__name__}: {error}.", "Set ADVISOR_DEBUG=1 and report this.")


def _settings(settings: Settings) -> Check:
    if unknown := [name for name in unknown_variables() if name not in _OWN_VARIABLES]:
        return Check(
            "settings", "note", f"These variables are set but are no setting: {', '.join(unknown)}.",
            "Run `advisor paths` to see those that are.",
        )  # fmt: skip
    given = len(settings.origins)
    return Check("settings", "ok", f"{given} given, the others at their defaults; Python {sys.version.split()[0]}.")


def _home(settings: Settings) -> Check:
    """Whether the home folder, or the nearest folder above it that exists, can be written."""
    folder = settings.home
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        with tempfile.NamedTemporaryFile(dir=folder):
            pass
    except OSError as error:
        return Check(
            "home", "broken", f"{settings.home} cannot be written: {error.strerror}.",
            "Make it writable, or set ADVISOR_HOME to another folder.",
        )  # fmt: skip
    return Check("home", "ok", f"{settings.home} can be written.")


def _catalogue(settings: Settings, found: list[Catalogue]) -> Check:
    from corpus.stewardship import public_catalogue, withdrawn_ids

    catalogue = public_catalogue(settings)
    found.append(catalogue)
    invented = sum(record.invented for record in catalogue)
    said = f"{len(catalogue)} records of {len(catalogue.institutions)} institutions ({', '.join(settings.catalogues)})"
    said += f", {invented} of them invented." if invented else "."
    undated = sum(record.source.date is None for record in catalogue)
    withdrawn = len(withdrawn_ids(settings))
    said += f" {undated} have no date of their own."
    return Check("catalogue", "ok", said + (f" {withdrawn} withdrawn by `advisor withdraw`." if withdrawn else ""))


def _links(catalogue: Catalogue) -> Check:
    links = [link for record in catalogue for link in (*record.laddering, *record.stacking, *record.links)]
    resolved = sum(link.target is not None for link in links)
    barred = sum(bool(record.source.url) and record.source.link is None for record in catalogue)
    return Check(
        "links", "ok",
        f"{len(links)} ways on, {resolved} of them to a record and {len(links) - resolved} as text; "
        f"{barred} source addresses are not shown as links.",
    )  # fmt: skip


def _pathways(catalogue: Catalogue) -> Check:
    """Circles, loose ends and contradictions in the ways on: told, and harmless, since no route ever loops."""
    from advisor.reason.problems import problems

    found = problems(catalogue)
    if not found:
        return Check("pathways", "ok", "no circles, no loose ends and no contradictions.")
    listed = "\n".join(f"{fault.kind}: {fault.text}" for fault in found[:_MOST_FAULTS])
    more = f"\nand {len(found) - _MOST_FAULTS} more" if len(found) > _MOST_FAULTS else ""
    return Check(
        "pathways", "note", f"{len(found)} {'fault' if len(found) == 1 else 'faults'}:\n{listed}{more}\n",
        "Mend these records; until then answers show what each record states.",
    )  # fmt: skip


def _guidance(catalogue: Catalogue) -> Check:
    sections = catalogue.sections.values()
    documents = len({section.document for section in sections})
    risky = sum(section.stale_risk == "high" for section in sections)
    return Check("guidance", "ok", f"{len(sections)} sections in {documents} documents; {risky} go out of date quickly.")


def _packaged_model() -> Check:
    from index.model import MODEL_NAME, MODEL_SHA256, packaged_model

    packaged_model()
    return Check("model", "ok", f"{MODEL_NAME}, SHA-256 {MODEL_SHA256[:12]}… as expected.")


def _exported_model(settings: Settings) -> Check:
    from index.model import check_exported

    card = check_exported(settings)
    if card is None:
        return Check("exported model", "note", "not made yet.", "`advisor index` makes it (about ten seconds, once).")
    return Check(
        "exported model", "ok",
        f"{card.onnx_bytes / 1e6:.0f} MB, checksums right; cosine to the original {card.cosine_mean:.3f} mean, "
        f"{card.cosine_min:.3f} worst of {card.checked}.",
    )  # fmt: skip


def _index(settings: Settings, catalogue: Catalogue) -> Check:
    from advisor.find.opening import catalogue_index_state, index_name
    from index.search import HybridSearch

    state = catalogue_index_state(catalogue, settings)
    if state == "fresh":
        search = HybridSearch.open(index_name(settings), settings=settings)  # reads every file, compares its checksum
        return Check("index", "ok", f"fresh, {len(search)} passages, every file as it was written.")
    if state == "broken":
        return Check("index", "broken", "damaged.", "`advisor index` builds it anew; nothing is lost.")
    return Check("index", "note", f"{state}.", "It is built at the next question, or now by `advisor index`.")


def _port(settings: Settings) -> Check:
    where = f"{settings.host}:{settings.port}"
    try:
        address = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(address[0], socket.SOCK_STREAM) as probe:
            if os.name == "posix":  # as the server does, so that a port that was just let go of counts as free
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address[4])
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return Check("port", "note", f"{where} is in use, perhaps by this advisor.", "`advisor serve --port` takes another.")
        return Check("port", "broken", f"{where} cannot be used: {error.strerror or error}.", "Set another host or port.")
    return Check("port", "ok", f"{where} is free.")


def _network(settings: Settings) -> Check:
    if settings.chroma_url:
        return Check("network", "note", f"searches go to the Chroma server at {settings.chroma_url}; nothing else leaves.")
    return Check("network", "ok", "not needed: nothing is fetched and nothing is sent.")
