"""The conversation: what stands between turns, and how a follow-up is read against it."""
