"""Data in a page are JSON, or are refused; that a browser writes them alike is tested with it, in
web/hosts/test_shell.py."""

import pytest

from diffsort_core import DiffsortError
from explorer.page_json import as_json


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), 10**400, {1, 2}, b"a", {1: 2}, {"1": 2}, [object()]],
)
def test_what_is_no_json_is_refused(value):
    with pytest.raises(DiffsortError, match=r"(can hold only|must be a word).*, got"):
        as_json(value)
