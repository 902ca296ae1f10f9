import asyncio
from threading import Thread

import pytest

from explorer.turns import in_turn
from explorer.widgets.runner import Runner


@pytest.fixture
def work():
    """A runner of ten steps, each of which is noted, and its notes."""
    done, shown = [], []

    def steps():
        for k in range(10):
            done.append(k)
            yield (k + 1) / 10

    runner = Runner("Test", steps, lambda: shown.append(len(done)), "Stop", pace=0.001)
    yield runner, done, shown
    runner.close()


@pytest.mark.parametrize("button", ["stop", "pause"])
def test_a_button_pressed_in_another_thread_waits_for_the_slice_and_counts(button):
    presses = []

    def steps():  # the kernel's subshell hears the button while the first step is at work
        message = {"method": "custom", "content": {"do": button}}
        heard = Thread(
            target=runner._handle_msg, args=[{"content": {"data": message}, "buffers": []}]
        )
        presses.append(heard)
        heard.start()
        heard.join(0.1)
        yield 0.5
        yield 1.0

    runner = Runner("Test", steps, lambda: None, "Stop", pace=0.001)

    async def person():
        runner.start()
        while not presses:
            await asyncio.sleep(0.001)
        presses[0].join()
        await asyncio.sleep(0.02)

    asyncio.run(person())
    assert not runner.running
    assert runner.begun == (button == "pause")
    assert runner.progress == {"pause": 0.5, "stop": 0}[button]
    runner.close()


def test_it_is_closed_without_a_turn():
    """As the garbage collector does in a thread that somebody waits for, who has the turn."""
    runner = Runner("Test", lambda: iter([0.5, 1.0]), lambda: None, "Stop")
    closer = Thread(target=runner.close)

    @in_turn
    def waits_for_it():
        closer.start()
        closer.join(5)
        return closer.is_alive()

    assert not waits_for_it()
    assert runner.comm is None


def press(runner, button):
    runner._handle_custom_msg({"do": button}, [])


def test_without_an_event_loop_start_does_it_all(work):
    runner, done, shown = work
    runner.start()
    assert (done, shown, runner.progress) == (list(range(10)), [10], 1)
    assert not runner.begun


def test_on_an_event_loop_it_runs_a_slice_at_a_time_and_can_be_paused_and_gone_on_with(work):
    runner, done, shown = work

    async def person():
        press(runner, "start")
        assert runner.running
        while len(done) < 3:
            await asyncio.sleep(0.001)
        press(runner, "pause")
        paused = len(done)
        await asyncio.sleep(0.02)
        assert len(done) == paused < 10
        assert runner.begun
        assert not runner.running
        press(runner, "start")
        while runner.running:
            await asyncio.sleep(0.001)

    asyncio.run(person())
    assert done == list(range(10))
    assert shown[-1] == 10
    assert len(shown) > 3
    assert runner.progress == 1


def test_stopped_work_begins_again(work):
    runner, done, _ = work
    press(runner, "step")
    press(runner, "step")
    assert done == [0, 1]
    assert runner.progress == pytest.approx(0.2)
    press(runner, "stop")
    assert (runner.progress, runner.begun) == (0, False)
    press(runner, "step")
    assert done == [0, 1, 0]


def test_a_step_that_fails_leaves_no_runner_running():
    def steps():
        yield 0.5
        raise ValueError("broken")

    runner = Runner("Test", steps, lambda: None, "Stop", pace=0.001)

    async def person():
        runner.start()
        with pytest.raises(ValueError, match="broken"):
            await runner._task
        assert not runner.running

    asyncio.run(person())


def test_a_closed_runner_does_no_more(work):
    runner, done, _ = work

    async def person():
        runner.start()
        runner.close()
        await asyncio.sleep(0.02)

    asyncio.run(person())
    assert done == []


def test_whoever_sees_nothing_happen_is_told_that_it_is_heard(work, wired):
    runner, done, _ = work
    wire = wired(runner)
    press(runner, "heard")
    assert [data["content"] for data, _ in wire.sent] == [{"heard": True}]
    assert done == []
