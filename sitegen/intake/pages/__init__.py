"""Saved pages: what they state of their article, which blocks are its text, and how that becomes Markdown."""
