"""What is known: typed records, guidance, gazetteer, and how each is read and checked.

The ground floor of the project. Nothing here imports from ``index``, ``advisor``, ``evals`` or ``ui``.
"""
