"""Settings that all tests share."""

from hypothesis import settings

# A slow machine is no failure: time is measured in benchmarks/, not here.
settings.register_profile("onrecord", deadline=None, print_blob=True)
settings.load_profile("onrecord")
