"""Public conversational sets in their own formats, through the same search that learners use."""

from evals.external.report import ExternalReport, external_json, external_table
from evals.external.run import run_external

__all__ = ["ExternalReport", "external_json", "external_table", "run_external"]
