"""The lexicon is built once for these tests, in a cache of their own."""

import pytest

from tasks.extract.names.lexicon import load_lexicon


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        load_lexicon.cache_clear()
        yield load_lexicon()
