"""The head of a page that stands alone: its policy allows the one style sheet that it carries, and nothing else whatever."""

from __future__ import annotations

import base64
import hashlib

from onrecord.export.html.markup import in_attribute

__all__ = ["head_of"]


def head_of(title: str, sheet: str) -> str:
    """The beginning of a page, up to and with the opening of its body.

    Args:
        title: What the page is called; text of strangers may be in it.
        sheet: Its style sheet, ours.
    """
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{in_attribute(title)}</title>\n<style>{sheet}</style>\n</head>\n<body>\n"
    )
