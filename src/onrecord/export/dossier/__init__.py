"""A dossier of a claim or a happening: one page that stands alone, to be read, printed and kept, with every quotation and its source."""

from onrecord.export.dossier.write import FORMAT, dossier_of

__all__ = ["FORMAT", "dossier_of"]
