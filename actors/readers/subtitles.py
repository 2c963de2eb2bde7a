"""Subtitles, SRT and WebVTT: cues joined to sentences, speakers kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from actors.errors import ReadError
from actors.readers.files import read_text
from actors.readers.fragment import readable
from actors.types import Document

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[,.](\d{3})"
_CUE = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}.*")
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?[ \t]+([^>\n]{1,80})>")
_TAGS = re.compile(r"</?[a-z][^<>\n]{0,80}>|<\d[\d:.]{4,12}>|\{\\[^{}\n]{0,40}\}", re.IGNORECASE)
_DASH = re.compile(r"^[-–—]\s*(?=\S)|^>>+\s*")
_SOUND = re.compile(r"\[[^\]]{0,80}\]|[♪♫][^♪♫]{0,80}[♪♫]|♪|♫|^\([^)]{0,80}\)$")
"""What is heard and not said; in round brackets only where nothing else is on the line."""
_HYPHEN = re.compile(r"(?<=\w-)\n(?=\w)")
"""A line that ends within a word; lines are joined with line ends first."""
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*$")
_PAUSE = 4.0
_ROLLING = 3
_LONG = 600


@dataclass(slots=True)
class _Turn:
    """What one speaker says without a pause."""

    speaker: str
    until: float
    words: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        said = _HYPHEN.sub("", "\n".join(self.words)).replace("\n", " ")
        return f"{self.speaker}: {said}" if self.speaker else said


def read(path: Path) -> Iterator[Document]:
    """One document: a paragraph for each turn of a speaker, or between pauses.

    Raises:
        ReadError: empty, too large, or there is no cue in it.
    """
    turns: list[_Turn] = []
    for start, end, lines in _cues(read_text(path)):
        for speaker, words, dashed in _spoken(lines):
            if not turns or _is_new(turns[-1], speaker, start, dashed):
                turns.append(_Turn(speaker or "", end))
            said = turns[-1].words  # live captions say a line again as they roll
            said += [line for line in words if line not in said[-_ROLLING:]]
            turns[-1].until = end
    text = "\n\n".join(str(turn) for turn in turns if turn.words)
    if not text:
        raise ReadError(path.name, "no subtitles in it: check that it holds cues with times")
    yield Document(name="", text=text)


def _is_new(turn: _Turn, speaker: str | None, start: float, dashed: bool) -> bool:
    if speaker is not None and speaker != turn.speaker:
        return True
    ended = bool(turn.words) and bool(_ENDED.search(turn.words[-1]))
    long = sum(map(len, turn.words)) > _LONG
    return dashed or (ended and (long or start - turn.until > _PAUSE))


def _cues(text: str) -> Iterator[tuple[float, float, list[str]]]:
    """Start, end and lines of each cue; notes, styles and numbers are none."""
    block: list[str] = []
    for line in (*text.split("\n"), ""):
        if line.strip():
            block.append(line.strip())
            continue
        at = next((i for i, each in enumerate(block) if _CUE.fullmatch(each)), None)
        match = _CUE.fullmatch(block[at]) if at is not None else None
        if match and at is not None:
            times = match.groups()
            yield _seconds(times[:4]), _seconds(times[4:]), block[at + 1 :]
        block = []


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _spoken(lines: list[str]) -> Iterator[tuple[str | None, list[str], bool]]:
    """Who speaks (None where nothing is said of that), the lines, and whether a dash began them."""
    speaker: str | None = None
    words: list[str] = []
    dashed = False
    for line in lines:
        voice = _VOICE.search(line)
        bare = _SOUND.sub("", readable(_TAGS.sub("", _VOICE.sub("", line)))).strip()
        turn = bool(_DASH.match(bare))
        if (voice or turn) and words:
            yield speaker, words, dashed
            words, dashed = [], False
        speaker = voice.group(1).strip() if voice else speaker
        dashed = dashed or turn
        bare = _DASH.sub("", bare)
        words += [bare] if bare else []
    if words:
        yield speaker, words, dashed
