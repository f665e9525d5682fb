"""How it is answered: understand, find, reason, compose, verify.

The one way in is :meth:`advisor.engine.Advisor.answer`; every surface is a thin shell over it.
"""
