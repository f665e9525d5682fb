"""How it is found: passages, embeddings, the vector store, the keyword index and hybrid search.

Knows only :class:`~index.passage.Passage`; nothing here has heard of credentials, so anybody's passages can
run through the same search.
"""
