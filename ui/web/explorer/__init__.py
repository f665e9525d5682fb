"""``/explore``: the catalogue to browse by place, by words and by who takes part, for communities and whoever works with them.

Pages are written by the server and work without script. The shortlist needs script, because it lives in the browser alone.
"""
