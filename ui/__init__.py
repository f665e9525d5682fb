"""Where people meet it: the command line and the web. Every surface is a thin shell over ``advisor.answer``."""
