"""Rows to the lake: opens or makes one, and lands chunks of drafts, one transaction each."""

from tasks.land.chunk import LandedChunk, land_chunk
from tasks.land.lake import Lake
from tasks.land.opening import open_lake
from tasks.land.runs import land_run_end, land_run_start

__all__ = ["Lake", "LandedChunk", "land_chunk", "land_run_end", "land_run_start", "open_lake"]
