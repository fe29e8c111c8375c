"""What a site asks of programs that read it, in its robots.txt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self
from urllib.robotparser import RobotFileParser

__all__ = ["AGENT", "Robots"]

AGENT = "onrecord"


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site.

    Attributes:
        rules: The rules, or None where nothing may be asked.
        why: What to say when something may not be asked.
        pause: Seconds that the site asks for between two questions.
    """

    rules: RobotFileParser | None
    why: str = "its robots.txt asks programs not to read it"
    pause: float = 0.0

    @classmethod
    def of(cls, content: bytes) -> Self:
        """Reads a robots.txt; an empty one forbids nothing.

        Args:
            content: Its bytes.
        """
        rules = RobotFileParser()
        rules.parse(content.decode("utf-8", "replace").removeprefix("\ufeff").splitlines())
        return cls(rules, pause=float(rules.crawl_delay(AGENT) or 0))

    @classmethod
    def answered(cls, status: int, content: bytes) -> Self:
        """What an answer to the question for robots.txt means: a site that has none forbids nothing (RFC 9309).

        Args:
            status: Status of the answer.
            content: Its bytes.
        """
        if status == 200:
            return cls.of(content)
        if 400 <= status < 500 and status != 429:
            return cls.of(b"")
        return cls(None, why=f"its robots.txt could not be had (status {status})")

    def allows(self, path: str) -> bool:
        """Whether a path may be asked for.

        Args:
            path: Path and query.
        """
        return self.rules is not None and self.rules.can_fetch(AGENT, path)
