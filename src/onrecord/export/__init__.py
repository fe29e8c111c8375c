"""A record in the formats of the field: each format is a pure function of the record."""
