"""A checked reply as something that can be sent: e-mail text, .eml, .docx or Markdown, with or without its sources."""
