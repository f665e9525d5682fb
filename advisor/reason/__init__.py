"""Pure functions over typed records: eligibility, pathways, comparison, next steps."""
