"""Pathways drawn: SVG for pages, Mermaid for export. Pure functions of a pathway part."""
