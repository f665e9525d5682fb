"""What is in the catalogue, looked at as a whole: choices with counts, what is near a place and what is missing there, briefs.

Pure functions over the catalogue. Nothing is inferred: whatever is sorted here is sorted by the words that a record states, and
those words come along.
"""
