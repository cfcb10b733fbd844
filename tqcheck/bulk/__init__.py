"""Archives: articles of folders, JSONL and Parquet, checked as they stream by, results as JSONL or Parquet.

A run can be interrupted at any moment and goes on where it stopped. To read another kind of file, add a
function to ARTICLES of articles.py; to write one, to FINISHES of results.py.
"""
