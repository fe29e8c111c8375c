"""What tests in a browser share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.chromium import Listener


@pytest.fixture
def listener() -> Iterator[Listener]:
    started = Listener()
    yield started
    started.close()
