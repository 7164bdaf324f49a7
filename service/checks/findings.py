"""One finding of a check."""

from dataclasses import dataclass

from service.records import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say about one text; `value` is what it is about, as it stands in the text, if anything.

    `message` is a sentence without capital and stop that an editor can act on; of the text it holds the value only.
    """

    kind: str
    severity: Severity
    value: str | None
    message: str
