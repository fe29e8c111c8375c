"""Everything as flat tables with names beside ids: rows made once, written as CSV, XLSX or Parquet."""
