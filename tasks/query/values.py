"""Single values as JSON and CSV hold them.

In: a value as Arrow gives it to Python, and the Arrow type of its column. Out: what the writers in `formats` write.
"""

import json
import math
from datetime import date, datetime, time
from decimal import Decimal
from itertools import zip_longest
from typing import Any

import pyarrow as pa

# a binary float holds any decimal number of so many digits
FLOAT_DIGITS = 15


def to_json_value(value: Any, kind: pa.DataType | None) -> Any:
    """Gives a value as JSON knows it: times as ISO 8601, what is no number as None, decimals without loss.

    The type decides how decimals stand, the same in all rows: without places as integers, with up to 15 digits as
    numbers, else as text.
    """
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Decimal):
        return _to_number(value, kind)
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, (list, tuple, dict)):
        return _to_json_parts(value, kind)
    return value.hex() if isinstance(value, bytes) else str(value)


def to_cell(value: Any, kind: pa.DataType) -> Any:
    """Gives a value as a cell of CSV: decimals with all their digits, lists, records and truth values as JSON."""
    if isinstance(value, Decimal):
        return format(value, "f")
    plain = to_json_value(value, kind)
    return json.dumps(plain, ensure_ascii=False) if isinstance(plain, (list, dict, bool)) else plain


def _to_number(value: Decimal, kind: pa.DataType | None) -> int | float | str:
    if kind is not None and pa.types.is_decimal(kind):
        if kind.scale == 0:
            return int(value)
        if kind.precision <= FLOAT_DIGITS:
            return float(value)
    return format(value, "f")


def _to_json_parts(value: list[Any] | tuple[Any, ...] | dict[str, Any], kind: pa.DataType | None) -> Any:
    if isinstance(value, dict):
        kinds = {field.name: field.type for field in kind} if kind is not None and pa.types.is_struct(kind) else {}
        return {key: to_json_value(part, kinds.get(key)) for key, part in value.items()}
    is_map = kind is not None and pa.types.is_map(kind)
    if isinstance(value, tuple):
        # a pair of a map, or the parts of an interval
        pair = (kind.key_type, kind.item_type) if kind is not None and is_map else ()
        return [to_json_value(part, part_kind) for part, part_kind in zip_longest(value, pair)]
    # a map is a list of pairs, which know their types by it
    return [to_json_value(part, kind if is_map else getattr(kind, "value_type", None)) for part in value]
