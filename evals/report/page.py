"""One HTML file with the figures, plots and every failure in full. It fetches nothing and runs no script."""

from __future__ import annotations

from collections import Counter
from html import escape
from pathlib import Path

from evals.figure import Figure
from evals.metrics.refusing import right_reasons
from evals.report.plots import interval_plot, matrix_plot
from evals.report.table import COUNTED, value_text
from evals.result import CaseResult, Report

__all__ = ["html_page"]

_STYLE = Path(__file__).with_name("page.css")


def html_page(report: Report) -> str:
    """The whole report as one page."""
    passed = len(report.results) - len(report.failed)
    skipped = f", {report.skipped} about other catalogues not asked" if report.skipped else ""
    head = (
        f"<h1>How good the advisor is</h1><p>{passed} of {len(report.results)} cases pass{skipped}. "
        f"Catalogue {escape(', '.join(report.catalogues))}; sets {escape(', '.join(report.sets) or 'none named')}; "
        f"made {escape(report.made)}.</p>"
    )
    body = [head, *_plots(report), "<h2>Figures</h2>", _figures(report.figures), _failures(report)]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Evaluation {escape(report.made)}</title><style>{_STYLE.read_text(encoding='utf-8')}</style></head>"
        f"<body><main>{''.join(body)}</main></body></html>\n"
    )


def _plots(report: Report) -> list[str]:
    shares = [figure for figure in report.figures if figure.name not in COUNTED and not figure.name.endswith("difference")]
    kinds = [figure for figure in shares if figure.name.startswith("pass.")]
    others = [figure for figure in shares if not figure.name.startswith(("pass.", "abstain.recall.", "abstain.category."))]
    plots = []
    if kinds:
        plots += ["<h2>Cases that pass, by kind</h2>", interval_plot(kinds, title="Share of cases that pass, with 95 % intervals")]
    if others:
        plots += ["<h2>Other shares</h2>", interval_plot(others, title="Other shares, with 95 % intervals")]
    return plots + _reasons(report)


def _reasons(report: Report) -> list[str]:
    """Expected reason against the reason that came, for cases that should be refused."""
    counts: Counter[tuple[str, str]] = Counter()
    for result in report.results:
        expected = right_reasons(result.case)
        if not expected or result.answer is None:
            continue
        came = result.answer.reason or result.answer.status
        counts[came if came in expected else expected[0], came] += 1
    if not counts:
        return []
    rows = list(dict.fromkeys(row for row, _ in sorted(counts)))
    columns = [*rows, *sorted({column for _, column in counts} - set(rows))]
    return ["<h2>Reasons for not answering: expected (down) and given (across)</h2>",
            matrix_plot(counts, rows=rows, columns=columns, title="Expected and given reasons, in cases")]  # fmt: skip


def _figures(figures: tuple[Figure, ...]) -> str:
    rows = []
    for figure in figures:
        interval = "" if figure.low is None else f"{value_text(figure, figure.low)} to {value_text(figure, figure.high)}"
        rows.append(
            f"<tr><th scope='row'>{escape(figure.name)}</th><td>{escape(value_text(figure, figure.value))}</td>"
            f"<td>{figure.n}</td><td>{escape(interval)}</td></tr>"
        )
    head = "<tr><th scope='col'>figure</th><th scope='col'>value</th><th scope='col'>n</th><th scope='col'>95 % interval</th></tr>"
    return f"<table>{head}{''.join(rows)}</table>"


def _failures(report: Report) -> str:
    if not report.failed:
        return "<h2>Failures</h2><p>None.</p>"
    return f"<h2>Failures ({len(report.failed)})</h2>" + "".join(_failure(result) for result in report.failed)


def _failure(result: CaseResult) -> str:
    case, answer = result.case, result.answer
    checks = [result.error] if result.error else [str(failure) for failure in (*result.failures, *result.broken)]
    parts = [
        f"<section id='{escape(case.id)}'><h3>{escape(case.id)} <small>{escape(case.kind)}</small></h3>",
        "".join(f"<p class='turn'>{escape(turn)}</p>" for turn in case.turns),
        f"<p class='why'>{escape(case.why)}</p>" if case.why else "",
        "<ul class='checks'>" + "".join(f"<li>{escape(check)}</li>" for check in checks) + "</ul>",
    ]
    if answer is not None:
        state = f"{answer.status}{f', {answer.reason}' if answer.reason else ''}"
        filters = "; ".join(f"{item.field} {item.op} {item.value!r}" for item in answer.filters)
        parts += [
            f"<p class='state'>{escape(state)} · searched: {escape(answer.standalone)}</p>",
            f"<pre>{escape(answer.text)}</pre>",
            f"<p class='state'>Records: {escape(', '.join(answer.credentials) or 'none')}. Filters: {escape(filters or 'none')}.</p>",
            _citations(result),
        ]
    return "".join([*parts, "</section>"])


def _citations(result: CaseResult) -> str:
    if result.answer is None or not result.answer.citations:
        return ""
    rows = [
        f"<li value='{item.n}'><code>{escape(item.id)}</code> “{escape(item.quote)}”"
        f" <small>{escape(item.title)}{escape(f', {item.as_of}' if item.as_of else '')}</small></li>"
        for item in result.answer.citations
    ]
    return f"<details><summary>{len(rows)} citations</summary><ol>{''.join(rows)}</ol></details>"
