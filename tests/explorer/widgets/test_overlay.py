from explorer.widgets.overlay import Handle, Overlay

HANDLE = Handle("a", 1.0, 2.0, "a", "a = 1")


def test_handles_travel_as_they_are_in_one_message(wired):
    overlay = Overlay()
    wire = wired(overlay)
    overlay.show("what there is to see", [HANDLE])
    assert wire.updates() == [{"description", "handles"}]
    assert overlay.handles == [HANDLE._asdict()]


def test_what_a_person_does_to_a_handle_is_told():
    moves = []
    overlay = Overlay(lambda *move: moves.append(move))
    overlay.set_state({"edited": {"name": "a", "x": 3.0, "y": 2.0, "stamp": 0.5}})
    assert moves == [("a", 3.0, 2.0)]


def test_nothing_is_told_where_nobody_asked():
    Overlay().set_state({"edited": {"name": "a", "x": 3.0, "y": 2.0, "stamp": 0.5}})
