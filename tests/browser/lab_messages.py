"""What travels between the page and the kernel, one websocket frame at a time."""

import itertools
import json
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Frame:
    time: float
    direction: str
    payload: bytes | str

    @property
    def size(self) -> int:
        return len(self.payload.encode() if isinstance(self.payload, str) else self.payload)

    @cached_property
    def parts(self) -> list[bytes]:
        """Channel, header, parent header, metadata, content, buffers:
        v1.kernel.websocket.jupyter.org.

        An unsigned 64-bit count of offsets, the offsets themselves (little endian), then the parts
        they delimit.
        """
        if isinstance(self.payload, str):
            message = json.loads(self.payload)
            names = ("header", "parent_header", "metadata", "content")
            return [
                message["channel"].encode(),
                *(json.dumps(message[name]).encode() for name in names),
            ]
        (count,) = struct.unpack_from("<Q", self.payload)
        offsets = struct.unpack_from(f"<{count}Q", self.payload, 8)
        return [self.payload[start:end] for start, end in itertools.pairwise(offsets)]

    @property
    def channel(self) -> str:
        return self.parts[0].decode()

    @property
    def msg_type(self) -> str:
        return json.loads(self.parts[1])["msg_type"]

    @property
    def request(self) -> str:
        """The id that a request and everything the kernel answers to it share."""
        return json.loads(self.parts[1 if self.direction == "sent" else 2]).get("msg_id", "")

    @property
    def ends_request(self) -> bool:
        return self.msg_type == "status" and self.content["execution_state"] == "idle"

    @property
    def content(self) -> dict[str, Any]:
        return json.loads(self.parts[4])

    @property
    def buffers(self) -> list[bytes]:
        return self.parts[5:]


class Frames(list[Frame]):
    """The frames of a span: `frames.of("comm_msg", "sent")` are some of them, `frames.size` their
    bytes."""

    def of(self, msg_type: str | None = None, direction: str | None = None) -> "Frames":
        chosen = (frame for frame in self if direction in (None, frame.direction))
        return Frames(frame for frame in chosen if msg_type is None or frame.msg_type == msg_type)

    @property
    def size(self) -> int:
        return sum(frame.size for frame in self)

    def __repr__(self) -> str:
        return "\n".join(
            f"{frame.direction} {frame.channel} {frame.msg_type} {frame.size} bytes"
            for frame in self
        )


class Wire:
    """The kernels' websockets of one page: hands each frame to every open span, knows what is still
    unanswered."""

    def __init__(self) -> None:
        self.last: Frame | None = None
        self._unanswered: set[str] = set()
        self._spans: list[Frames] = []

    def connect(self) -> None:
        self._unanswered.clear()

    def note(self, direction: str, payload: bytes | str) -> None:
        self.last = frame = Frame(time.monotonic(), direction, payload)
        if direction == "sent":
            self._unanswered.add(frame.request)
        elif frame.ends_request:
            self._unanswered.discard(frame.request)
        for span in self._spans:
            span.append(frame)

    def is_quiet(self, seconds: float) -> bool:
        silence = time.monotonic() - self.last.time if self.last else seconds
        return silence >= seconds and not self._unanswered

    @contextmanager
    def span(self) -> Iterator[Frames]:
        span = Frames()
        self._spans.append(span)
        try:
            yield span
        finally:
            self._spans = [other for other in self._spans if other is not span]
