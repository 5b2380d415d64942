"""Facets, chips, dates and the timeline."""

import re

from playwright.sync_api import Page, expect

from search.index.sync import drain
from search.models import Article, Entity, Mention


def _count(page: Page, element: str) -> str:
    return page.locator(f"#{element} .number").inner_text()


def test_values_of_a_facet_widen_and_facets_narrow(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/")
    assert (_count(page, "actor-un"), _count(page, "actor-unlisted-actor")) == ("3", "1")
    page.locator("#actor-un").click()
    expect(page.locator(".hit")).to_have_count(3)
    page.locator("#actor-unlisted-actor").click()
    expect(page.locator(".hit")).to_have_count(4)
    assert (_count(page, "location-raqqa"), _count(page, "location-euphrates")) == ("1", "1")
    page.locator("#location-raqqa").click()
    expect(page.locator(".hit")).to_have_count(1)
    expect(page.locator(".hit h2")).to_have_text(corpus["aid"].title)
    # A value's count is what selecting it alone would give; a selected one stays, also with nothing.
    assert (_count(page, "actor-un"), _count(page, "actor-unlisted-actor")) == ("1", "0")
    assert page.locator(".filters [aria-current]").all_inner_texts() != []
    page.locator("#actor-un").click()
    expect(page.locator("#count")).to_have_text("لا نتائج")
    expect(page.locator("#actor-un")).not_to_have_attribute("aria-current", "true")


def test_chips_are_removed_one_by_one_and_together(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/en/?actor=un&actor=red-crescent&outlet=wikalat-ufuq&since=2022-01-01")
    chips = page.locator(".chip bdi")
    expect(chips).to_have_text(["United Nations", "Red Crescent", "Ufuq Agency", "from 1 January 2022"])
    page.locator(".chip", has_text="Ufuq Agency").click()
    expect(chips).to_have_text(["United Nations", "Red Crescent", "from 1 January 2022"])
    expect(page.locator("#count")).to_be_focused()
    page.get_by_role("link", name="Clear all").click()
    expect(chips).to_have_count(0)
    expect(page.locator(".hit")).to_have_count(len(corpus))


def test_dates_narrow_and_keep_the_rest(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/en/?q=الرقة&location=raqqa")
    page.get_by_label("From").fill("2021-05-04")
    page.get_by_label("Until").fill("2021-12-31")
    page.get_by_role("button", name="Apply the dates").click()
    expect(page.locator(".hit h2")).to_have_text([corpus["aid"].title])
    expect(page.locator(".chip bdi")).to_have_text(["Raqqa", "4 May 2021 – 31 December 2021"])
    expect(page.get_by_role("combobox")).to_have_value("الرقة")


def test_a_column_of_the_timeline_narrows_to_its_days(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/en/")
    expect(page.locator(".columns li")).to_have_count(24)  # May 2021 to April 2023
    expect(page.locator("figcaption")).to_contain_text("1 article without a date")
    page.get_by_role("link", name="August 2022: 1 article").click()
    expect(page.locator(".hit h2")).to_have_text([corpus["water"].title])
    expect(page.locator(".chip bdi")).to_have_text("August 2022")


def test_time_runs_as_the_language_does(page: Page, corpus: dict[str, Article]) -> None:
    def places() -> tuple[float, float]:
        boxes = [page.locator(".columns li").nth(at).bounding_box() for at in (0, -1)]
        return boxes[0]["x"], boxes[1]["x"]

    page.goto("/")
    first, last = places()
    assert first > last
    page.goto("/en/")
    first, last = places()
    assert first < last


def test_arrow_keys_lead_along_the_timeline(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/")
    columns = page.locator(".columns a")
    columns.first.focus()
    page.keyboard.press("ArrowLeft")
    expect(columns.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(columns.last).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".hit h2")).to_have_text([corpus["markup"].title])


def test_more_values_stay_open(page: Page, corpus: dict[str, Article]) -> None:
    text = corpus["dam"].title.split()[0]
    for number in range(12):
        place = Entity.objects.create(kind="location", key=f"place-{number}", type="town", name_ar=f"بلدة {number}")
        Mention.objects.create(
            article=corpus["dam"],
            entity=place,
            field="title",
            kind="location",
            type="town",
            text=text,
            start=0,
            end=len(text),
        )
    corpus["dam"].save()
    drain()
    page.goto("/")
    more = page.locator("#more-location")
    expect(more.locator("summary")).to_contain_text("قيم أخرى")
    more.locator("summary").click()
    more.locator(".choice").last.click()
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator("#more-location .choice").last).to_be_visible()
    expect(page.locator(".filters .choice[aria-current]").first).to_be_visible()


def test_on_a_phone_filters_open_over_the_page(new_page, corpus: dict[str, Article]) -> None:
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto("/")
    expect(page.locator("#filters")).to_be_hidden()
    page.get_by_role("button", name="المرشحات").click()
    page.locator("#actor-un").click()
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator("#filters")).to_be_visible()
    page.get_by_role("button", name="اعرض 3 مقالات").click()
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator(".hit").first).to_be_visible()


def test_a_part_takes_the_place_of_the_whole(page: Page, corpus: dict[str, Article]) -> None:
    Entity.objects.create(kind="location", key="country-sy", type="country", name_ar="سوريا", name_en="Syria")
    Entity.objects.filter(key="raqqa").update(parent_key="country-sy")
    Article.objects.update(language="ar")
    drain()
    page.goto("/en/")
    page.locator("#location-country-sy").click()
    expect(page.locator(".hit")).to_have_count(3)
    indents = [page.locator(f"#location-{key} .box").bounding_box()["x"] for key in ("country-sy", "raqqa")]
    assert indents[0] < indents[1]
    page.locator("#location-raqqa").click()
    expect(page.locator(".chip bdi")).to_have_text(["Raqqa"])
    page.locator("#location-country-sy").click()
    expect(page.locator(".chip bdi")).to_have_text(["Syria"])


def test_dates_of_the_text_open_from_year_to_day(page: Page, corpus: dict[str, Article]) -> None:
    Mention.objects.create(
        article=corpus["dam"], field="body", kind="date", type="day", text="حذّر", start=0, end=4, value="2014-07-03"
    )
    Article.objects.update(language="ar")
    drain()
    page.goto("/en/")
    for key, name in (("2014", "2014"), ("2014-07", "July 2014"), ("2014-07-03", "3 July 2014")):
        page.locator(f"#mentioned-{key}").click()
        expect(page.locator(".chip bdi")).to_have_text([name])
    expect(page.locator(".hit h2")).to_have_text([corpus["dam"].title])
    page.goto("/?mentioned=2014-07")
    expect(page.locator(".chip bdi")).to_have_text(["يوليو 2014"])


def test_a_name_on_no_list_is_marked(page: Page, corpus: dict[str, Article]) -> None:
    page.goto("/en/")
    expect(page.locator("#actor-unlisted-actor abbr")).to_have_attribute("title", re.compile("Not confirmed"))
    expect(page.locator("#actor-un abbr")).to_have_count(0)
