"""The lock of a lake."""

import errno
import logging
import os
from threading import Event, Thread

import pytest

from schemas.lake_errors import LakeError, UnwritableLakeError
from tasks.land import land_chunk, lock
from tasks.land.lock import hold_lock
from tests.factories import make_draft
from tests.lakes import read


def test_a_long_wait_is_said_and_ends_when_the_other_is_done(tmp_path, monkeypatch):
    monkeypatch.setattr(lock, "LONG_WAIT_SECONDS", 0.01)
    told, entered = Event(), Event()
    monkeypatch.setattr(lock.logger, "warning", lambda *args: told.set())

    def wait():
        with hold_lock(tmp_path / "lock"):
            entered.set()

    waiter = Thread(target=wait)
    with hold_lock(tmp_path / "lock"):
        waiter.start()
        assert told.wait(10)
        assert not entered.is_set()
    waiter.join(10)

    assert entered.is_set()


def test_a_short_wait_is_not_said(tmp_path, caplog):
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            with hold_lock(tmp_path / "lock"):
                pass

    assert not caplog.records


def test_a_lock_file_that_was_taken_away_locks_nothing(tmp_path):
    path = tmp_path / "lock"
    entered = Event()

    def wait():
        with hold_lock(path):
            entered.set()

    with hold_lock(path):
        path.unlink()
        waiter = Thread(target=wait)
        waiter.start()
        waiter.join(10)

    assert entered.is_set()
    assert path.exists()


def test_a_lock_that_cannot_be_made_is_named(tmp_path):
    with pytest.raises(LakeError), hold_lock(tmp_path / "missing" / "lock"):
        pass


def test_an_interrupted_wait_lets_the_lock_file_go(tmp_path, monkeypatch):
    opened = []

    def interrupt(descriptor, operation):
        opened.append(descriptor)
        raise KeyboardInterrupt

    monkeypatch.setattr("fcntl.flock", interrupt)
    with pytest.raises(KeyboardInterrupt), hold_lock(tmp_path / "lock"):
        pass

    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(opened[0])


def test_a_file_system_without_locks_is_named(tmp_path, monkeypatch):
    def refuse(descriptor, operation):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)

    with pytest.raises(UnwritableLakeError, match="No locks available"), hold_lock(tmp_path / "lock"):
        pass


def test_an_interrupted_transaction_leaves_no_trace(lake, monkeypatch):
    def interrupt(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("tasks.land.chunk.insert_rows", interrupt)
        with pytest.raises(KeyboardInterrupt):
            land_chunk(lake, [make_draft()], [], run_id="r1")

    assert read(lake, "SELECT count(*) FROM history.fetches") == [(0,)]
    assert land_chunk(lake, [make_draft()], [], run_id="r1").outcomes == {"landed": 1}
