"""The explorer's routes. All but one answer to GET, none keeps anything, and each looks first whether a record was withdrawn."""

from __future__ import annotations

import datetime as dt
import gzip
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from advisor.contract import Answer, Table
from advisor.engine import Advisor
from advisor.explore.brief import brief_of
from advisor.explore.near import DISTANCES, NEAR_KM
from advisor.explore.places import find_place, places_of, suggest_places
from advisor.explore.reading import knowledge_records, reading
from advisor.explore.values import COLUMNS
from advisor.understand.understanding import Request as Asked
from corpus.places import gazetteer
from corpus.settings import Settings
from ui.web.explorer.around import around_page
from ui.web.explorer.browsing import browse_page
from ui.web.explorer.document import brief_document
from ui.web.explorer.pages import PREFIX, ExplorerPages
from ui.web.explorer.room import Room
from ui.web.explorer.shortlist import MOST, MOST_NOTE, as_json, facts_of, read_shortlist
from ui.web.explorer.tiles import HEIGHT, WIDTH
from ui.web.limits import RateLimit

__all__ = ["build_router"]

#: characters of a search that are read; the rest of a longer one is left out
MOST_QUERY = 300
COMPARED = range(2, 6)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def build_router(advisor: Advisor, settings: Settings) -> APIRouter:
    """The explorer, for mounting in an application."""
    room = Room(advisor, settings)
    pages = ExplorerPages(settings, links={"explorer": PREFIX}, invented=any(record.invented for record in advisor.catalogue))
    limit = RateLimit(settings.rate_limit * 4)
    router = APIRouter(include_in_schema=False)
    router.include_router(pages.own.router(), prefix=PREFIX)
    _look(router, room, pages, limit)
    _take(router, room, pages, limit)
    return router


def _look(router: APIRouter, room: Room, pages: ExplorerPages, limit: RateLimit) -> None:
    """Pages to look at."""

    @router.get(PREFIX)
    def browse(request: Request, q: str = "", page: str = "") -> Response:
        """Everything, narrowed down."""
        if refused := _refusal(request, limit, pages):
            return refused
        given = {name: request.query_params.getlist(name)[:50] for name in COLUMNS}
        shown = browse_page(room.explorer, pages.words, given, query=_clean(q), page=int(page) if page.isdecimal() and len(page) < 6 else 1)
        return _page(request, pages, "browse.html", nav="browse", shown=shown, size=(WIDTH, HEIGHT))

    @router.get(PREFIX + "/record/{record_id}")
    def record(request: Request, record_id: str) -> Response:
        """One record with all that it states."""
        explorer = room.explorer
        found = explorer.catalogue.records.get(record_id)
        if found is None:
            return _page(request, pages, "gone.html", nav="", status=404)
        catalogue = explorer.catalogue
        onward = [link.target for link in (*found.laddering, *found.stacking, *found.links) if link.target]
        return _page(
            request,
            pages,
            "record.html",
            nav="",
            brief=brief_of(catalogue, found),
            record=found,
            onward=[catalogue.record(name) for name in dict.fromkeys(onward)],
            back=[catalogue.record(name) for name in catalogue.led_to_by.get(found.id, ())],
            places=places_of(found),
        )

    @router.get(PREFIX + "/near")
    def near(request: Request, place: str = "", km: str = "", topic: str = "") -> Response:
        """What is near a place, and what is not."""
        if refused := _refusal(request, limit, pages):
            return refused
        place, topic = _clean(place), _clean(topic)
        distance = int(km) if km.isdecimal() and int(km) in DISTANCES else NEAR_KM
        found = find_place(place) if place else None
        shown = around_page(room.explorer, pages.words, found, km=distance, topic=topic) if found else None
        outside = bool(place) and found is None and any(match.place.kind == "outside" for match in gazetteer().find(f"in {place}"))
        values: dict[str, Any] = {"place": place, "km": distance, "topic": topic, "distances": DISTANCES, "shown": shown, "outside": outside}
        values["suggestions"] = suggest_places(place) if place and found is None and not outside else ()
        return _page(request, pages, "near.html", nav="near", **values)

    @router.get(PREFIX + "/together")
    def together(request: Request) -> Response:
        """Guidance on working together."""
        catalogue = room.explorer.catalogue
        return _page(request, pages, "together.html", nav="together", topics=reading(catalogue), knowledge=knowledge_records(catalogue))


def _take(router: APIRouter, room: Room, pages: ExplorerPages, limit: RateLimit) -> None:
    """What people pick out and take with them."""

    @router.get(PREFIX + "/shortlist")
    def shortlist(request: Request) -> Response:
        """The frame of the shortlist; what is on it only the browser knows."""
        return _page(request, pages, "shortlist.html", nav="shortlist", date=_today())

    @router.get(PREFIX + "/records.json")
    def records(id: Annotated[list[str], Query(max_length=MOST)] = []) -> Response:  # noqa: A002, B006 - the address says id
        """The facts of some records as they are now; one that is withdrawn is not among them."""
        found = facts_of(room.explorer.catalogue, id)
        return JSONResponse({"records": [as_json(brief) for brief in found]})

    @router.post(PREFIX + "/brief.docx")
    def document(request: Request, shortlist: Annotated[str, Form(max_length=MOST * (MOST_NOTE + 300) * 2)] = "") -> Response:
        """A shortlist as a Word document, made and forgotten."""
        if refused := _refusal(request, limit, pages):
            return refused
        listed = read_shortlist(shortlist)
        if listed is None:
            return _page(request, pages, "shortlist.html", nav="shortlist", date=_today(), status=422)
        found = facts_of(room.explorer.catalogue, [item.id for item in listed])
        body = brief_document(
            found,
            {item.id: item.note for item in listed},
            pages.words,
            site=room.settings.title,
            date=_today(),
            missing=len(listed) - len(found),
        )
        name = f"shortlist-{_today()}.docx"
        return Response(body, media_type=_WORD, headers={"Content-Disposition": f'attachment; filename="{name}"'})

    @router.get(PREFIX + "/compare")
    def compare(request: Request, id: Annotated[list[str], Query(max_length=MOST)] = []) -> Response:  # noqa: A002, B006
        """Two to five records side by side."""
        if refused := _refusal(request, limit, pages):
            return refused
        known = [name for name in dict.fromkeys(id) if name in room.explorer.catalogue.records]
        if len(known) not in COMPARED:
            return _page(request, pages, "compare.html", nav="shortlist", answer=None, question="", tables=(), invented=())
        found = [room.explorer.catalogue.record(name) for name in known]
        question = _question([(record.title, record.institution) for record in found], pages.words)
        answer = room.advisor.answer_request(Asked(intent="compare", text=question, records=tuple(known)), said=question)
        return _page(request, pages, "compare.html", nav="shortlist", answer=answer, question=question, tables=_tables(answer), invented={record.id for record in found if record.invented})


def _question(named: Sequence[tuple[str, str]], words: Mapping[str, str]) -> str:
    """The comparison as a question for the chat."""
    titles = [words["compare_one"].format(title=title, institution=institution) for title, institution in named]
    return words["compare_question"].format(titles=f"{'; '.join(titles[:-1])} {words['compare_and']} {titles[-1]}")


def _tables(answer: Answer) -> tuple[Table, ...]:
    return tuple(part for part in answer.parts if isinstance(part, Table))


def _page(request: Request, pages: ExplorerPages, name: str, *, nav: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page, compressed where the browser takes it so: a fifth of the bytes on a thin line."""
    body = pages.render(name, nav=nav, **values).encode()
    headers = {"Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        body, headers["Content-Encoding"] = gzip.compress(body, 6), "gzip"
    return HTMLResponse(body, status_code=status, headers=headers)


def _refusal(request: Request, limit: RateLimit, pages: ExplorerPages) -> Response | None:
    seconds = limit.wait(request.client.host if request.client else "")
    if not seconds:
        return None
    return HTMLResponse(pages.words["too_many"], status_code=429, headers={"Retry-After": str(seconds)}, media_type="text/plain")


def _clean(text: str) -> str:
    """One line of ordinary length: what a person types into a box for some words."""
    return " ".join(text[: MOST_QUERY * 4].replace("\x00", " ").split())[:MOST_QUERY]


def _today() -> str:
    return dt.datetime.now(tz=dt.UTC).date().isoformat()
