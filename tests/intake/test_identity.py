"""Claims about what makes an article the same one again."""

from sitegen.intake import identity
from sitegen.intake.importers import text
from sitegen.intake.lines import Lines, read
from sitegen.model import RawArticle

from .shared import ONE, TWO


def one_of(words: str, encoding: str = "utf-8", at: int = 0) -> tuple[RawArticle, Lines]:
    lines = read(words.encode(encoding))
    return text.dump(lines).articles[at], lines


def digest(words: str, encoding: str = "utf-8", at: int = 0) -> str:
    article, lines = one_of(words, encoding, at)
    return identity.digest_of(article, lines.lines)


def test_the_digest_is_the_articles_own_wherever_it_stands() -> None:
    assert digest(ONE) == digest(TWO + "\n\n\n" + ONE, at=1) == digest(ONE.replace("\n", "\r\n"), "utf-16")
    assert digest(ONE) == digest(ONE.replace("clock was", "clock  was"))
    assert digest(ONE) != digest(TWO)


def test_an_id_is_minted_from_the_digest_and_again_if_it_is_taken() -> None:
    first = identity.mint("abc", ())
    second = identity.mint("abc", {first})
    assert first == identity.mint("abc", ())
    assert first != second
    assert all(len(one) == 8 and set(one) <= set(identity.ALPHABET) for one in (first, second))


def test_a_mended_article_is_known_by_its_sketch_and_another_is_not() -> None:
    before = identity.sketch(one_of(ONE)[0])
    assert identity.is_mended(before, identity.sketch(one_of(ONE.replace("wrong", "slow"))[0]))
    assert identity.is_mended(before, identity.sketch(one_of(ONE.replace("Ferry late", "Ferry very late"))[0]))
    assert not identity.is_mended(before, identity.sketch(one_of(TWO)[0]))
    assert not identity.is_mended((), ())
