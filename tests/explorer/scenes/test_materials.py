import numpy as np
import pytest

from diffsort_core import DiffsortError
from explorer.digits import TAUGHT, digits
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


def test_what_is_said_of_the_learned_score_is_true_of_digits_that_it_was_not_taught():
    pictures, truth = (part[TAUGHT:] for part in digits())
    made = material("digits by a learned score", 16, 0, None, 1)
    scores = made.key(pictures)
    unlike = truth[:, None] > truth
    ordered = (scores[:, None] > scores)[unlike].mean()
    assert f"orders {100 * ordered:.1f} % of their unlike pairs" in made.remark
    assert f"of the {len(truth)} others" in made.remark
    assert ordered > 0.95
    assert all((pictures == shown).all(axis=1).any() for shown in made.things)
