"""The gazetteer files: what rows become, and what a bad row says."""

from pathlib import Path

import pytest

from search.gazetteers import COLUMNS, GazetteerError, content_hash, read_gazetteers
from search.types import EntityRecord, Form


def write(folder: Path, **files: str) -> Path:
    """Files by name without ending: rows, to which the header of their kind is added."""
    for name, rows in files.items():
        header = ",".join(COLUMNS[name.split("_")[0]])
        (folder / f"{name}.csv").write_text(f"{header}\n{rows}\n", encoding="utf-8")
    return folder


def read(folder: Path) -> dict[str, EntityRecord]:
    return {f"{record.kind}:{record.key}": record for record in read_gazetteers(folder)[0]}


def test_a_country_is_a_state_and_a_place(tmp_path: Path) -> None:
    records = read(write(tmp_path, countries="fr,فرنسي,فرنسا|الجمهورية الفرنسية,باريس,,,CLDR"))
    assert records["actor:fr"].type == "state"
    assert Form("باريس", "metonym") in records["actor:fr"].forms
    assert records["location:country-fr"].name_en == "France"
    assert all(form.role == "name" for form in records["location:country-fr"].forms)


def test_a_country_that_is_spelt_like_an_adjective_is_marked(tmp_path: Path) -> None:
    records = read(write(tmp_path, countries="sy,سوري,سوريا|سورية,,,سورية,x"))
    roles = {form.text: form.role for form in records["location:country-sy"].forms}
    assert (roles["سوريا"], roles["سورية"]) == ("name", "ordinary")


def test_a_later_row_adds_an_everyday_word(tmp_path: Path) -> None:
    write(tmp_path, places="africa,region,أفريقيا,Africa,,,,,,x\nafrica,region,أفريقية,,,,,,1,x")
    assert Form("أفريقية", "ordinary") in read(tmp_path)["location:africa"].forms


def test_institutions_are_made_for_each_country(tmp_path: Path) -> None:
    write(
        tmp_path,
        countries="us,أمريكي|أميركي,الولايات المتحدة,واشنطن,الجيش الأحمر,,x",
        institutions="army,organisation,الجيش/m|القوات المسلحة/f,قوات/f,الجيش {m},Army ({en}),x\n"
        "foreign-ministry,organisation,وزارة الخارجية/f,,وزارة الخارجية {f},Foreign ministry ({en}),x",
    )
    records = read(tmp_path)
    army = records["actor:army-us"]
    forms = {form.text for form in army.forms}
    assert army.name_ar == "الجيش الأمريكي" and army.name_en == "Army (United States)" and army.parent == "us"
    assert {"القوات المسلحة الأميركية", "قوات أمريكية", "الجيش الأحمر"} <= forms
    assert Form("وزارة الخارجية", "short") in records["actor:foreign-ministry-us"].forms


def test_rows_of_one_key_add_up_over_files(tmp_path: Path) -> None:
    write(
        tmp_path,
        places="tall,town,تل,Tall,تل الكبير,,33.5,36.2,1,x",
        places_more="tall,town,,,تلة|تل العالي,,,,,y",
    )
    record = read(tmp_path)["location:tall"]
    assert (record.lat, record.lon, record.name_ar) == (33.5, 36.2, "تل")
    assert {form.text: form.role for form in record.forms} == {
        "تل": "ordinary",
        "Tall": "short",
        "تل الكبير": "name",
        "تلة": "name",
        "تل العالي": "name",
    }


def test_a_person_is_called_by_the_family_name(tmp_path: Path) -> None:
    write(
        tmp_path,
        persons="tamim,تميم بن حمد آل ثاني,Tamim bin Hamad,,,,qa,emir,x\n"
        "b,بشار الأسد,Bashar al-Assad,,الرئيس بشار,,sy,,x\n"
        "king,سلمان بن عبد العزيز,King,,,,sa,,x\n"
        "s,هاشم صفي الدين,S,,,,lb,,x\n"
        "w,وليد المعلم,W,,,المعلم,sy,,x",
    )
    records = read(tmp_path)
    assert [form.role for form in records["actor:king"].forms if " " not in form.text] == ["short"]
    assert Form("صفي الدين", "short") in records["actor:s"].forms
    assert Form("المعلم", "ordinary") in records["actor:w"].forms
    assert Form("آل ثاني", "short") in records["actor:tamim"].forms
    assert [form.text for form in records["actor:b"].forms if form.role == "short"] == ["الرئيس بشار"]


def test_media_are_actors_and_outlets(tmp_path: Path) -> None:
    write(tmp_path, media="dawn,الفجر,Al-Fajr,صحيفة الفجر,Fajr.example|fajr.test,dz,1,x")
    entities, outlets = read_gazetteers(tmp_path)
    assert entities[0].type == "media" and Form("الفجر", "ordinary") in entities[0].forms
    assert outlets[0].names == ("الفجر", "صحيفة الفجر", "Al-Fajr")
    assert outlets[0].domains == ("fajr.example", "fajr.test")


@pytest.mark.parametrize(
    ("file", "row", "says"),
    [
        ("places", "a,city,ا,A,,,95,3,,x", "places.csv, line 2: 95.0 in column 'lat' is beyond 90 degrees"),
        ("places", "a,city,ا,A,,,x,3,,x", "write decimal degrees"),
        ("places", "a,city,ا,A,,nowhere,1,3,,x", "line 2: parent 'nowhere' is no key of any row"),
        ("places", "none,city,ا,A,,,1,3,,x", "line 2: no key may be 'none'"),
        ("places", ",city,ا,A,,,1,3,,x", "column 'key' is empty"),
        ("places", "a,city,ا,A,,,1,3,yes,x", "takes 1 or nothing"),
        ("places", "a,city,ا,A", "quote cells that contain a comma"),
        ("places", "a,city,ا,A,,,1,3,,x\na,town,ب,B,,,1,3,,x", "line 3: 'a' was type 'city' in an earlier row"),
        ("countries", "qq,x,y,,,,x", "no country code that CLDR knows"),
        ("institutions", "army,organisation,الجيش,,الجيش {m},Army,x", "lacks its gender"),
    ],
)
def test_a_bad_row_is_told_with_file_line_and_remedy(tmp_path: Path, file: str, row: str, says: str) -> None:
    with pytest.raises(GazetteerError, match=says.replace("(", r"\(")):
        read_gazetteers(write(tmp_path, **{file: row}))


def test_a_wrong_header_is_refused(tmp_path: Path) -> None:
    (tmp_path / "media.csv").write_text("key,name\na,b\n")
    with pytest.raises(GazetteerError, match=r"media.csv, line 1: the columns must be key,name_ar"):
        read_gazetteers(tmp_path)


def test_the_hash_follows_the_content(tmp_path: Path) -> None:
    write(tmp_path, media="dawn,الفجر,Al-Fajr,,fajr.example,dz,,x")
    first = content_hash(*read_gazetteers(tmp_path))
    assert first == content_hash(*read_gazetteers(tmp_path))
    write(tmp_path, media="dawn,الفجر,Al-Fajr,,fajr.test,dz,,x")
    assert content_hash(*read_gazetteers(tmp_path)) != first
