"""Numbers of people and things that a text gives, as ranges."""

from onrecord.read.quantities.find import find_quantities

__all__ = ["find_quantities"]
