"""How a trainer's YAML becomes a tree: a bounded walk over the parser's events that stops at whatever is not allowed.

The events come one at a time, so a hostile file is refused before it is understood: no anchor is ever followed, no tag looked
up, and nothing here calls itself. The parser in C is safe for that (its events need no stack of calls; building *values* from
100,000 brackets is what kills it), and takes 1.5 ms for the longest scenario where the one in Python takes 34 ms.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from simulator.authored import causes
from simulator.authored.characters import FORBIDDEN, decode, name_of
from simulator.authored.tree import (
    Authored,
    AuthoredText,
    Block,
    Entry,
    Fault,
    Point,
    Scalar,
    Sequence,
)

#: Limits of the gate; the vocabulary's own are narrower (decisions 4).
MOST_DEEP = 20
MOST_NODES = 20_000
MOST_CHARACTERS = 20_000

#: Wheels of PyYAML bring the parser in C along; the one in Python reads the same, more slowly.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_authored(data: bytes) -> AuthoredText:
    """Return the tree of a file's bytes with everything that is wrong with its spelling; never raises."""
    text, faults = decode(data)
    if faults:
        return AuthoredText(None, faults, text)
    growing = _Growing(text)
    try:
        tree = growing.walk(yaml.parse(text, Loader=_LOADER))
    except _Stop as stop:
        return AuthoredText(None, (*growing.faults, stop.fault), text)
    except yaml.MarkedYAMLError as error:
        return AuthoredText(None, (*growing.faults, causes.explain(error, text, growing.last, growing.bracket())), text)
    except yaml.YAMLError as error:
        return AuthoredText(None, (*growing.faults, Fault("SC001", 1, 1, details={"problem": str(error)})), text)
    return AuthoredText(tree, tuple(growing.faults), text)


def _place(event: yaml.Event) -> tuple[int, int]:
    """Return line and column of an event's start, from 1."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class _Stop(Exception):
    """Ends the walk at something that is not allowed."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class _Open:
    """A block or list whose end has not come yet."""

    __slots__ = ("column", "entries", "flow", "items", "key", "keys", "line")

    def __init__(self, event: yaml.CollectionStartEvent) -> None:
        self.line, self.column = _place(event)
        self.flow = bool(event.flow_style)
        self.items: list[Authored] = []
        self.entries: list[Entry] = []
        #: The key that waits for its value, and the line of every key that was there.
        self.key: Scalar | None = None
        self.keys: dict[str, int] | None = {} if isinstance(event, yaml.MappingStartEvent) else None

    def closed(self) -> Authored:
        if self.keys is None:
            return Sequence(tuple(self.items), self.line, self.column, self.flow)
        return Block(tuple(self.entries), self.line, self.column, self.flow)


class _Growing:
    """The tree while it grows, and the faults that do not end the reading."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[_Open] = []
        self._nodes = 0
        self.faults: list[Fault] = []
        #: The last words that were read, for the explanation of what came after them.
        self.last: yaml.ScalarEvent | None = None

    def bracket(self) -> Point | None:
        """Return where the outermost bracket stands that is still open."""
        return next((Point(opened.line, opened.column) for opened in self._open if opened.flow), None)

    def walk(self, events: Iterator[yaml.Event]) -> Authored | None:
        """Return the tree of the only document; None for a file without any content."""
        tree: Authored | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                tree = self._add(self._scalar(event)) or tree
            elif isinstance(event, yaml.CollectionStartEvent):
                self._start(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                tree = self._add(self._open.pop().closed()) or tree
            else:
                documents += isinstance(event, yaml.DocumentStartEvent)
                self._other(event, documents)
        return tree

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        self._check(event)
        self.last = event
        line, column = _place(event)
        if len(event.value) > MOST_CHARACTERS:
            raise _Stop(Fault("SC009", line, column, "long", {"most": f"{MOST_CHARACTERS:,}"}))
        hidden = FORBIDDEN.search(event.value)
        if hidden:
            self.faults.append(Fault("SC011", line, column, "escaped", {"character": name_of(hidden[0])}))
        if not event.style and event.value.endswith('"') and event.value.count('"') % 2:
            self.faults.append(Fault("SC006", line, column, "stray"))
        return Scalar(event.value, line, column, not event.style)

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        self._check(event)
        opened = _Open(event)
        if len(self._open) >= MOST_DEEP:
            raise _Stop(Fault("SC009", opened.line, opened.column, "deep", {"most": str(MOST_DEEP)}))
        parent = self._open[-1] if self._open else None
        if parent and parent.keys is not None and parent.key is None:
            raise _Stop(Fault("SC001", opened.line, opened.column, "key"))
        self._open.append(opened)

    def _check(self, event: yaml.NodeEvent) -> None:
        """Stop at what no file may use: anchors, tags, too many values."""
        line, column = _place(event)
        self._nodes += 1
        if event.anchor is not None:
            raise _Stop(Fault("SC007", line, column))
        if getattr(event, "tag", None) is not None:
            raise _Stop(Fault("SC008", line, column))
        if self._nodes > MOST_NODES:
            raise _Stop(Fault("SC009", line, column, "many", {"most": f"{MOST_NODES:,}"}))

    def _other(self, event: yaml.Event, documents: int) -> None:
        line, column = _place(event)
        if isinstance(event, yaml.AliasEvent):
            raise _Stop(causes.explain_alias(event, self._text))
        if isinstance(event, yaml.DocumentStartEvent):
            if event.version or event.tags:
                raise _Stop(Fault("SC012", line, column, "directive"))
            if documents > 1:
                raise _Stop(Fault("SC012", line, column))

    def _add(self, node: Authored) -> Authored | None:
        """Put a finished value where it belongs; return it if it is the whole document."""
        if not self._open:
            return node
        parent = self._open[-1]
        if parent.keys is None:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = self._as_key(node)
        else:
            self._enter(parent, parent.key, node)
            parent.key = None
        return None

    def _as_key(self, node: Authored) -> Scalar:
        if not isinstance(node, Scalar) or not node.text:
            raise _Stop(Fault("SC001", node.line, node.column, "key"))
        if node.text == "<<" and node.plain:
            raise _Stop(Fault("SC007", node.line, node.column))
        return node

    def _enter(self, parent: _Open, key: Scalar, value: Authored) -> None:
        keys = parent.keys if parent.keys is not None else {}
        if key.text in keys:
            self.faults.append(Fault("SC005", key.line, key.column, details={"key": key.text, "first": str(keys[key.text])}))
            return
        keys[key.text] = key.line
        parent.entries.append(Entry(key, value))
