"""Flags: one meaning each, and they stand after the verb."""

from collections import defaultdict

import click

from sitegen.flags import flags
from sitegen.verbs import cli


def options() -> dict[str, set[str | None]]:
    """Every flag, with all the help that verbs give for it."""
    found: dict[str, set[str | None]] = defaultdict(set)
    for command in cli.commands.values():
        for option in command.params:
            if isinstance(option, click.Option):
                for name in option.opts:
                    found[name].add(option.help)
    return found


def test_a_flag_means_the_same_in_every_verb() -> None:
    several = {name: said for name, said in options().items() if len(said) > 1}
    assert several == {}


def test_every_flag_says_what_it_does_in_a_sentence() -> None:
    unclear = [name for name, said in options().items() for one in said if not one or not one.endswith(".")]
    assert unclear == []


def test_flags_are_added_in_the_order_in_which_they_are_named() -> None:
    @click.command()
    @flags(click.option("--one"), click.option("--two"))
    def command() -> None:
        pass

    assert [option.name for option in command.params] == ["one", "two"]
