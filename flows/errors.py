"""What can be wrong with a run before its first input: errors of use and of Prefect."""


class UsageError(ValueError):
    """Wrong options or settings; the message says what to give instead."""


class MissingExtraError(UsageError):
    """An option that needs a package which is not installed."""


class UnreachableApiError(RuntimeError):
    """A Prefect API is configured and doesn't answer."""
