"""Pages that would hold a parser are refused before one sees them; ordinary ones are not."""

from __future__ import annotations

import pytest

from onrecord.clean.limits import MOST_ATTRIBUTES, MOST_DEPTH, check_page
from onrecord.errors import RefusedInput


def attributes(count: int) -> str:
    return " ".join(f'a{number}="<{number}>"' for number in range(count))


@pytest.mark.parametrize(
    "page",
    [
        f"<p {attributes(MOST_ATTRIBUTES + 1)}>",
        f"<p {attributes(MOST_ATTRIBUTES + 1)}",
        f"<!-- <p> --><p {' '.join('b' for _ in range(MOST_ATTRIBUTES + 1))}>",
        f"</p {attributes(MOST_ATTRIBUTES + 1)}>",
        f"<P/{'/'.join('b' for _ in range(MOST_ATTRIBUTES + 1))}>",
    ],
)
def test_too_many_attributes(page: str) -> None:
    with pytest.raises(RefusedInput, match=r"^a.html: a <p> tag has more than 2,000 attributes.*Save the page again"):
        check_page(page, "a.html")


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "x-y"])
def test_too_deep(tag: str) -> None:
    with pytest.raises(RefusedInput, match="nested more than 1,000 deep"):
        check_page(f"<{tag}>" * (MOST_DEPTH + 1), "a.html")


@pytest.mark.parametrize(
    "page",
    [
        f"<p {attributes(MOST_ATTRIBUTES - 1)}>",
        "<div>" * MOST_DEPTH,
        "<p>never closed " * 5000,
        "<br><img src=x>" * 5000,
        "<div><b>x</div>" * 5000,
        "<ul>" + "<li>one" * 5000,
        "<script>if (a <b && c <d) {" + "x y z " * 5000 + "}</script>",
        "<!-- " + "a=1 " * 5000 + "-->",
        "2 < 3 and 4 > 3 " * 5000,
        "<",
        "<p",
        '<p title="never closed',
    ],
)
def test_ordinary_and_sloppy_pages_pass(page: str) -> None:
    check_page(page, "a.html")
