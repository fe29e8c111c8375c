"""One self-contained page of reports with their statements: no script, no network, no markup taken from a report."""

from onrecord.cli.page.writer import PageWriter

__all__ = ["PageWriter"]
