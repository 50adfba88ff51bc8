"""Claims about commands and HTML in texts."""

import pytest

from sitegen.intake.importers.sites import addresses, commands
from sitegen.intake.importers.sites.settings import Settings

HUGO = addresses.place("content/a.md", "hugo")
JEKYLL = addresses.place("_posts/2024-05-01-a.md", "jekyll", Settings({"": "pretty"}))


@pytest.mark.parametrize(
    ("where", "text", "plain"),
    [
        (HUGO, '[a]({{< ref "/news/lamp.md" >}})', "[a](/news/lamp/)"),
        (HUGO, '[a]({{< relref "news/lamp#oil" >}})', "[a](/news/lamp/#oil)"),
        (HUGO, '<a href="{{< ref "lamp.md" >}}">a</a>', "[a](/lamp/)"),
        (JEKYLL, "[a]({% link _posts/2024-05-01-lamp.md %})", "[a](/2024/05/01/lamp/)"),
        (JEKYLL, "[a]({% post_url 2024-05-01-lamp %}#oil)", "[a](/2024/05/01/lamp/#oil)"),
        (JEKYLL, "{% highlight ruby %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```"),
        (HUGO, "{{< highlight go >}}\nx\n{{< /highlight >}}", "```go\nx\n```"),
        (JEKYLL, "Text\n{: .note}", "Text"),
        (HUGO, "Text\n\n<!--more-->\n\nMore", "Text\n\n\n\nMore"),
        (HUGO, "<p>A <b>b</b></p>\n\nC", "A **b**\n\nC"),
        (HUGO, "See <https://w.example/>", "See <https://w.example/>"),
        (HUGO, "[a][1]\n\n[1]: ../b.md", "[a][1]\n\n[1]: ../b.md"),
    ],
)
def test_what_can_be_said_in_markdown_is(where: addresses.Where, text: str, plain: str) -> None:
    assert commands.made_plain(text, where)[0] == plain


def test_commands_in_code_are_code() -> None:
    text = "```\n{{< img >}}\n```\n\n    {% x %}"
    assert commands.made_plain(text, HUGO) == (text, {})


def test_a_command_in_two_parts_counts_once() -> None:
    text = "{{< note >}}x{{< /note >}} {% if a %}y{% endif %}"
    assert commands.made_plain(text, HUGO)[1] == {"note": 1, "if": 1}
