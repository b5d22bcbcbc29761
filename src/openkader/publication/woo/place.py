"""Where everything that was published stands: the addresses of one installation."""

from dataclasses import dataclass

from openkader.casework.publishing import Publisher


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The public pages of an installation: who publishes there, and the address before each of its paths."""

    publisher: Publisher
    address: str  # without a slash at its end

    def of(self, path: str) -> str:
        """The whole address of a path."""
        return f"{self.address}{path}"
