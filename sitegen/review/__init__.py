"""What a curator is asked: a queue of all that is uncertain, worst first, and what each answer does."""

from sitegen.review.answers import Curator
from sitegen.review.sitting import How, review

__all__ = ["Curator", "How", "review"]
