"""What the desk keeps in one SQLite file under the home folder: people, sign-ins, drafts and counts."""
