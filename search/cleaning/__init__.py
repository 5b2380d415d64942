"""RawPage to CleanArticle: decoding, page furniture, header."""
