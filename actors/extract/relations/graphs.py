"""Part of an ONNX network, cut out of its file.

onnxruntime runs all of a network even where only an early tensor is asked for. So what comes after
it is left out of the file before it is opened. The file is a message of protocol buffers, of which
only the framing needs to be understood: a list of numbered fields, some of them messages again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

GRAPH = 7
"""The field of a model that holds its graph."""
NODE, OUTPUT = 1, 12
"""The fields of a graph that are left out or put in."""
LONG = 2
"""How a field with a length is marked; the only others that models and graphs have are numbers."""
INPUTS, OUTPUTS = 1, 2
"""The fields of a node with the names of what it reads and writes."""


class Field(NamedTuple):
    """One field of a message; ``whole`` is its content with the framing."""

    number: int
    content: bytes
    whole: bytes


def up_to(model: bytes, tensor: str) -> bytes:
    """The model with nothing but what ``tensor`` is computed from, and that as its only output."""
    return b"".join(
        framed(GRAPH, cut_graph(field.content, tensor)) if field.number == GRAPH else field.whole
        for field in fields(model)
    )


def cut_graph(graph: bytes, tensor: str) -> bytes:
    """The same for the graph alone."""
    kept = [field for field in fields(graph) if field.number not in (NODE, OUTPUT)]
    nodes = needed([field for field in fields(graph) if field.number == NODE], tensor)
    real = framed(2, framed(1, b"\x08\x01"))  # 32-bit floats, any shape
    output = framed(OUTPUT, framed(1, tensor.encode()) + real)
    return b"".join(field.whole for field in (*nodes, *kept)) + output


def needed(nodes: list[Field], tensor: str) -> list[Field]:
    """The nodes that lead to a tensor; in a file each stands after those that it reads from."""
    wanted, kept = {tensor.encode()}, []
    for node in reversed(nodes):
        inside = fields(node.content)
        names = [(one.number, one.content) for one in inside if one.number in (INPUTS, OUTPUTS)]
        if any(number == OUTPUTS and name in wanted for number, name in names):
            wanted.update(name for number, name in names if number == INPUTS)
            kept.append(node)
    return kept[::-1]


def fields(message: bytes) -> Iterator[Field]:
    r"""The fields of a message in order.

    >>> [(field.number, field.content) for field in fields(b"\x08\x96\x01\x12\x02hi")]
    [(1, b'\x96\x01'), (2, b'hi')]
    """
    at = 0
    while at < len(message):
        start = at
        tag, first = varint(message, at)
        size, at = varint(message, first)
        if tag & 7 == LONG:
            first, at = at, at + size
        yield Field(tag >> 3, message[first:at], message[start:at])


def varint(message: bytes, at: int) -> tuple[int, int]:
    r"""A number of one to ten bytes, seven bits in each, and where it ends.

    >>> varint(b"\x96\x01", 0)
    (150, 2)
    """
    value = 0
    for place, byte in enumerate(message[at : at + 10]):
        value |= (byte & 127) << 7 * place
        if byte < 128:
            return value, at + place + 1
    return value, at + 10


def framed(number: int, content: bytes) -> bytes:
    r"""A field that holds text or a message.

    >>> framed(2, b"hi")
    b'\x12\x02hi'
    """
    size, length = bytearray(), len(content)
    while length > 127:
        size.append(length & 127 | 128)
        length >>= 7
    return bytes((number << 3 | LONG, *size, length)) + content
