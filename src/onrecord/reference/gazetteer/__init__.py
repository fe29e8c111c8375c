"""Where places lie and what they are called: from GeoNames (https://www.geonames.org, CC BY 4.0) and lists of our own."""

from onrecord.reference.gazetteer.gazetteer import Gazetteer, open_gazetteer
from onrecord.reference.gazetteer.location import Location

__all__ = ["Gazetteer", "Location", "open_gazetteer"]
