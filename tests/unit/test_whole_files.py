"""What a command writes is there whole or not at all, and why it is not is a sentence."""

from pathlib import Path

import pytest

from openkader.base.errors import Unavailable
from openkader.base.messages import sentences
from openkader.cli.whole_files import written_whole


@pytest.mark.parametrize("refused", ["evaluation.not-written", "kader-file.not-written"])
def test_a_folder_that_is_not_there_is_named_with_the_reason(tmp_path: Path, refused: str) -> None:
    with (
        pytest.raises(Unavailable) as caught,
        written_whole(tmp_path / "nowhere" / "file", refused) as file,
    ):
        file.write(b"x")
    for language in ("nl", "en"):
        said = " ".join(sentences(caught.value, language))
        assert str(tmp_path / "nowhere") in said
        assert "No such file" in said


def test_what_breaks_off_leaves_the_older_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"older")
    with pytest.raises(KeyboardInterrupt):
        break_off(path)
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def break_off(path: Path) -> None:
    with written_whole(path, "evaluation.not-written") as file:
        file.write(b"half")
        raise KeyboardInterrupt
