"""Claims about the parts of a dump: where the page's own lines go."""

from sitegen.intake import parts
from sitegen.intake.lines import read

from .shared import ONE, dump_of
from .test_cleaning import PAGE, TEXT

GOOSE = (
    "Doctor Amble has bought a goose for the Infirmary, at a price which two governors called a scandal.\n"
    "Patients had asked for one since Easter, according to the matron, who keeps hens herself and knows poultry.\n"
    "Nobody would say where it will sleep, what it eats, or who is going to tell the cook about Christmas.\n"
)


def test_the_pages_lines_around_an_article_are_cut_each_with_a_rule() -> None:
    dump = dump_of("Menu\nHome\n" + PAGE + "Ferry late again at Cape Ellory\n" + TEXT + PAGE)
    (article,) = dump.articles
    assert [block.text for block in article.blocks] == TEXT.splitlines()
    assert not {block.text for block in article.blocks} & set(PAGE.splitlines())
    assert all(cut.rule for cut in dump.cuts)


def test_a_dump_with_a_layout_of_its_own_loses_no_line_to_the_page() -> None:
    (article,) = dump_of(ONE + "\nRelated stories\n\nThe newsletter of the ferry was late too.\n").articles
    assert article.blocks[-1].text == "The newsletter of the ferry was late too."


def test_a_wide_gap_over_which_no_word_is_carried_is_a_seam_also_within_a_pages_words() -> None:
    words = f"{PAGE}Ferry late again at Cape Ellory\n{TEXT}\n\n\n\nInfirmary buys a goose\n{GOOSE}{PAGE}"
    first, second = dump_of(words).articles
    assert [block.text for block in first.blocks] == TEXT.splitlines()
    assert second.title == "Infirmary buys a goose"
    assert [block.text for block in second.blocks] == GOOSE.splitlines()
    assert second.begins
    assert second.begins.score > 0


def test_no_lines_have_no_parts() -> None:
    assert parts.part(read(b"").lines).parts == ()
