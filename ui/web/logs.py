"""Structured logs: one JSON object a line on standard error, and nothing in it that a person typed.

Only names of routes are logged, never an address with its query, a body, a header or an IP address.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from typing import Any

__all__ = ["LOG", "JsonLines", "set_up_logs"]

LOG = logging.getLogger("advisor.web")
#: attributes that a log call may add
_FIELDS = ("url", "method", "route", "status", "ms", "records", "kind")


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, event, and the fields given with it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line. Of an exception, its type and place are told, and not its message, which may quote a question."""
        line: dict[str, Any] = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        line.update({name: getattr(record, name) for name in _FIELDS if hasattr(record, name)})
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            trace = record.exc_info[2]
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            if trace is not None:
                line["at"] = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}"
        return json.dumps(line, ensure_ascii=False)


def set_up_logs(*, requests: bool | None = None) -> None:
    """Send our logs to standard error.

    :param requests: whether each request is a line; by default only where no person is watching the terminal.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    LOG.handlers[:] = [handler]
    LOG.propagate = False
    each = not sys.stderr.isatty() if requests is None else requests
    LOG.setLevel(logging.INFO if each else logging.WARNING)
