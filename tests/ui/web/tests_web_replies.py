"""Replies of ``/api/ask`` written by hand, for what the catalogue does not hold."""

from __future__ import annotations

import json
from typing import Any

__all__ = ["CHOICES", "HOSTILE", "INVENTED", "reply"]

EVIL = "<img src=x onerror=window.hacked=1><script>window.hacked=2</script>**bold** [link](javascript:window.hacked=3)"


def reply(*, parts: list[dict[str, Any]], **answer: Any) -> str:
    """A whole reply, its answer made of the parts given."""
    side = answer.pop("side", {})
    whole = {
        "question": "", "standalone": "", "status": "answered", "reason": None, "text": "", "parts": parts, "claims": [],
        "citations": [], "findings": [], "credentials": [], "alternatives": [], "filters": [], "unmet": [], "unconfirmed": [],
        "choices": [], "contact": None, "reviewed": None, "took_ms": 1.0, **answer,
    }  # fmt: skip
    events = [
        {"type": "side", "sound": True, "evidence": {}, "gaps": [], "pictures": [], **side},
        {"type": "done", "answer": whole, "conversation": {"version": 1}},
    ]
    return "".join(json.dumps(event) + "\n" for event in events)


CHOICES = reply(
    parts=[{"type": "choices", "question": "Which one do you mean?", "choices": ["The first", "The second"]}],
    status="clarify",
    choices=["The first", "The second"],
)


def _cards(words: str, url: str, svg: str | None, *, title: str) -> str:
    citation = {"n": 1, "id": "demo-a#fee", "record": "demo-a", "field": "fee", "title": title, "quote": words, "url": url, "as_of": "2021"}
    shown = {"id": "demo-a#fee", "title": title, "label": "fee", "text": words, "source": words, "as_of": "2021", "url": url, "invented": True, "age": "old"}
    card = {
        "id": "demo-a", "title": title, "institution": words, "credential_type": words, "invented": True, "alternative": True,
        "heading": {"claim": 0, "frame": None}, "pieces": [{"claim": 1, "frame": None}, {"claim": None, "frame": words}], "url": url,
    }  # fmt: skip
    pathway = {"type": "pathway", "nodes": [{"id": "a"}], "edges": [], "alt": words, "pieces": []}
    table = {
        "type": "table", "ids": ["demo-a", "demo-b"], "columns": [{"claim": 0, "frame": None}, {"claim": None, "frame": words}],
        "rows": [{"label": words, "field": "fee", "differs": True, "cells": [{"claim": 1, "frame": None}, {"claim": None, "frame": words}]}],
    }  # fmt: skip
    return reply(
        parts=[{"type": "cards", "cards": [card]}, pathway, table, {"type": "choices", "question": words, "choices": [words]}],
        claims=[{"text": f"{title}, {words}", "citations": [1], "said": None, "finding": None}, {"text": words, "citations": [1], "said": None, "finding": None}],
        citations=[citation],
        filters=[{"field": words, "op": "eq", "value": words, "said": words}],
        contact={"name": words, "phone": words, "email": words, "url": url, "source": words, "as_of": words},
        reviewed=words,
        side={"evidence": {"demo-a#fee": shown}, "gaps": [{"record": "demo-a", "title": words, "label": words}], "pictures": [svg]},
    )


INVENTED = _cards("$120", "https://example.org/", None, title="Tarn Soil Care")
HOSTILE = _cards(
    EVIL,
    "javascript:window.hacked=4",
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="window.hacked=5"><script>window.hacked=6</script>'
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="window.hacked=7"/></body></foreignObject>'
    '<image href="https://example.org/x.png"/><rect width="9" height="9" onclick="window.hacked=8" style="fill:url(https://example.org/y)"/></svg>',
    title=EVIL,
)
