from tests.lakes import empty_lake, lake, lake_folder  # noqa: F401
