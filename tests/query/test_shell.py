"""The interactive shell."""

import io

import pytest

from tasks.query import open_session, run_shell


@pytest.fixture
def talk(filled_lake):
    def say(*lines):
        prompts, waiting, stdout = [], list(lines), io.BytesIO()

        def read_line(prompt):
            prompts.append(prompt)
            if not waiting:
                raise EOFError
            line = waiting.pop(0)
            if line is KeyboardInterrupt:
                raise KeyboardInterrupt
            return line

        with open_session(str(filled_lake)) as session:
            run_shell(session, stdout, read_line=read_line)
        return stdout.getvalue().decode(), prompts

    return say


def test_a_statement_goes_on_until_its_semicolon(talk):
    text, prompts = talk("SELECT count(*)", "FROM articles;")

    assert "│            2 │" in text
    assert prompts == ["newslake> ", "     ...> ", "newslake> "]


def test_an_error_is_said_and_survived(talk):
    text, _ = talk("SELECT nothing;", "COPY articles TO 'x';", "SELECT 42;")

    assert "Binder Error" in text
    assert "only reading statements" in text
    assert "42" in text


def test_tables_are_listed_and_described(talk):
    text, _ = talk(".tables", ".tables quotes", ".tables planets", ".help")

    assert "article_feed" in text
    assert "speaker_entity_id" in text
    assert "there is no table planets" in text
    assert "there is no command .help" in text


def test_quit_leaves(talk):
    _, prompts = talk(".quit", "SELECT 1;")

    assert prompts == ["newslake> "]


def test_an_interrupt_drops_the_statement(talk):
    text, prompts = talk("SELECT", KeyboardInterrupt, "SELECT 42;")

    assert "42" in text
    assert prompts == ["newslake> ", "     ...> ", "newslake> ", "newslake> "]


def test_empty_lines_ask_again(talk):
    _, prompts = talk("", "  ")

    assert prompts == ["newslake> "] * 3
