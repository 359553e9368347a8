"""What all tests share: the switch that renews golden files, and hypothesis without a clock."""

import pytest
from hypothesis import settings

# How long an example takes depends on the machine and on what is loaded first.
settings.register_profile("newslake", deadline=None)
settings.load_profile("newslake")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew instead of comparing")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
