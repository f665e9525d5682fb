"""From an understanding to evidence: records that fit, fields that answer, sections that explain."""
