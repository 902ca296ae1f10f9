import pytest

from explorer.pasted.notation import DECIMAL, SEPARATES, THOUSANDS, Signs, plain, signs_of


@pytest.mark.parametrize(
    ("words", "apart", "separated", "comma"),
    [
        (["12,5", "13"], "lines", False, DECIMAL),
        (["1,200", "900"], "lines", False, DECIMAL),
        (["1,200", "900"], "spaces", False, THOUSANDS),
        (["1,200", "900"], "", True, THOUSANDS),
        (["1,200"], "", False, SEPARATES),
        (["1,2,3", "12,5"], "lines", False, SEPARATES),
        (["12,5", "900"], "", True, SEPARATES),
    ],
)
def test_what_keeps_numbers_apart_says_what_their_commas_are(words, apart, separated, comma):
    assert signs_of(words, apart, separated).comma == comma


@pytest.mark.parametrize("core", ["1.23.4", "1'23", "1,2,3", ".", "1'234’567", "12'34"])
@pytest.mark.parametrize("comma", [DECIMAL, THOUSANDS, SEPARATES])
@pytest.mark.parametrize("dot", [DECIMAL, THOUSANDS])
def test_groups_that_are_not_of_three_digits_are_no_number(core, comma, dot):
    assert plain(core, Signs(comma, dot)) == ("", [])
