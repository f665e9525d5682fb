"""Readers: each turns one kind of file into typed records and lists every fault it meets."""
