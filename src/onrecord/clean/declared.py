"""What a page says of itself: JSON-LD, meta tags, microdata, time elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from onrecord.clean.evidence import Evidence

__all__ = ["declared"]

# Names of meta tags for each field, the most telling first.
_META = {
    "title": ("og:title", "twitter:title", "citation_title", "parsely-title", "dc.title", "dcterms.title", "headline"),
    "url": ("og:url", "twitter:url"),
    "publisher": ("og:site_name", "publisher", "dc.publisher", "citation_publisher", "dcterms.publisher"),
    "byline": ("author", "parsely-author", "citation_author", "dc.creator", "dcterms.creator", "sailthru.author", "byl"),
    "published": (
        "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date.published",
        "parsely-pub-date", "citation_publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "pubdate",
        "publishdate", "publish-date", "publication_date", "sailthru.date", "article.published", "dc.date", "date",
    ),
}  # fmt: skip
_ARTICLE = re.compile(r"(?:\w*Article|\w*Posting|Report|Article)$")
_PUBLISHED = re.compile(r"publish|pubdate|posted|entry-date|dateline|byline|article-date", re.IGNORECASE)
_MOST_SCRIPTS = 20
_MOST_CHARACTERS = 200_000
_MOST_OBJECTS = 200


def declared(tree: HtmlElement) -> Iterator[Evidence]:
    """Everything that a page declares about itself, the most telling of each kind first.

    Args:
        tree: The page.
    """
    for script in tree.xpath('//script[@type="application/ld+json"]')[:_MOST_SCRIPTS]:
        yield from _linked(script.text or "")
    yield from _metas(tree)
    yield from _microdata(tree)
    yield from _times(tree)


def _linked(script: str) -> Iterator[Evidence]:
    if len(script) > _MOST_CHARACTERS:
        return
    try:
        value = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return
    article = next((one for one in _objects(value) if _is_article(one)), None)
    if article is None:
        return
    for field, key in (("title", "headline"), ("published", "datePublished"), ("url", "url")):
        if isinstance(article.get(key), str):
            yield Evidence(field, article[key], "JSON-LD", key)
    for field, key in (("byline", "author"), ("publisher", "publisher")):
        names = ", ".join(_names(article.get(key)))
        if names:
            yield Evidence(field, names, "JSON-LD", key)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Objects in lists and graphs, the outer ones first; few, and without recursion."""
    waiting = [value]
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, dict):
            yield one
            waiting.extend(one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in one)


def _is_article(one: dict[str, Any]) -> bool:
    kinds = one.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.match(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _names(value: Any) -> Iterator[str]:
    for one in (value if isinstance(value, list) else [value])[:20]:
        name = one.get("name") if isinstance(one, dict) else one
        # Some give the address of a page about the author.
        if isinstance(name, str) and not name.startswith(("http:", "https:")):
            yield name


def _metas(tree: HtmlElement) -> Iterator[Evidence]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").strip().lower()
        if name and meta.get("content", "").strip():
            found.setdefault(name, meta.get("content"))
    for field, names in _META.items():
        for name in names:
            value = found.get(name)
            if value is None or (field == "byline" and value.startswith(("http:", "https:"))):
                continue
            if field == "title" and "og:site_name" in found:
                value = _without_site(value, found["og:site_name"])
            yield Evidence(field, value, "meta", name)
    link = next((link for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), None)
    if link is not None and (link.get("href") or "").startswith(("http:", "https:")):
        yield Evidence("url", link.get("href"), "meta", "canonical")


def _without_site(title: str, site: str) -> str:
    """A headline without the name of the site that some put after it: "Town taken | Example News"."""
    return re.sub(rf"\s+[-|–—:·]\s+{re.escape(site.strip())}\s*$", "", title, flags=re.IGNORECASE) or title


def _microdata(tree: HtmlElement) -> Iterator[Evidence]:
    for element in tree.xpath('//*[@itemprop="datePublished"]')[:5]:
        value = element.get("content") or element.get("datetime") or "".join(element.itertext())[:200]
        if value.strip():
            yield Evidence("published", value, "microdata", "datePublished")


def _times(tree: HtmlElement) -> Iterator[Evidence]:
    """Time elements that are marked as the date of publication, or the only one that a page has."""
    times = [element for element in tree.iter("time") if element.get("datetime")]
    only = len({element.get("datetime") for element in times}) == 1
    for element in times[:50]:
        parent = element.getparent()
        marks = " ".join(
            str(one.get(key) or "")
            for one in (element, parent)
            if one is not None
            for key in ("class", "id", "itemprop")
        )
        if only or element.get("pubdate") is not None or _PUBLISHED.search(marks):
            yield Evidence("published", element.get("datetime"), "time element")
            return
