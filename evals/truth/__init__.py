"""A second program for what is worked out: admission and ways, from the typed JSON alone and by exhaustive search.

Nothing here uses the advisor's reasoners. It is slow and plain, and it is what the question set `demo_reasoning`
takes its expectations from.
"""
