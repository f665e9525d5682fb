"""The command line, ``advisor``. Standard output carries answers only; everything else goes to standard error."""
