"""Every address of the desk."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from advisor.engine import Advisor
from corpus.errors import AdvisorError
from corpus.settings import Settings
from ui.web.desk.batch import MOST_BYTES
from ui.web.desk.guard import HOME, Guard, Visitor
from ui.web.desk.pages import DeskPages
from ui.web.desk.routes_draft import DraftRoutes
from ui.web.desk.routes_list import ListRoutes
from ui.web.desk.routes_sign_in import SignInRoutes
from ui.web.desk.secret import Signer, kept_secret
from ui.web.desk.store.database import Database
from ui.web.desk.store.people import People
from ui.web.desk.work import Desk

__all__ = ["build_router"]


def build_router(advisor: Advisor, settings: Settings) -> APIRouter:
    """The desk of one home folder.

    :raises StorageError: the home folder cannot be written, or its file cannot be read.
    """
    database = Database(settings.home)
    people = People(database)
    pages = DeskPages(settings)

    def problem(visitor: Visitor | None, error: AdvisorError, status: int) -> Response:
        return pages.html("problem.html", status=status, visitor=visitor, problem=str(error))

    guard = Guard(people, Signer(kept_secret(settings)), problem)
    desk = Desk(advisor, settings, database)
    sign_in = SignInRoutes(people, guard, pages)
    lists = ListRoutes(desk, pages)
    draft = DraftRoutes(desk, pages)

    router = APIRouter()
    router.include_router(pages.router())
    for path, endpoint in (
        ("", guard.reading(lists.home)),
        ("/counts", guard.reading(lists.counts)),
        ("/progress", guard.reading(lists.progress)),
        ("/drafts/{name}", guard.reading(draft.show)),
        ("/sign-in", sign_in.show),
    ):
        router.add_api_route(HOME + path, endpoint, methods=["GET"], include_in_schema=False)
    for path, endpoint in (
        ("/drafts", guard.writing(lists.paste)),
        ("/batch", guard.writing(lists.upload, most=MOST_BYTES + 10_000)),
        ("/delete", guard.writing(lists.delete)),
        ("/check", guard.writing(draft.check)),
        ("/drafts/{name}", guard.writing(draft.save)),
        ("/drafts/{name}/export", guard.writing(draft.export)),
        ("/drafts/{name}/case/{place}", guard.writing(draft.case)),
        ("/sign-out", guard.writing(sign_in.sign_out)),
        ("/sign-in", sign_in.sign_in),
    ):
        router.add_api_route(HOME + path, endpoint, methods=["POST"], include_in_schema=False)
    return router
