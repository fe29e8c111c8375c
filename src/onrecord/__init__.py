"""onrecord reads reporting on an armed conflict and keeps who said what."""

__version__ = "0.1.0"

__all__ = ["__version__"]
