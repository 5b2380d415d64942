"""What readers are told of a fault by the steps that know no languages of pages."""

from typing import Any, Self


class Sentence(str):
    """An English sentence that keeps what it was made of, so that pages can say it in their reader's language: `template`, in
    which `%(name)s` stands for each of `facts` (none where there are no facts), texts, numbers or other sentences."""

    template: str
    facts: dict[str, Any]

    def __new__(cls, template: str, **facts: Any) -> Self:
        made = super().__new__(cls, template % facts if facts else template)
        made.template, made.facts = template, facts
        return made
