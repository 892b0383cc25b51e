"""Places in a descriptor, and the issues found there."""

from dataclasses import dataclass, replace

from lading.issue import Issue, Severity


@dataclass(frozen=True, slots=True)
class Place:
    """A value of a JSON file: the names and numbers that lead to it, and the resource it belongs to.

    `part` is the code of faults in a file that is a part of a descriptor alone.
    """

    file: str
    steps: tuple[str | int, ...] = ()
    resource: str | None = None
    part: str | None = None

    def below(self, *steps: str | int) -> "Place":
        """A place inside this one."""
        return Place(self.file, (*self.steps, *steps), self.resource, self.part)

    def of(self, resource: str | None) -> "Place":
        """The same place, as one of that resource."""
        return replace(self, resource=resource)

    @property
    def path(self) -> str:
        """The file, with a JSON Pointer (RFC 6901) to the value as its fragment."""
        pointer = "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in self.steps)
        return f"{self.file}#{pointer}" if pointer else self.file

    @property
    def code(self) -> str:
        """The code of a fault here, by the part of the descriptor that it lies in."""
        match self.steps:
            case _ if self.part:
                return self.part
            case ("resources", int(), "schema", *_):
                return "schema-error"
            case ("resources", int(), *_):
                return "resource-error"
            case _:
                return "package-error"

    def issue(self, code: str, message: str, hint: str | None = None, severity: Severity = Severity.ERROR) -> Issue:
        """An issue at this place."""
        return Issue(code, message, hint, self.path, self.resource, severity=severity)

    def warning(self, code: str, message: str, hint: str | None = None) -> Issue:
        """An issue at this place that makes no package invalid."""
        return self.issue(code, message, hint, Severity.WARNING)
