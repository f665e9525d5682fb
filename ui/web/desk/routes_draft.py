"""One draft: read, edit, check, export, make an eval case of a correction."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from advisor.draft.contract import TONES, Draft
from corpus.errors import UnknownIdError, UsageError
from ui.web.desk.cases import case_from_edit
from ui.web.desk.export.forms import FORMS
from ui.web.desk.guard import HOME, Visitor
from ui.web.desk.pages import DeskPages
from ui.web.desk.received import Form
from ui.web.desk.store.drafts import Edits, Kept
from ui.web.desk.work import Desk, Sheet

__all__ = ["DraftRoutes"]


@dataclass(frozen=True)
class _Open:
    """A draft that has been made, and what its advisor made of it."""

    kept: Kept
    draft: Draft
    edits: Edits


def _rows(text: str) -> int:
    """Lines that a text takes in its box, about."""
    return max(3, min(16, 1 + sum(1 + len(line) // 58 for line in text.split("\n"))))


def _overtaken(found: _Open, form: Form) -> bool:
    """Whether another page has written since this one was opened or last wrote."""
    return form.one("version") != str(found.kept.version) and (not form.one("page") or form.one("page") != found.edits.writer)


class DraftRoutes:
    """Addresses of one draft."""

    def __init__(self, desk: Desk, pages: DeskPages) -> None:
        self._desk = desk
        self._pages = pages

    def show(self, request: Request, visitor: Visitor) -> Response:
        """The draft beside its checklist."""
        try:
            found = self._open(request, visitor)
        except UnknownIdError as error:
            return self._pages.html("problem.html", status=404, visitor=visitor, problem=str(error))
        told = request.query_params.get("told", "")
        return self._page(visitor, found, told=self._pages.words.get(f"told_{told}", "") if told.isalpha() else "")

    def save(self, request: Request, visitor: Visitor, form: Form) -> Response:
        """Keep what was edited; "done" goes on to the next of the queue."""
        found = self._open(request, visitor)
        edits = self._edits(found, form)
        if _overtaken(found, form):
            return self._page(visitor, _Open(found.kept, found.draft, edits), problem=self._pages.words["other_tab"], status=409)
        done = {"done": True, "reopen": False}.get(form.one("do"))
        self._desk.drafts.save(visitor.name, found.kept.id, edits=edits, done=done)
        if done:
            after = self._desk.drafts.next_of(visitor.name, found.kept.batch, found.kept.id)
            return RedirectResponse(f"{HOME}/drafts/{after}" if after else f"{HOME}?told=done#drafts", status_code=303)
        return RedirectResponse(f"{HOME}/drafts/{found.kept.id}?told=saved", status_code=303)

    def check(self, request: Request, visitor: Visitor, form: Form) -> Response:  # noqa: ARG002 - what every form is given
        """Hold one edited paragraph against its evidence: marks, the checklist as HTML, and a sentence to be announced."""
        kept = self._desk.drafts.get(visitor.name, form.one("draft"))
        place = form.one("place")
        if kept is None or kept.draft is None or not place.isdigit() or int(place) >= len(kept.draft.paragraphs):
            return JSONResponse({"error": "There is no such paragraph."}, status_code=404)
        sheet = self._desk.sheet(kept.draft, int(place), form.one("text")[:20_000], frozenset(form.all("confirmed")))
        return JSONResponse({"marks": [mark.model_dump(mode="json") for mark in sheet.marks], "html": self._pages.text("lines.html", sheet=sheet), "summary": self._summary(sheet)})

    def export(self, request: Request, visitor: Visitor, form: Form) -> Response:
        """Keep what was edited, and give the reply as a file."""
        found = self._open(request, visitor)
        edits = self._edits(found, form)
        if not _overtaken(found, form):
            self._desk.drafts.save(visitor.name, found.kept.id, edits=edits)
        make, kind, ending = FORMS.get(form.one("form"), FORMS["text"])
        # the words of the form itself go out; only what is kept is masked
        fields = {name: values[-1] for name in form.fields if (values := form.all(name))}
        said = edits.model_copy(
            update={
                "greeting": fields.get("greeting", edits.greeting) if edits.tone == found.edits.tone else edits.greeting,
                "closing": fields.get("closing", edits.closing) if edits.tone == found.edits.tone else edits.closing,
                "paragraphs": tuple(fields.get(f"paragraph-{place}", text).strip() for place, text in enumerate(edits.paragraphs)),
            }
        )
        letter = self._desk.letter(found.draft, said, name=form.one("name")[:100], signature=form.one("signature")[:2000], notes=form.one("notes") == "yes")
        headers = {"Content-Disposition": f'attachment; filename="reply.{ending}"', "Cache-Control": "no-store"}
        return Response(make(letter), media_type=kind, headers=headers)

    def case(self, request: Request, visitor: Visitor, form: Form) -> Response:
        """Make an eval case of what was corrected in one paragraph."""
        found = self._open(request, visitor)
        edits = self._edits(found, form)
        place = request.path_params["place"]
        if not place.isdigit() or int(place) >= len(edits.paragraphs):
            raise UnknownIdError("There is no such paragraph.", hint="Reload the page.")
        try:
            case_from_edit(found.draft, int(place), edits.paragraphs[int(place)], self._desk.settings)
        except UsageError as error:
            return self._page(visitor, _Open(found.kept, found.draft, edits), problem=str(error), status=422)
        if not _overtaken(found, form):
            self._desk.drafts.save(visitor.name, found.kept.id, edits=edits)
        return RedirectResponse(f"{HOME}/drafts/{found.kept.id}?told=case", status_code=303)

    # -------------------------------------------------------------------------------------------------------

    def _open(self, request: Request, visitor: Visitor) -> _Open:
        kept = self._desk.open(visitor.name, request.path_params["name"])
        if kept.draft is None:
            raise UnknownIdError("The draft could not be made.", hint="Paste the message again.")
        return _Open(kept, kept.draft, kept.edits or self._desk.untouched(kept.draft))

    def _edits(self, found: _Open, form: Form) -> Edits:
        fields = {name: form.one(name) for name in form.fields}
        return self._desk.edited(found.draft, found.edits, fields, form.all("confirmed"))

    def _page(self, visitor: Visitor, found: _Open, *, problem: str = "", told: str = "", status: int = 200) -> Response:
        sheets = self._desk.sheets(found.draft, found.edits)
        lines = [(sheet.place, mark) for sheet in sheets for mark in sheet.marks if mark.citations]
        return self._pages.html(
            "draft.html",
            status=status,
            visitor=visitor,
            problem=problem,
            told=told,
            kept=found.kept,
            draft=found.draft,
            edits=found.edits,
            sheets=sheets,
            summaries=[self._summary(sheet) for sheet in sheets],
            lines=len(lines),
            confirmed=sum(1 for place, mark in lines if f"{place}-{mark.key}" in found.edits.confirmed),
            invented=found.draft.invented,
            queue=next((queue for queue in self._desk.drafts.queues(visitor.name) if queue.batch == found.kept.batch), None),
            tones=TONES,
            forms=list(FORMS),
            page=secrets.token_hex(8),
            rows=_rows,
        )

    def _summary(self, sheet: Sheet) -> str:
        words = self._pages.words
        broken = sum(1 for mark in sheet.marks if mark.state == "broken")
        bare = sum(1 for mark in sheet.marks if mark.state == "bare")
        told = [words["summary_broken_one"] if broken == 1 else words["summary_broken"].format(n=broken)] if broken else []
        told += [words["summary_bare_one"] if bare == 1 else words["summary_bare"].format(n=bare)] if bare else []
        rests = any(mark.state == "fits" for mark in sheet.marks)
        return " ".join(told) or (words["summary_fits"] if rests else "")
