"""Bytes in: what lies in files and folders becomes `RawPage`, one for each article."""
