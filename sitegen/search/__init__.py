"""The search index: shards -> the files that the search page asks for."""

from sitegen.search.indexing import index, version

__all__ = ["index", "version"]
