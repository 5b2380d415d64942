"""A country or capital is an actor where it acts, a place where things happen."""

import pytest

from tests.extraction.small_world import found

ACTS = "actor"
PLACE = "location"


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("أعلنت فرنسا موقفها", [ACTS]),
        ("قال إن فرنسا تدرس الأمر", [ACTS]),
        ("اتفاق بين باريس وطوكيو على التجارة", [ACTS, ACTS]),
        ("خلايا مدعومة من فرنسا", [ACTS]),
        ("فصائل موالية لفرنسا", [ACTS]),
        ("حرب ضد اليابان", [ACTS]),
        ("تعاون مع طوكيو", [ACTS]),
        ("عقوبات على اليابان", [ACTS]),
        ("جماعات مرتبطة بفرنسا واليابان", [ACTS, ACTS]),
        ("طلب ترفضه باريس", [ACTS]),
        ("وصل إلى طوكيو", [PLACE]),
        ("مظاهرة في باريس وليون", [PLACE, PLACE]),
        ("شوارع باريس", [PLACE]),
        ("الحرب الطويلة على فرنسا", [PLACE]),
        ("جنود في فرنسا واليابان", [PLACE, PLACE]),
        ("خروج الوحدات الأجنبية من اليابان تأخر كثيرا", [PLACE]),
        ("أقيم المعرض بباريس", [PLACE]),
        ("الطريق بين باريس وليون", [PLACE, PLACE]),
        ("باريس وطوكيو تتعاونان", [ACTS, ACTS]),
    ],
)
def test_role(text: str, roles: list[str]) -> None:
    assert [mention.kind for mention in found(text)] == roles


def test_each_mention_has_one_role_and_the_same_form_may_have_both() -> None:
    mentions = found("قالت فرنسا إن اللاجئين في فرنسا بخير")
    assert [(mention.kind, mention.id) for mention in mentions] == [("actor", "fr"), ("location", "country-fr")]


def test_an_adjective_that_is_spelt_like_a_country_names_none() -> None:
    assert found("باعت الشركات السعودية ذلك") == []
    assert [mention.text for mention in found("سافر إلى السعودية")] == ["السعودية"]
