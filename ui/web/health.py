"""``GET /health``: whether the server answers, for those who watch over it."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from advisor.engine import Advisor
from corpus.settings import Settings

__all__ = ["health_router"]


def health_router(advisor: Advisor, settings: Settings) -> APIRouter:
    """The route that says how things stand. It tells nothing about anybody who uses the site."""
    router = APIRouter()

    @router.get("/health", tags=["operators"])
    async def health() -> Response:
        """Status, and what is being served."""
        return JSONResponse(
            {
                "status": "ok",
                "catalogues": list(settings.catalogues),
                "records": len(advisor.catalogue),
                "sections": len(advisor.catalogue.sections),
                "passages": len(advisor.search),
            }
        )

    return router
