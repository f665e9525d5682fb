"""Each claim against its evidence: the gates that every sentence passes before a person sees it."""
