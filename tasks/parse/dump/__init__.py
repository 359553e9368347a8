"""Reads plain-text dumps of pages: what a saver leaves that keeps only visible text, a line a block, no links."""

from tasks.parse.dump.reader import read_dump

__all__ = ["read_dump"]
