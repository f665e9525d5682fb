"""One file for each command. What a command needs is imported when it runs, so that the others start in a blink."""
