"""Claims about the parts of a dump: where the page's own lines go."""

from sitegen.intake import parts
from sitegen.intake.lines import read

from .shared import ONE, dump_of
from .test_cleaning import PAGE, TEXT


def test_the_pages_lines_around_an_article_are_cut_each_with_a_rule() -> None:
    dump = dump_of("Menu\nHome\n" + PAGE + "Ferry late again at Cape Ellory\n" + TEXT + PAGE)
    (article,) = dump.articles
    assert [block.text for block in article.blocks][:2] == TEXT.splitlines()[:2]
    assert not {block.text for block in article.blocks} & set(PAGE.splitlines())
    assert all(cut.rule for cut in dump.cuts)


def test_a_dump_with_a_layout_of_its_own_loses_no_line_to_the_page() -> None:
    (article,) = dump_of(ONE + "\nRelated stories\n\nThe newsletter of the ferry was late too.\n").articles
    assert article.blocks[-1].text == "The newsletter of the ferry was late too."


def test_no_lines_have_no_parts() -> None:
    assert parts.part(read(b"").lines).parts == ()
