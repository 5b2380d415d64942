"""Pages that are made to be slow or to break a parser, for the tests and for the benchmark."""

import json

from search.types import MediaType

SENTENCE = "أعلنت البلدية افتتاح الجسر الجديد صباح السبت بعد عامين من العمل المتواصل في الضفة الشرقية للنهر. "
PARAGRAPH = f"<p>{SENTENCE * 2}</p>"

HOSTILE: dict[str, tuple[MediaType, str]] = {
    "a million open brackets": ("text/html", "<" * 1_000_000),
    "open comments": ("text/html", "<!--" * 300_000 + PARAGRAPH),
    "open scripts": ("text/html", "<script>" * 100_000 + PARAGRAPH),
    "tables in tables": ("text/html", "<table><tr><td>" * 20_000 + PARAGRAPH),
    "rows in cells": ("text/html", "<table><tr><td>كلمة<td>1" + "<tr><td><font>كلمة<td>1" * 2_000 + PARAGRAPH),
    "empty paragraphs": ("text/html", "<p>" * 300_000 + PARAGRAPH),
    "paragraphs": ("text/html", PARAGRAPH * 4_000),
    "an inline picture": ("text/html", f'<img src="data:image/png;base64,{"A" * 5_000_000}">' + PARAGRAPH),
    "a word a line": ("text/plain", "كلمة\n" * 29_000),
    "share lines without end": ("text/plain", "مشاركة على " * 100_000),
    "dashes": ("text/plain", "- " * 900_000),
    "dots": ("text/plain", ("a." * 140 + "\n") * 5_000),
    "a long paragraph": ("text/plain", SENTENCE * 10_000),
    "a record with open tags": ("application/json", '{"body": "' + "<div>" * 100_000 + '"}'),
    "references to control characters": (
        "application/json",
        json.dumps({"body": f"<p>{SENTENCE}&#1;&#x1f;<br>&#2;</p><table><tr><td>&#3;<td>1<tr><td>2<td>3</table>"}),
    ),
    "cells with control characters": ("text/html", PARAGRAPH + "<table><tr><td>&#3;<td>1<tr><td>2<td>3</table>&#4;"),
    "a long record": ("application/json", json.dumps({"body": SENTENCE * 10_000})),
}
