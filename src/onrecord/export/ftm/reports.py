"""A report as a document."""

from __future__ import annotations

from typing import Any, Final

from onrecord.export.ftm.entity import entity, web_address
from onrecord.export.material import Reported

__all__ = ["document_id_of", "document_of"]

_LANGUAGES: Final = {
    "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "he": "heb", "it": "ita", "ku": "kur", "nl": "nld",
    "pt": "por", "ru": "rus", "tr": "tur", "uk": "ukr", "zh": "zho",
}  # fmt: skip
"""FollowTheMoney has the codes of three letters."""


def document_id_of(document: str) -> str:
    """The id of a document's entity: its hash, the same in every ledger."""
    return document.replace(":", "-")


def document_of(report: Reported) -> dict[str, Any]:
    """A report as an entity: an article where an outlet is known, otherwise a document.

    Its `contentHash` is SHA-1, since the format takes no other; SHA-256 stands in `keywords` and is the name of the file.
    """
    document = report.record.document
    return entity(
        document_id_of(document.id),
        "Article" if document.publisher else "Document",
        {
            "name": document.title,
            "title": document.title,
            "fileName": report.sha256,
            "contentHash": report.sha1,
            "keywords": [f"sha256:{report.sha256}", f"report {report.id}"],
            "author": document.byline,
            "publisher": document.publisher,
            "publishedAt": document.published,
            "sourceUrl": web_address(document.url),
            "language": _LANGUAGES.get(document.language or ""),
            "retrievedAt": report.added[:19],
        },
    )
