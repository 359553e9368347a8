"""What a date in a text is relative to: the day of publication, the last day and the last year that were named."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tasks.extract.values import periods
from tasks.extract.values.periods import Period


@dataclass(slots=True)
class Moment:
    """The state of reading dates in order; `year` holds within a sentence, `event` until a new day is named."""

    published_at: date | None
    event: date | None = None
    year: int | None = None

    @property
    def anchor(self) -> date | None:
        """The day that `two days later` counts from: the last one named, else publication."""
        return self.event or self.published_at

    def keep_year(self, year: int) -> int:
        """Remembers a year that the text names and gives it back."""
        self.year = year
        return year

    def keep_day(self, period: Period | None) -> Period | None:
        """Remembers a day that the text names and gives it back."""
        if period and period[0] == period[1]:
            self.event = period[0]
        return period

    def guess_year(self, month: int, day: int = 15) -> int | None:
        """Gives the year of a month that is named without one, None where nothing tells."""
        if self.year:
            return self.year
        return periods.nearest_year(self.published_at, month, day) if self.published_at else None


Rule = Callable[[re.Match[str], Moment], Period | None]
