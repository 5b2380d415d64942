"""Groups from pairs."""

from search.copies.groups import representatives


def test_every_member_is_a_copy_of_its_representative() -> None:
    chain = {1: {2}, 2: {1, 3}, 3: {2, 4}, 4: {3}}
    assert representatives([1, 2, 3, 4], chain) == {1: 1, 2: 1, 3: 3, 4: 3}
    assert representatives([2, 1, 3, 4], chain) == {2: 2, 1: 2, 3: 2, 4: 4}


def test_an_article_without_copies_represents_itself() -> None:
    assert representatives([7], {}) == {7: 7}
