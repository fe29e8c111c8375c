"""The page around the reports: head with its security policy, legend, contents, what was not read, foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from onrecord.export.html.head import head_of
from onrecord.export.html.markup import in_text, label, of_many
from onrecord.wording.blocks import JOINED

__all__ = ["Entry", "foot", "head", "opening", "style"]

Entry = tuple[str, str, str, int]
"""A report in the contents: its id on the page, its title, its name, its number of statements."""

_LEGEND: Final = """<div class="legend" role="note" aria-label="Legend">
<p class="sample"><a class="n">1</a><span class="s">The source</span> <span class="c">cue</span> \
<span class="t">what is said, and inside it </span><a class="n">2</a><span class="s t">another source</span><span class="t"> \
<span class="c">cue</span> </span><span class="t t2">what is said in turn</span>. <span class="why">caption</span>\
<span class="g">Passed over by the reader.</span></p>
<p>The same number stands at all parts of a statement and beside its paragraph. Point at one, or choose its number, and all of \
them light up.</p>
<p class="sample layer"><span class="ev">What happens</span> <a class="n h">e1</a>, <span class="ev no">what is denied, planned \
or feared</span> <a class="n h">e2</a>, <span class="qu">how many</span> \
<span class="n q">24 to 99</span> and <span class="st">what holds</span> <a class="n h">h1</a> have a line above; the lists over \
each report say according to whom.</p>
<p class="switch"><input type="checkbox" id="said" checked><label for="said">statements</label> \
<input type="checkbox" id="layer" checked><label for="layer">events, numbers and states</label></p>
</div>
"""


@cache
def style() -> str:
    """The style sheet, with a rule for each place that a statement can have in its block."""
    sheet = files("onrecord.cli.page").joinpath("page.css").read_text(encoding="utf-8")
    lit = [f".b:has(.p{place}:is(:hover,:focus-visible,:target)) .p{place}" for place in range(1, JOINED + 1)]
    shades = {"": "--lit-content", ".s": "--lit-source", ".c": "--lit-cue"}
    rules = [f"{','.join(rule + kind for rule in lit)}{{background:var({shade})}}" for kind, shade in shades.items()]
    return sheet + "\n".join(rules) + "\n"


def head(title: str) -> str:
    """The beginning of the page."""
    return head_of(title, style())


def opening(entries: Sequence[Entry], left: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """What stands above the reports.

    Args:
        entries: The reports on the page.
        left: What is not on it: "skipped" or "failed", the name and the reason.
    """
    statements = sum(count for _, _, _, count in entries)
    counted = f"{of_many(len(entries), 'report')}, {of_many(statements, 'statement')}"
    yield f'<header class="top"><p class="brand">onrecord</p><h1>Who said what</h1><p class="counts">{counted}</p>\n'
    yield (
        '<p class="warning">Read by a machine, which errs. This page tells who is said to have said it, not whether it is true. '
        "Read the words before you use them.</p>\n"
    )
    yield _LEGEND
    if len(entries) > 1:
        yield '<nav class="contents" aria-label="Reports"><h2>Reports</h2><ol>'
        for key, title, name, count in entries:
            link = f'<a href="#{key}"><bdi>{in_text(title)}</bdi></a>'
            yield f"<li>{link} {label(name, 'file')} <span>{of_many(count, 'statement')}</span></li>"
        yield "</ol></nav>\n"
    if left:
        yield '<section class="left"><h2>Not on this page</h2><ul>'
        for fate, name, reason in left:
            yield f"<li>{in_text(fate)} {label(name, 'file')}: <bdi>{in_text(reason)}</bdi></li>"
        yield "</ul></section>\n"
    yield "</header>\n<main>\n"


def foot(readers: Sequence[str]) -> str:
    """The end of the page: what read the reports."""
    made = " · ".join(in_text(reader) for reader in readers)
    return f'</main>\n<footer class="foot"><p>{made}</p></footer>\n</body>\n</html>\n'
