"""Answers that an operator's reviewers approved: kept as Markdown, checked by the gates, used where one fits."""
