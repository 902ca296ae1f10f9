import numpy as np
import pytest

from diffsort_core import DiffsortError
from explorer.digits import measured, shown
from explorer.scenes.materials import MATERIALS, TABLE, material


@pytest.mark.parametrize("name", MATERIALS)
def test_a_material_has_so_many_things_and_a_key_for_each(name):
    for pieces in (2, 9, 16):
        made = material(name, pieces, 3, None, 1)
        assert len(made.things) == pieces
        assert np.asarray(made.key(made.things)).shape == (pieces,)
        assert np.isfinite(made.key(made.things)).all()


@pytest.mark.parametrize("name", MATERIALS)
def test_another_sample_draws_others_and_the_same_sample_the_same(name):
    first, again = material(name, 8, 5, None, 1), material.__wrapped__(name, 8, 5, None, 1)
    np.testing.assert_array_equal(first.things, again.things)
    assert not np.array_equal(first.things, material(name, 8, 6, None, 1).things)


def test_the_first_table_is_the_original_and_a_given_one_is_taken_as_it_is():
    np.testing.assert_array_equal(material("table", 8, 0, None, 1).things, TABLE)
    own = material("table", 8, 0, ((1.0, 2.0, 3.0), (4.0, 5.0, 6.0)), 3)
    assert own.key(own.things).tolist() == [3, 6]
    with pytest.raises(DiffsortError, match="column must be a column of the table, 1 to 3, got 4"):
        material("table", 8, 0, ((1.0, 2.0, 3.0), (4.0, 5.0, 6.0)), 4)


def test_the_keys_of_complex_numbers_are_their_parts():
    for by, part in (("modulus", np.abs), ("real part", np.real), ("imaginary part", np.imag)):
        made = material(f"complex numbers by {by}", 8, 0, None, 1)
        np.testing.assert_array_equal(made.key(made.things), part(made.things))


@pytest.mark.parametrize("name", MATERIALS)
def test_one_more_thing_leaves_the_others_as_they_were(name):
    few, more = (material(name, pieces, 5, None, 1).things for pieces in (7, 16))
    np.testing.assert_array_equal(more[:7], few)


def test_complex_numbers_are_drawn_around_0_in_two_places():
    drawn = np.array([material(MATERIALS[1], 16, sample, None, 1).things for sample in range(400)])
    parts = drawn.view(float)
    np.testing.assert_array_equal(parts, parts.round(2))
    assert abs(parts.mean()) < 0.1
    assert parts.std() == pytest.approx(2, abs=0.05)


def test_what_is_said_of_the_learned_score_is_what_was_measured():
    made = material("digits by a learned score", 16, 0, None, 1)
    named, _, _ = measured()
    assert f"names {named} % of unseen digits." in made.remark
    for picture in made.things:
        assert (shown().pictures == picture).all(axis=1).any()


def test_every_digit_is_drawn_by_some_sample():
    drawn = {
        picture.tobytes()
        for sample in range(60)
        for picture in material("digits by brightness", 16, sample, None, 1).things
    }
    assert len(drawn) == len(shown().labels)
