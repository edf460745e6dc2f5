"""How a study is held, fixed when it is created."""

from __future__ import annotations

from pydantic import Field

from medtune.recipe.schema import Section


class Options(Section):
    """Choices of whoever holds the study.

    Args:
        end_on_unacceptable: an unacceptable answer on an axis that names such a level ends the item.
        ask_who_wrote: ask which label's system wrote the answer, to measure the blinding.
        show_reference: show the raters the true reply beside the answer.
        repeat_gap: how many items a repeat comes after its original, at least.
    """

    end_on_unacceptable: bool = False
    ask_who_wrote: bool = True
    show_reference: bool = False
    repeat_gap: int = Field(default=20, ge=1)
